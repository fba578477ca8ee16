package io.corridor.schemas.topic;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Topics that one service writes and reads alone, and its dead letters. Their values are not Avro.
 */
final class InternalTopics {

  static final String LOOP_SUFFIX = ".loop.v1";

  private static final List<String> SERVICES =
      List.of("intake", "attribution", "benchmark", "quality", "settlement", "notification");
  private static final List<String> TOTALLING = List.of("attribution", "benchmark", "quality");
  private static final List<String> MEMBER_LEVEL =
      List.of("attribution", "benchmark", "quality", "notification");
  private static final int LARGEST = 2 * 1024 * 1024;

  private InternalTopics() {}

  static Topic<?> loop(String service) {
    return declare(service + LOOP_SUFFIX, TopicKind.LOOP)
        .key("task partition|task's own words")
        .doc("The service's records to itself: dirty marks, slices of sweeps, progress marks.")
        .readers(service)
        .build();
  }

  static Topic<?> part(String service) {
    return declare(service + ".part.v1", TopicKind.INTERNAL)
        .key("contract|level|id|month")
        .doc("Absolute sums of one partition on their way to the totals, and its progress.")
        .readers(service)
        .build();
  }

  static Topic<?> homing(String service) {
    return declare(service + ".homing.v1", TopicKind.INTERNAL)
        .key("root|member")
        .doc("Rows of a merged member, and their changes, on the way from its task to its root's.")
        .readers(service)
        .maxMessageBytes(LARGEST)
        .build();
  }

  static Topic<?> deadLetter(String service) {
    return declare(service + ".dead-letter.v1", TopicKind.DEAD_LETTER)
        .key("as in the source topic")
        .doc("Records the service could not process, bytes unchanged, with code and place.")
        .readers("platform")
        .partitions(1, 24)
        .maxMessageBytes(LARGEST)
        .build();
  }

  private static Topic<?> ledger() {
    return declare("intake.ledger.v1", TopicKind.INTERNAL)
        .key("entity|payer|record type")
        .doc("Validated records on their way from the door to the ledger.")
        .readers("intake")
        .maxMessageBytes(LARGEST)
        .build();
  }

  static List<Topic<?>> all() {
    List<Topic<?>> all = new ArrayList<>();
    all.add(ledger());
    SERVICES.forEach(service -> all.add(loop(service)));
    TOTALLING.forEach(service -> all.add(part(service)));
    MEMBER_LEVEL.forEach(service -> all.add(homing(service)));
    SERVICES.forEach(service -> all.add(deadLetter(service)));
    all.add(deadLetter("portal"));
    return all;
  }

  private static TopicDeclaration<SpecificRecord> declare(String name, TopicKind kind) {
    return new TopicDeclaration<>(name, null, kind);
  }
}
