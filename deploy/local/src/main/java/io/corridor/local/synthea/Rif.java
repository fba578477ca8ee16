package io.corridor.local.synthea;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.corridor.local.convert.ClaimRecord;
import io.corridor.local.convert.RejectedRow;
import io.corridor.local.convert.SourceFormat;
import io.corridor.local.convert.SourceRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What all files of the format have in common. */
final class Rif {
  /** Payer of every record. */
  static final String PAYER = "CMS";

  /** Pipes, days such as {@code 02-Apr-2023}, gzipped. */
  static final SourceFormat FORMAT =
      new SourceFormat(
          '|',
          DateTimeFormatter.ofPattern("dd-MMM-uuuu", Locale.ENGLISH)
              .withResolverStyle(ResolverStyle.STRICT),
          ".csv.gz");

  private static final String FINAL = "F";
  private static final int DIAGNOSES = 25;
  private static final int CARRIER_DIAGNOSES = 12;
  private static final int PROCEDURES = 25;

  private Rif() {}

  /** The start of a day, UTC: the source has no times. */
  static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /**
   * A claim without lines, from the rows that are its lines. It spans the days that any of its rows
   * states, and was received when the payer's weekly processing took it.
   */
  static ClaimRecord claim(
      ObjectNode json, List<SourceRow> rows, String type, Beneficiaries people) {
    SourceRow first = rows.getFirst();
    String member = member(first, people);
    if (!first.required("FINAL_ACTION").equals(FINAL)) {
      throw new RejectedRow("NOT_FINAL_ACTION", "FINAL_ACTION");
    }
    ClaimRecord claim =
        new ClaimRecord(
            json,
            new ClaimRecord.Head(
                PAYER,
                first.required("CLM_ID"),
                type,
                member,
                least(rows, "CLM_FROM_DT"),
                greatest(rows, "CLM_THRU_DT"),
                codeSystem(first),
                startOf(greatest(rows, "NCH_WKLY_PROC_DT"))),
            "CLM_THRU_DT");
    int slots = type.equals("PROFESSIONAL") ? CARRIER_DIAGNOSES : DIAGNOSES;
    claim.putAll("diagnoses", first.texts("ICD_DGNS_CD", slots));
    claim.put("principalDiagnosis", first.text("PRNCPAL_DGNS_CD"));
    return claim;
  }

  /** The beneficiary of a row, who must be known. */
  static String member(SourceRow row, Beneficiaries people) {
    String member = row.required("BENE_ID");
    if (!people.known(member)) {
      throw new RejectedRow("BENEFICIARY_UNKNOWN", "BENE_ID");
    }
    return member;
  }

  /** The ICD procedure codes of a stay. */
  static List<String> procedures(SourceRow row) {
    return row.texts("ICD_PRCDR_CD", PROCEDURES);
  }

  /** The modifiers of a line; {@code columns} are the prefixes of those that the file has. */
  static void modifiers(ObjectNode line, SourceRow row, List<String> columns) {
    List<String> modifiers = new ArrayList<>();
    columns.forEach(column -> row.text("HCPCS_" + column + "_MDFR_CD").ifPresent(modifiers::add));
    if (!modifiers.isEmpty()) {
      modifiers.forEach(line.putArray("modifiers")::add);
    }
  }

  /** Whether a line names no service. */
  static boolean withoutHcpcs(SourceRow row) {
    return row.text("HCPCS_CD").isEmpty();
  }

  /** Puts a field of a line when the source has it. */
  static void put(ObjectNode line, String field, Optional<String> value) {
    value.ifPresent(text -> line.put(field, text));
  }

  /** The number of services or days of a line, with six decimals. */
  static void units(ObjectNode line, SourceRow row, String column) {
    row.text(column)
        .ifPresent(text -> line.put("units", row.dollars(column).setScale(6).toPlainString()));
  }

  private static String codeSystem(SourceRow row) {
    return switch (row.text("PRNCPAL_DGNS_VRSN_CD").orElse("0")) {
      case "0" -> "ICD10";
      case "9" -> "ICD9";
      default -> throw new RejectedRow("CODE_UNKNOWN", "PRNCPAL_DGNS_VRSN_CD");
    };
  }

  private static LocalDate least(List<SourceRow> rows, String column) {
    return rows.stream().map(row -> row.date(column)).min(Comparator.naturalOrder()).orElseThrow();
  }

  private static LocalDate greatest(List<SourceRow> rows, String column) {
    return rows.stream().map(row -> row.date(column)).max(Comparator.naturalOrder()).orElseThrow();
  }
}
