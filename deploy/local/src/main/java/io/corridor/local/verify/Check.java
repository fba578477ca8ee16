package io.corridor.local.verify;

import java.util.List;
import java.util.Optional;

/**
 * One comparison: an expected table of the oracle against the current bodies of a topic.
 *
 * @param topic exported topic
 * @param table expected table: {@code key}, for arrays {@code item}, then columns named as the
 *     body's fields
 * @param array array of the body whose elements are compared, if any
 * @param itemField field that names an element; absent: its position from 1
 * @param only elements that are compared, a regular expression of their names; absent: all
 * @param partial true when rows that only the results have are no difference, because another check
 *     of the topic compares the keys
 */
record Check(
    String topic,
    String table,
    Optional<String> array,
    Optional<String> itemField,
    Optional<String> only,
    boolean partial) {

  /** Facts of an estimate that are recomputed. */
  private static final String ESTIMATE_FACTS =
      "cost\\.(budget|counted|unpaid\\.expected)|members\\..*|stated\\..*"
          + "|quality\\.measure\\.[^.]+\\.(numerator|denominator|points)";

  /** Steps of a benchmark of the Shared Savings Program that are recomputed. */
  private static final String PROGRAM_STEPS =
      "(.*\\.)?(restated|historical|mix|regionalDifference|regional|adjusted|regionalRiskFactor|twoWayGrowth"
          + "|threeWayGrowth|riskGrowth|riskRatio|updated|perMemberMonth|perCapita|regionalShare|keptOfDecrease"
          + "|priorSavings|healthEquity|riskGrowthCap|regionalRiskGrowth|regionalRiskGrowthCap|total)";

  /** Compares whole bodies by key. */
  static Check of(String topic, String table) {
    return new Check(topic, table, Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  /** Compares some fields of the keys that the oracle has an opinion on. */
  static Check fields(String topic, String table) {
    return new Check(topic, table, Optional.empty(), Optional.empty(), Optional.empty(), true);
  }

  /** Compares an array's elements, named by a field. */
  static Check array(String topic, String table, String array, String itemField) {
    return new Check(
        topic, table, Optional.of(array), Optional.of(itemField), Optional.empty(), false);
  }

  /**
   * Compares an array's elements, named by a field, on the keys that the oracle has an opinion on.
   */
  static Check someArray(String topic, String table, String array, String itemField) {
    return new Check(
        topic, table, Optional.of(array), Optional.of(itemField), Optional.empty(), true);
  }

  /**
   * Compares those of an array's elements whose names match, on the keys that the oracle has an
   * opinion on.
   */
  static Check someItems(String topic, String table, String array, String itemField, String only) {
    return new Check(
        topic, table, Optional.of(array), Optional.of(itemField), Optional.of(only), true);
  }

  /** Compares an array's elements by position. */
  static Check list(String topic, String table, String array) {
    return new Check(topic, table, Optional.of(array), Optional.empty(), Optional.empty(), false);
  }

  /** Compares an array's elements by position, on the keys that the oracle has an opinion on. */
  static Check someList(String topic, String table, String array) {
    return new Check(topic, table, Optional.of(array), Optional.empty(), Optional.empty(), true);
  }

  /** Everything that verify compares, topic by topic. */
  static List<Check> all() {
    return List.of(
        of("attribution.explanation.v1", "expect_explanation"),
        list("attribution.explanation.v1", "expect_explanation_practices", "practices"),
        list("attribution.explanation.v1", "expect_explanation_clinicians", "clinicians"),
        list("attribution.explanation.v1", "expect_explanation_charges", "charges"),
        array("attribution.explanation.v1", "expect_explanation_excluded", "excluded", "reason"),
        someArray("attribution.explanation.v1", "expect_would_change", "whatWouldChange", "kind"),
        of("attribution.assignment.v1", "expect_assignment"),
        list("attribution.assignment.v1", "expect_assignment_spans", "spans"),
        of("attribution.restatement.v1", "expect_restatement"),
        of("attribution.dispute.v1", "expect_dispute"),
        list("attribution.dispute.v1", "expect_dispute_steps", "steps"),
        of("attribution.campaign.v1", "expect_campaign"),
        list("attribution.campaign.v1", "expect_campaign_steps", "steps"),
        of("benchmark.member-month.v1", "expect_member_month"),
        array(
            "benchmark.member-month.v1",
            "expect_member_month_categories",
            "categories",
            "category"),
        of("benchmark.triangle.v1", "expect_triangle"),
        array("benchmark.triangle.v1", "expect_triangle_cells", "cells", "lag"),
        of("benchmark.parameters.v1", "expect_parameter"),
        fields("benchmark.parameters.v1", "expect_parameter_to_date"),
        fields("benchmark.parameters.v1", "expect_parameter_band"),
        someArray("benchmark.parameters.v1", "expect_parameter_groups", "groups", "group"),
        someArray("benchmark.parameters.v1", "expect_parameter_parts", "parts", "tin"),
        someArray("benchmark.parameters.v1", "expect_parameter_steps", "target.steps", "name"),
        someItems(
            "benchmark.parameters.v1",
            "expect_program_steps",
            "target.steps",
            "name",
            PROGRAM_STEPS),
        array("benchmark.parameters.v1", "expect_parameter_types", "target.types", "type"),
        array(
            "benchmark.parameters.v1", "expect_parameter_services", "target.services", "category"),
        array(
            "benchmark.parameters.v1",
            "expect_parameter_categories",
            "target.categories",
            "category"),
        array("benchmark.parameters.v1", "expect_parameter_pools", "pools", "tin"),
        of("benchmark.budget.v1", "expect_budget"),
        fields("benchmark.budget.v1", "expect_budget_completion"),
        fields("benchmark.budget.v1", "expect_budget_band"),
        array("benchmark.budget.v1", "expect_budget_categories", "categories", "category"),
        array("benchmark.budget.v1", "expect_budget_person_years", "personYears", "type"),
        fields("benchmark.budget.v1", "expect_budget_use"),
        array("benchmark.budget.v1", "expect_budget_services", "use.services", "category"),
        of("report.risk-recapture.v1", "expect_recapture"),
        list("report.risk-recapture.v1", "expect_recapture_gaps", "gaps"),
        of("report.member-breakdown.v1", "expect_member_breakdown"),
        list("report.member-breakdown.v1", "expect_member_breakdown_lines", "lines"),
        of("report.cost-breakdown.v1", "expect_cost_breakdown"),
        of("report.member-case.v1", "expect_member_case"),
        list("report.member-case.v1", "expect_member_case_cases", "cases"),
        of("report.performance.v1", "expect_performance"),
        list("report.performance.v1", "expect_performance_lines", "lines"),
        list(
            "report.performance.v1",
            "expect_performance_categories",
            "lines[*].budget.categories[*]"),
        of("quality.gap.v1", "expect_gap"),
        fields("quality.gap.v1", "expect_gap_evidence"),
        of("quality.score.v1", "expect_score"),
        array("quality.score.v1", "expect_score_measures", "measures", "measure"),
        of("settlement.estimate.v1", "expect_estimate"),
        fields("settlement.estimate.v1", "expect_estimate_refusal"),
        fields("settlement.estimate.v1", "expect_estimate_outcome"),
        fields("settlement.estimate.v1", "expect_estimate_shape"),
        fields("settlement.estimate.v1", "expect_estimate_mssp"),
        someArray("settlement.estimate.v1", "expect_estimate_payments", "payments", "kind"),
        someItems(
            "settlement.estimate.v1", "expect_estimate_inputs", "inputs", "name", ESTIMATE_FACTS),
        fields("settlement.statement.v1", "expect_statement"),
        someArray("settlement.statement.v1", "expect_statement_levels", "levels", "id"),
        someArray("settlement.statement.v1", "expect_statement_shares", "shares", "receiver"),
        array("settlement.entry.v1", "expect_entry_lines", "lines", "account"),
        of("notification.alert.v1", "expect_alert"),
        of("notification.task.v1", "expect_task"));
  }
}
