package io.corridor.schemas.topic;

import static io.corridor.schemas.topic.TopicKind.CURRENT;

import io.corridor.schemas.CostBreakdownValue;
import io.corridor.schemas.MemberBreakdownValue;
import io.corridor.schemas.ParametersValue;
import io.corridor.schemas.PerformanceReportValue;
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

  /** Cost of a member month by drug, specialist and disease. */
  public static final Topic<MemberBreakdownValue> MEMBER_BREAKDOWN =
      new TopicDeclaration<>("report.member-breakdown.v1", MemberBreakdownValue.class, CURRENT)
          .owner(BENCHMARK)
          .key("member|contract|month")
          .doc("Cost of a member month by drug, specialty, specialist and chronic condition.")
          .readers(PORTAL)
          .build();

  /** Cost of a contract by drug, specialty, specialist and disease. */
  public static final Topic<CostBreakdownValue> COST_BREAKDOWN =
      new TopicDeclaration<>("report.cost-breakdown.v1", CostBreakdownValue.class, CURRENT)
          .owner(BENCHMARK)
          .key("contract|kind|id|period")
          .doc("Cost of a contract by drug, specialty, specialist and chronic condition.")
          .readers(PORTAL)
          .privacy(Privacy.NONE)
          .build();

  /** Performance of a contract and its practices by quarter. */
  public static final Topic<PerformanceReportValue> PERFORMANCE =
      new TopicDeclaration<>("report.performance.v1", PerformanceReportValue.class, CURRENT)
          .owner(BENCHMARK)
          .key("contract|quarter")
          .doc("Cost against budget of a contract and its practices in a quarter, with peers.")
          .readers(PORTAL)
          .privacy(Privacy.NONE)
          .build();

  private CostTopics() {}

  static List<Topic<?>> all() {
    return List.of(
        PARAMETERS, TRIANGLE, RISK_RECAPTURE, MEMBER_BREAKDOWN, COST_BREAKDOWN, PERFORMANCE);
  }
}
