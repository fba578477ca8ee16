package io.corridor.schemas.topic;

import static io.corridor.schemas.topic.TopicKind.CURRENT;

import io.corridor.schemas.ParametersValue;
import io.corridor.schemas.RiskRecaptureValue;
import io.corridor.schemas.TriangleValue;
import java.util.List;

/** Topics of cost against budget beside member months and budgets; part of {@link Topics}. */
public final class CostTopics {

  private static final String BENCHMARK = "benchmark";
  private static final String PORTAL = "portal";

  /** Population parameters of a contract. */
  public static final Topic<ParametersValue> PARAMETERS =
      new TopicDeclaration<>("benchmark.parameters.v1", ParametersValue.class, CURRENT)
          .key("contract|name|period")
          .doc("Population parameters of a contract, made at a tick and kept until the next.")
          .readers(BENCHMARK, PORTAL)
          .broadcast()
          .privacy(Privacy.NONE)
          .build();

  /** What was paid for the services of a month. */
  public static final Topic<TriangleValue> TRIANGLE =
      new TopicDeclaration<>("benchmark.triangle.v1", TriangleValue.class, CURRENT)
          .key("contract|TRIANGLE|group|month")
          .doc("What was paid for the services of a month, by how many months later.")
          .readers(PORTAL)
          .privacy(Privacy.NONE)
          .build();

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
    return List.of(PARAMETERS, TRIANGLE, RISK_RECAPTURE);
  }
}
