package io.corridor.settlement.engine;

import io.corridor.settlement.estimate.EstimateRules;
import io.corridor.settlement.mssp.MsspRules;

/** Shape of a contract: which rules settle it. */
public enum Shape {
  /** Savings from the first dollar, no losses. */
  ONE_SIDED(EstimateRules.VERSION),
  /** Savings and losses from the first dollar. */
  TWO_SIDED(EstimateRules.VERSION),
  /** The Medicare Shared Savings Program with its tracks. */
  MSSP(MsspRules.VERSION),
  /** A budget that grows by agreed trends, with quality bonus. */
  GLOBAL_BUDGET("global-budget-1"),
  /** Total cost of care with risk corridors. */
  TOTAL_COST("total-cost-1"),
  /** A target for the medical loss ratio. */
  MEDICAL_LOSS_RATIO("medical-loss-1"),
  /** Use of care against what is expected. */
  UTILIZATION_INDEX("utilization-1"),
  /** A monthly amount per patient, reconciled. */
  CAPITATION("capitation-1"),
  /** Episodes against a target price. */
  BUNDLE("bundle-1");

  private final String ruleVersion;

  Shape(String ruleVersion) {
    this.ruleVersion = ruleVersion;
  }

  /** Version of the rules that settle the shape. */
  public String ruleVersion() {
    return ruleVersion;
  }
}
