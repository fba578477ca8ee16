package io.corridor.local.verify;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.duckdb.DuckDBAppender;

/**
 * Risk scores of the oracle. Brings CMS's own files into tables of text lines; SQL reads factors,
 * formats, hierarchies and edits out of them.
 */
final class OracleRisk {
  private static final List<String> FILES =
      List.of(
          "V24hcccoefn.csv",
          "V28hcccoefn.csv",
          "V24H86H1.TXT",
          "V28115H1.TXT",
          "V24I0ED1.TXT",
          "V28I0ED1.TXT",
          "F2422P1M.TXT",
          "F2824T1N.TXT");

  private final OracleDatabase database;

  OracleRisk(OracleDatabase database) {
    this.database = database;
  }

  /** Loads the files and derives the tables of the models; the macros must have run. */
  void codes(OracleInput input) throws IOException, SQLException {
    database.execute("CREATE TABLE cms_hcc_line (file VARCHAR, line BIGINT, text VARCHAR)");
    try (DuckDBAppender rows = database.connection().createAppender("main", "cms_hcc_line")) {
      for (String file : FILES) {
        long number = 0;
        Iterator<String> lines =
            OracleDatabase.resource("/verify/cms-hcc/" + file).lines().iterator();
        while (lines.hasNext()) {
          number++;
          rows.beginRow();
          rows.append(file);
          rows.append(number);
          rows.append(lines.next());
          rows.endRow();
        }
      }
    }
    input.codes("raw_risk_change", "risk_diagnosis_changes.csv");
    input.codes("raw_risk_year", "risk_payment_years.csv");
    input.codes("raw_chronic", "risk_chronic.csv");
    database.stage("06_risk_codes");
  }

  /** Derives {@code risk_code}, the codes that count by member and year, from the final actions. */
  void diagnoses(OracleInput input) throws IOException, SQLException {
    input.codes("raw_risk_service", "risk_services.csv");
    database.stage("44_diagnosis");
  }

  /** Derives the conditions of {@code risk_person} from {@code risk_diagnosis}. */
  void conditions() throws IOException, SQLException {
    database.stage("45_condition");
  }

  /** Scores the persons by their conditions. */
  void scores() throws IOException, SQLException {
    database.stage("45_risk");
  }
}
