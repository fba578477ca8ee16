package io.corridor.schemas.evolution;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.corridor.schemas.serde.SchemaText;
import io.corridor.schemas.topic.Compatibility;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.jspecify.annotations.Nullable;

/** The schemas of released versions, one self-contained file a topic. */
final class Released {

  private static final Path DIRECTORY =
      Path.of(System.getProperty("corridor.root", "."), "schemas/src/main/released");

  private static final ObjectMapper JSON = new ObjectMapper();

  private Released() {}

  /** Released schemas by version, then by topic. */
  static NavigableMap<String, Map<String, Schema>> all() throws IOException {
    NavigableMap<String, Map<String, Schema>> all = new TreeMap<>();
    try (Stream<Path> versions = Files.list(DIRECTORY)) {
      for (Path version : versions.sorted().toList()) {
        Map<String, Schema> topics = new TreeMap<>();
        try (Stream<Path> files = Files.list(version)) {
          for (Path file : files.sorted().toList()) {
            String topic = file.getFileName().toString().replaceFirst("\\.avsc$", "");
            topics.put(topic, new Schema.Parser().parse(Files.readString(file)));
          }
        }
        all.put(version.getFileName().toString(), topics);
      }
    }
    return all;
  }

  /** Writes the present schemas as those of a version. */
  static void write(String version) throws IOException {
    Path directory = DIRECTORY.resolve(version);
    Files.createDirectories(directory);
    for (Topic<?> topic : Topics.created()) {
      if (topic.typed()) {
        Files.writeString(
            directory.resolve(topic.name() + ".avsc"),
            JSON.readTree(SchemaText.of(topic.schema())).toPrettyString() + "\n");
      }
    }
  }

  /** What a topic's present schema breaks for one earlier schema; empty when nothing. */
  static List<String> broken(Compatibility rule, Schema present, Schema earlier) {
    List<String> broken = new ArrayList<>();
    if (rule != Compatibility.NONE) {
      broken.addAll(unreadable("the present schema cannot read earlier records", present, earlier));
      reinterpreted(present, earlier, "", broken);
    }
    if (rule == Compatibility.FULL_TRANSITIVE) {
      broken.addAll(unreadable("an earlier reader cannot read new records", earlier, present));
    }
    return broken;
  }

  /** Avro's own check does not look at logical types: a changed scale would move the point. */
  private static void reinterpreted(
      Schema present, Schema earlier, String path, List<String> broken) {
    if (!Objects.equals(logicalType(present), logicalType(earlier))) {
      broken.add(
          path + " was " + logicalType(earlier) + " and would be read as " + logicalType(present));
    }
    if (present.getType() != earlier.getType()) {
      return;
    }
    switch (present.getType()) {
      case ARRAY ->
          reinterpreted(present.getElementType(), earlier.getElementType(), path + "[]", broken);
      case UNION ->
          reinterpreted(present.getTypes().getLast(), earlier.getTypes().getLast(), path, broken);
      case RECORD -> {
        for (Schema.Field field : present.getFields()) {
          Schema.Field before = earlier.getField(field.name());
          if (before != null) {
            reinterpreted(field.schema(), before.schema(), path + "/" + field.name(), broken);
          }
        }
      }
      default -> {
        // A primitive has no parts.
      }
    }
  }

  private static @Nullable String logicalType(Schema schema) {
    if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
      return "decimal(" + decimal.getPrecision() + "," + decimal.getScale() + ")";
    }
    return schema.getLogicalType() == null ? null : schema.getLogicalType().getName();
  }

  private static List<String> unreadable(String what, Schema reader, Schema writer) {
    var checked = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
    if (checked.getType() == SchemaCompatibilityType.COMPATIBLE) {
      return List.of();
    }
    return checked.getResult().getIncompatibilities().stream()
        .map(incompatibility ->
            what
                + ": "
                + incompatibility.getType()
                + " at "
                + incompatibility.getLocation()
                + " ("
                + incompatibility.getMessage()
                + ")")
        .toList();
  }
}
