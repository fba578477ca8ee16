package io.corridor.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.corridor.local.platform.Exporter;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.TopicKind;
import io.corridor.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The current answers of an export, as decisions 9 compares them: bodies of current topics by topic
 * and key, without envelopes; what has ended is absent. Progress by partition and counts of lines
 * tell how a run went, not what it answers; terms are an input, and carry when they were applied.
 */
final class Answers {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Answers() {}

  /** Answers of a directory of results. */
  static Map<String, String> in(Path results) {
    Map<String, String> answers = new TreeMap<>();
    Exporter.outputs().stream()
        .filter(topic -> topic.kind() == TopicKind.CURRENT)
        .filter(topic -> !topic.name().startsWith("platform."))
        .filter(topic -> !topic.name().equals("intake.file.v1"))
        .filter(topic -> topic != Topics.TERMS)
        .forEach(topic -> read(results, topic, answers));
    return answers;
  }

  /** What differs between two sets of answers, one line each. */
  static List<String> differences(Map<String, String> one, Map<String, String> other) {
    Set<String> keys = new TreeSet<>(one.keySet());
    keys.addAll(other.keySet());
    return keys.stream()
        .filter(key -> !Objects.equals(one.get(key), other.get(key)))
        .map(key -> key + ": " + one.get(key) + " and " + other.get(key))
        .toList();
  }

  private static void read(Path results, Topic<?> topic, Map<String, String> answers) {
    try (Stream<String> lines = Files.lines(results.resolve(topic.name() + ".ndjson"))) {
      lines.forEach(line -> {
        JsonNode record = parse(line);
        String op = record.path("envelope").path("op").asText();
        if (!op.equals("END") && !op.equals("RETRACT")) {
          answers.put(
              topic.name() + " " + record.path("key").asText(), record.path("body").toString());
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
