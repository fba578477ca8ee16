package io.corridor.schemas.topic;

import io.corridor.schemas.CostOpportunityValue;
import io.corridor.schemas.MarginalValue;
import io.corridor.schemas.WhatIfValue;
import java.time.Duration;
import java.util.List;

/** Topics of what settlement works out beside the estimate itself. */
public final class AnalysisTopics {

  private static final Duration WHAT_IF_RETENTION = Duration.ofDays(7);
  private static final String SETTLEMENT = "settlement";
  private static final String PORTAL = "portal";

  /** What small changes would be worth. */
  public static final Topic<MarginalValue> MARGINAL =
      new TopicDeclaration<>("settlement.marginal.v1", MarginalValue.class, TopicKind.CURRENT)
          .key("contract|level|id|period")
          .doc("What one gap, one admission, one emergency visit or one percent would be worth.")
          .readers(PORTAL)
          .privacy(Privacy.NONE)
          .build();

  /** Cost opportunity by lever. */
  public static final Topic<CostOpportunityValue> COST_OPPORTUNITY =
      new TopicDeclaration<>(
              "report.cost-opportunity.v1", CostOpportunityValue.class, TopicKind.CURRENT)
          .key("contract|level|id|period")
          .doc("What could be saved and earned by lever; levers overlap and are never added.")
          .owner(SETTLEMENT)
          .readers(PORTAL)
          .privacy(Privacy.NONE)
          .build();

  /** Answers to what-if questions: each question is answered once, also by a rebuilt service. */
  public static final Topic<WhatIfValue> WHAT_IF =
      new TopicDeclaration<>("settlement.what-if.v1", WhatIfValue.class, TopicKind.FROZEN)
          .key("contract|request")
          .doc("Answers to what-if questions: terms and facts as they are and as changed.")
          .readers(PORTAL)
          .retention(WHAT_IF_RETENTION)
          .privacy(Privacy.NONE)
          .build();

  private AnalysisTopics() {}

  static List<Topic<?>> all() {
    return List.of(MARGINAL, COST_OPPORTUNITY, WHAT_IF);
  }
}
