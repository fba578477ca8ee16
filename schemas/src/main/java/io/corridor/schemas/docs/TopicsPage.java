package io.corridor.schemas.docs;

import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.TopicKind;
import io.corridor.schemas.topic.Topics;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** The catalogue as a page for people: topics, access rules, and every field of every value. */
final class TopicsPage {

  private static final Set<TopicKind> INTERNAL =
      Set.of(TopicKind.INTERNAL, TopicKind.LOOP, TopicKind.DEAD_LETTER);

  private static final String INTRODUCTION =
      """
      # Topics

      Written from the topic catalogue (`schemas`, `io.corridor.schemas.topic.Topics`) and the Avro
      schemas; a test fails when this page differs from them. To write it again:
      `./mvnw -pl schemas test -Dtest=CatalogueDocsTest -Dcorridor.docs.update=true`.

      * **Names** are `<owner>.<entity>.v<n>`. Patterns: `inbox.<entity>.v1` (canonical records that
        other systems write), `intake.raw-<feed>.v1` (input as it came), `report.<name>.v1` (current,
        declared by the service that owns the report), `<service>.loop.v1`, `<service>.part.v1` and
        `<service>.dead-letter.v1` (a service's own).
      * **Keys** are UTF-8 text, parts joined by `|`. The partition is murmur2 of the part before the
        first `|`. Loop topics are the exception: their keys start with the task's own partition.
      * **Values** are Avro in the Confluent wire format: a zero byte, four bytes of schema id, the
        body. Every value is a record `{envelope, body}`.
      * **Kinds**: *current* is true now, compacted to the latest value of a key, written by one
        writer, versions never going back; *history* is append-only changes; *frozen* is published and
        never changes. History and frozen topics are never compacted and never expire unless a
        retention is named. A business end is a row with `op=END`; a tombstone is only for erasure.
      * **Broadcast** topics have a copy of every record in every partition.
      * **Partitions** are given as local / deployment, fixed for the life of a topic version.
      * **Compatibility**: current topics FULL_TRANSITIVE, history and frozen ones
        BACKWARD_TRANSITIVE, checked in the build against every released version.
      * **Privacy** is the most careful class among the fields of the body: NONE, PSEUDONYM (an
        opaque id of a person), PERSON (something about a person). The envelope is at least a
        PSEUDONYM.
      """;

  private final StringBuilder out = new StringBuilder();

  private TopicsPage() {}

  static String text() {
    TopicsPage page = new TopicsPage();
    page.out.append(INTRODUCTION);
    page.topics("Topics in use", topic -> !topic.planned() && !INTERNAL.contains(topic.kind()));
    page.topics(
        "A service's own topics", topic -> !topic.planned() && INTERNAL.contains(topic.kind()));
    page.topics("Planned topics (declared, not created)", Topic::planned);
    page.access();
    page.values();
    return page.out.toString();
  }

  private void topics(String title, Predicate<Topic<?>> chosen) {
    out.append("\n## ").append(title).append("\n\n");
    out.append("| topic | key | kind | writer | readers | partitions | kept | privacy | aim |\n");
    out.append("|---|---|---|---|---|---|---|---|---|\n");
    List<Topic<?>> topics = Topics.all().stream().filter(chosen).toList();
    for (Topic<?> topic : topics) {
      row(
          name(topic),
          "`" + topic.keyDoc().replace("|", "\\|") + "`",
          kind(topic),
          topic.writer(),
          String.join(", ", topic.readers()),
          topic.localPartitions() + " / " + topic.deploymentPartitions(),
          topic.retention().map(TopicsPage::span).orElse("for ever"),
          topic.privacy().name(),
          span(topic.freshness()));
    }
    out.append('\n');
    for (Topic<?> topic : topics) {
      out.append("* `").append(topic.name()).append("`: ").append(topic.doc()).append('\n');
    }
  }

  private static String name(Topic<?> topic) {
    return topic.typed()
        ? "[`" + topic.name() + "`](#" + anchor(topic.bodySchema()) + ")"
        : "`" + topic.name() + "`";
  }

  private static String anchor(Schema schema) {
    return schema.getName().toLowerCase(java.util.Locale.ROOT);
  }

  private static String kind(Topic<?> topic) {
    String kind = topic.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    return topic.broadcast() ? kind + ", broadcast" : kind;
  }

  private static String span(Duration span) {
    return span.toDays() > 0 ? span.toDays() + " days" : span.toSeconds() + " s";
  }

  private void row(String... cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private void access() {
    out.append(
        """

        ## Access rules

        Nobody else may write or read. Other systems may be given any topic but a service's own to
        read; what that discloses is the topic's privacy class. The operator's tools (export, run
        summary, dead letters) read every topic.

        | who | writes | reads |
        |---|---|---|
        """);
    Map<String, Set<String>> writes = new TreeMap<>();
    Map<String, Set<String>> reads = new TreeMap<>();
    for (Topic<?> topic : Topics.created()) {
      writes.computeIfAbsent(topic.writer(), who -> new TreeSet<>()).add("`" + topic.name() + "`");
      for (String reader : topic.readers()) {
        reads.computeIfAbsent(reader, who -> new TreeSet<>()).add("`" + topic.name() + "`");
      }
    }
    Set<String> everyone = new TreeSet<>(writes.keySet());
    everyone.addAll(reads.keySet());
    for (String who : everyone) {
      row(
          who,
          String.join(", ", writes.getOrDefault(who, Set.of())),
          String.join(", ", reads.getOrDefault(who, Set.of())));
    }
  }

  private void values() {
    out.append(
        "\n## Values\n\nEvery value is `{envelope, body}`; the bodies and their parts follow.\n");
    Map<String, Schema> types = new LinkedHashMap<>();
    for (Topic<?> topic : Topics.all()) {
      if (topic.typed()) {
        topic.schema().getFields().forEach(field -> collect(field.schema(), types));
      }
    }
    types.values().stream().sorted(Comparator.comparing(Schema::getName)).forEach(this::type);
  }

  private static void collect(Schema schema, Map<String, Schema> into) {
    switch (schema.getType()) {
      case ARRAY -> collect(schema.getElementType(), into);
      case UNION -> schema.getTypes().forEach(type -> collect(type, into));
      case ENUM -> into.put(schema.getFullName(), schema);
      case RECORD -> {
        if (into.put(schema.getFullName(), schema) == null) {
          schema.getFields().forEach(field -> collect(field.schema(), into));
        }
      }
      default -> {
        // A primitive has no page of its own.
      }
    }
  }

  private void type(Schema schema) {
    out.append("\n### ")
        .append(schema.getName())
        .append("\n\n")
        .append(schema.getDoc())
        .append('\n');
    if (schema.getType() == Schema.Type.ENUM) {
      out.append("\nOne of ")
          .append(String.join(", ", schema.getEnumSymbols()))
          .append("; a reader that does not know a symbol reads ")
          .append(schema.getEnumDefault())
          .append(".\n");
      return;
    }
    out.append("\n| field | type | privacy | meaning |\n|---|---|---|---|\n");
    for (Schema.Field field : schema.getFields()) {
      row(
          "`" + field.name() + "`",
          typeName(field.schema()),
          field.getProp("privacy"),
          field.doc().replace("|", "\\|"));
    }
  }

  private static String typeName(Schema schema) {
    if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
      return "decimal(" + decimal.getPrecision() + "," + decimal.getScale() + ")";
    }
    if (schema.getLogicalType() != null) {
      return schema.getLogicalType().getName();
    }
    return switch (schema.getType()) {
      case UNION -> typeName(schema.getTypes().getLast()) + ", may be null";
      case ARRAY -> "list of " + typeName(schema.getElementType());
      case RECORD, ENUM -> "[" + schema.getName() + "](#" + anchor(schema) + ")";
      default -> schema.getName();
    };
  }
}
