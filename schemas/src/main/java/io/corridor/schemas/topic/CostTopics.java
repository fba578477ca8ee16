package io.corridor.schemas.topic;

import static io.corridor.schemas.topic.TopicKind.CURRENT;

import io.corridor.schemas.RiskRecaptureValue;
import java.util.List;

/** Topics of cost against budget beside member months and budgets; part of {@link Topics}. */
public final class CostTopics {

  private static final String BENCHMARK = "benchmark";
  private static final String PORTAL = "portal";

  /** Chronic conditions that are not coded yet this year. */
  public static final Topic<RiskRecaptureValue> RISK_RECAPTURE =
      new TopicDeclaration<>("report.risk-recapture.v1", RiskRecaptureValue.class, CURRENT)
          .owner(BENCHMARK)
          .key("member|contract")
          .doc("Chronic conditions of a member that count this year and are not coded yet.")
          .readers(PORTAL)
          .build();

  private CostTopics() {}

  static List<Topic<?>> all() {
    return List.of(RISK_RECAPTURE);
  }
}
