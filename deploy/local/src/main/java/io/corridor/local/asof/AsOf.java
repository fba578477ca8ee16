package io.corridor.local.asof;

import com.fasterxml.jackson.databind.JsonNode;
import io.corridor.local.platform.PlatformException;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.TopicKind;
import io.corridor.schemas.topic.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What a topic held at a past moment, as far as its records can still tell. */
public final class AsOf {

  private AsOf() {}

  /**
   * Hands over the rows of a topic by key.
   *
   * <ul>
   *   <li>{@code attribution.assignment.v1}: replayed from its changes, one row a month;
   *   <li>frozen topics: what was published by then;
   *   <li>other history: the last record of each key that was known by then;
   *   <li>other current topics are compacted: refused.
   * </ul>
   *
   * @param prefix beginning of the keys asked for
   * @throws PlatformException AS_OF_COMPACTED when the topic keeps no past
   */
  public static void rows(
      Topic<?> topic, History history, Moment moment, String prefix, Consumer<JsonNode> taker) {
    if (topic == Topics.ASSIGNMENT) {
      AssignmentsAsOf.replay(history, moment, prefix, taker::accept);
      return;
    }
    if (topic.kind() == TopicKind.CURRENT) {
      throw new PlatformException(
          "AS_OF_COMPACTED",
          topic.name()
              + " keeps the latest value of a key only. Its past can be asked of history and frozen"
              + " topics, and of attribution.assignment.v1, which is replayed from its changes.");
    }
    Map<String, JsonNode> last = new TreeMap<>();
    history.each(
        topic,
        line -> {
          String key = line.path("key").asText();
          if (key.startsWith(prefix) && isKnown(line, moment)) {
            last.put(key, line);
          }
        });
    last.values().forEach(taker);
  }

  private static boolean isKnown(JsonNode line, Moment moment) {
    JsonNode on = line.path("body").path("businessDate");
    boolean reached = !on.isTextual() || moment.reaches(LocalDate.parse(on.asText()));
    return reached && moment.knows(Instant.parse(line.path("envelope").path("knownAt").asText()));
  }
}
