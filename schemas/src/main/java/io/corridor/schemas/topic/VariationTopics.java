package io.corridor.schemas.topic;

import static io.corridor.schemas.topic.TopicKind.CURRENT;

import io.corridor.schemas.CareVariationValue;
import io.corridor.schemas.MemberCasesValue;
import java.util.List;

/** Topics of procedures and how clinicians differ in them; part of {@link Topics}. */
public final class VariationTopics {

  private static final String BENCHMARK = "benchmark";
  private static final String PORTAL = "portal";

  /** Procedures of members. */
  public static final Topic<MemberCasesValue> MEMBER_CASE =
      new TopicDeclaration<>("report.member-case.v1", MemberCasesValue.class, CURRENT)
          .owner(BENCHMARK)
          .key("member|contract|quarter")
          .doc("Procedures of a member in a quarter: by whom, where, what they cost.")
          .readers(PORTAL)
          .build();

  /** How clinicians differ. */
  public static final Topic<CareVariationValue> CARE_VARIATION =
      new TopicDeclaration<>("report.care-variation.v1", CareVariationValue.class, CURRENT)
          .owner(PORTAL)
          .key("contract|quarter")
          .doc("Clinicians of a contract beside each other, by procedure, in a quarter.")
          .readers(PORTAL)
          .privacy(Privacy.NONE)
          .build();

  private VariationTopics() {}

  static List<Topic<?>> all() {
    return List.of(MEMBER_CASE, CARE_VARIATION);
  }
}
