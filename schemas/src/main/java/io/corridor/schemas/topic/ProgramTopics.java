package io.corridor.schemas.topic;

import static io.corridor.schemas.topic.TopicKind.CURRENT;
import static io.corridor.schemas.topic.TopicKind.HISTORY;

import io.corridor.schemas.ProgramEnrollmentValue;
import io.corridor.schemas.ProgramEvaluationValue;
import java.util.List;

/** Topics of programs and what they changed; part of {@link Topics}. */
public final class ProgramTopics {

  private static final String PORTAL = "portal";

  /** Who takes part in which program. */
  public static final Topic<ProgramEnrollmentValue> ENROLLMENT =
      new TopicDeclaration<>("portal.program.v1", ProgramEnrollmentValue.class, HISTORY)
          .key("member|contract|program")
          .doc("That a member takes part in a program, or is taken out of it.")
          .readers(PORTAL)
          .build();

  /** What programs changed. */
  public static final Topic<ProgramEvaluationValue> EVALUATION =
      new TopicDeclaration<>("report.program-evaluation.v1", ProgramEvaluationValue.class, CURRENT)
          .owner(PORTAL)
          .key("contract|program|business date")
          .doc("A program's members beside matched others, as known on a day.")
          .readers(PORTAL)
          .build();

  private ProgramTopics() {}

  static List<Topic<?>> all() {
    return List.of(ENROLLMENT, EVALUATION);
  }
}
