package io.corridor.schemas.topic;

import static io.corridor.schemas.topic.TopicKind.CURRENT;
import static io.corridor.schemas.topic.TopicKind.HISTORY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Topics whose name, key and kind are settled, but which no service writes yet: not created. */
final class PlannedTopics {

  private static final Duration RAW_RETENTION = Duration.ofDays(400);

  private PlannedTopics() {}

  static List<Topic<?>> all() {
    List<Topic<?>> all = new ArrayList<>();
    all.addAll(intake());
    all.addAll(services());
    all.addAll(portal());
    return all;
  }

  private static List<Topic<?>> intake() {
    List<Topic<?>> all = new ArrayList<>();
    for (String entity : List.of("observation", "panel", "survey")) {
      all.add(
          topic("inbox." + entity + ".v1", HISTORY, "anything", "Records of other systems.")
              .writer("other systems")
              .readers("intake")
              .planned());
    }
    for (String feed : List.of("hl7v2", "x12", "cclf", "fhir")) {
      all.add(
          topic("intake.raw-" + feed + ".v1", HISTORY, "feed|file|place", "Input as it came.")
              .readers("intake")
              .retention(RAW_RETENTION)
              .planned());
    }
    all.add(
        topic(
                "intake.observation.v1",
                HISTORY,
                "member|payer|record",
                "How an observation changed.")
            .readers("quality", "portal")
            .planned());
    all.add(
        topic("intake.panel.v1", HISTORY, "member|subscriber", "Who subscribes alerts for whom.")
            .readers("notification")
            .planned());
    all.add(
        topic("intake.survey.v1", CURRENT, "tin|survey|period", "Survey results of a practice.")
            .readers("quality")
            .privacy(Privacy.NONE)
            .planned());
    return all;
  }

  private static List<Topic<?>> services() {
    return List.of(
        topic("benchmark.episode.v1", CURRENT, "contract|episode", "Episodes of care.")
            .readers("settlement", "portal")
            .planned(),
        topic("quality.flag.v1", CURRENT, "member|flag|period", "Flags on members.")
            .readers("notification", "portal")
            .planned(),
        topic("quality.parameters.v1", CURRENT, "contract|name", "Population parameters.")
            .readers("quality")
            .broadcast()
            .privacy(Privacy.NONE)
            .planned(),
        topic("notification.delivery.v1", HISTORY, "recipient|delivery", "What was delivered.")
            .readers("portal")
            .planned());
  }

  private static List<Topic<?>> portal() {
    return List.of(
        topic("portal.evidence.v1", HISTORY, "member|evidence", "Evidence entered by a person.")
            .readers("intake")
            .planned(),
        topic("portal.correction.v1", HISTORY, "member|correction", "A correction by a person.")
            .readers("intake")
            .planned());
  }

  private static TopicDeclaration<SpecificRecord> topic(
      String name, TopicKind kind, String key, String doc) {
    return new TopicDeclaration<SpecificRecord>(name, null, kind).key(key).doc(doc);
  }
}
