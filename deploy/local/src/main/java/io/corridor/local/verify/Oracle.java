package io.corridor.local.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The recomputation: loads the inputs of a run and derives every answer from them in SQL. */
final class Oracle implements AutoCloseable {
  /** Stages up to the assignment of members, which a roster's cut needs too. */
  static final List<String> ATTRIBUTION =
      List.of(
          "00_macros",
          "05_codes",
          "10_feed",
          "10_identity",
          "11_final_action",
          "12_enrollment",
          "20_contract",
          "21_listing",
          "22_dispute",
          "30_primary_care",
          "31_gate",
          "32_ranked",
          "33_selection",
          "34_mssp",
          "35_reach",
          "36_decision",
          "36_campaign",
          "36_campaign_state",
          "36_answer",
          "37_explanation",
          "38_assignment",
          "38_campaign",
          "38_dispute",
          "39_excluded");

  /** Stages that read records, whatever is asked of them. */
  private static final List<String> RECORDS =
      ATTRIBUTION.subList(0, ATTRIBUTION.indexOf("20_contract"));

  /** Stages of a forecast: decisions of months to come, without their explanation. */
  private static final List<String> FORECAST =
      Stream.concat(
              ATTRIBUTION.subList(RECORDS.size(), ATTRIBUTION.indexOf("37_explanation")).stream(),
              Stream.of("85_forecast", "86_smallest_visit"))
          .toList();

  /** Stages after the assignment. */
  static final List<String> ANSWERS =
      List.of(
          "39_restatement",
          "39_would_change",
          "40_category",
          "40_standing",
          "40_comparison",
          "41_agreed",
          "41_cost",
          "41_scope",
          "42_truncation",
          "42_leakage",
          "42_beside",
          "43_member_month",
          "48_cash",
          "49_completion",
          "49_band",
          "49_target_term",
          "49_comparison",
          "49_target",
          "49_target_category",
          "49_stay",
          "49_target_premium",
          "49_target_program",
          "49_target_benchmark",
          "49_pool",
          "49_total",
          "49_target_use",
          "49_performance",
          "49_breakdown",
          "49_case",
          "50_gap",
          "51_score",
          "58_savings_rate",
          "59_settled_aco",
          "60_estimate",
          "61_shape",
          "62_mssp",
          "63_mssp_payment",
          "64_payment",
          "65_input",
          "66_statement",
          "70_alert",
          "71_task");

  private final OracleDatabase database;
  private final OracleInput input;
  private boolean derived;

  Oracle(Path spill) throws SQLException {
    this.database = new OracleDatabase(spill);
    this.input = new OracleInput(database);
  }

  OracleDatabase database() {
    return database;
  }

  OracleInput input() {
    return input;
  }

  /** Loads the code lists, which are this package's own copies with their sources. */
  void codes() throws IOException, SQLException {
    input.codes("raw_primary_care", "primary_care_services.csv");
    input.codes("raw_specialty", "specialties.csv");
    input.codes("raw_taxonomy", "taxonomies.csv");
    input.codes("raw_foreign_residence", "foreign_residence.csv");
    input.codes("raw_screening", "screening.csv");
    input.codes("raw_disease", "chronic_diseases.csv");
    input.codes("raw_clinical_group", "clinical_groups.csv");
  }

  /**
   * Derives everything up to a business date.
   *
   * @param cut only records received before it are known; empty: all
   */
  void derive(LocalDate businessDate, Optional<LocalDateTime> cut, List<String> stages)
      throws IOException, SQLException {
    derive(businessDate, businessDate, cut, stages);
  }

  /**
   * Derives what months to come would be decided as, if nothing happened until a day. The tables
   * stand in a schema of their own, before those of an earlier derivation without a cut, whose
   * records are read as they are.
   */
  void forecast(LocalDate businessDate, LocalDate until) throws IOException, SQLException {
    if (!derived) {
      derive(businessDate, businessDate, Optional.empty(), RECORDS);
    }
    database.execute("CREATE SCHEMA forecast");
    database.execute("SET search_path = 'forecast,main'");
    derive(businessDate, until, Optional.empty(), FORECAST);
  }

  private void derive(
      LocalDate businessDate, LocalDate until, Optional<LocalDateTime> cut, List<String> stages)
      throws IOException, SQLException {
    derived = true;
    database.execute(
        "CREATE TABLE run AS SELECT DATE '%s' AS business_date, DATE '%s' AS until, %s AS cut"
            .formatted(
                businessDate,
                until,
                cut.map(at -> "TIMESTAMP '" + at + "'").orElse("CAST(NULL AS TIMESTAMP)")));
    for (String stage : stages) {
      if (stage.equals("43_member_month")) {
        risk();
      }
      database.stage(stage);
    }
  }

  /**
   * Diagnoses, and scores of member months, where a contract asks for them: CMS's files take a
   * while to read.
   */
  private void risk() throws IOException, SQLException {
    OracleRisk risk = new OracleRisk(database);
    boolean scored = asked("SELECT 1 FROM month_traits WHERE cost.risk.model IS NOT NULL");
    if (scored || asked("SELECT 1 FROM terms WHERE list_contains(cost.breakdowns, 'DISEASE')")) {
      risk.diagnoses(input);
    } else {
      database.execute("CREATE TABLE risk_code (member VARCHAR, year BIGINT, icd10 VARCHAR)");
    }
    if (!scored) {
      database.stage("46_unscored");
      return;
    }
    risk.codes(input);
    database.stage("46_member_risk");
    risk.conditions();
    database.stage("46_recapture");
    risk.scores();
    database.stage("47_risk_mean");
    database.stage("47_table_risk");
    database.stage("47_recapture");
  }

  private boolean asked(String rows) throws SQLException {
    return database.count("SELECT count(*) FROM (" + rows + " LIMIT 1)") > 0;
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
