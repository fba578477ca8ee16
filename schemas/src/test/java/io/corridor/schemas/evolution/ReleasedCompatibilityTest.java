package io.corridor.schemas.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.schemas.topic.Compatibility;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.TopicKind;
import io.corridor.schemas.topic.Topics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

/**
 * No release breaks what an earlier one wrote or, for current topics, reads. A release is recorded
 * with {@code -Dcorridor.schemas.release=v<version>}, once, when it is made; until then its folder
 * may be written again.
 */
class ReleasedCompatibilityTest {

  @Test
  void everySchemaIsCompatibleWithEveryReleasedVersion() throws IOException {
    String release = System.getProperty("corridor.schemas.release");
    if (release != null) {
      Released.write(release);
    }
    List<String> broken = new ArrayList<>();
    Map<String, Map<String, Schema>> released = Released.all();
    released.forEach((version, topics) ->
        topics.forEach((name, earlier) -> {
          Topic<?> topic = Topics.named(name).orElseThrow();
          Released.broken(topic.kind().compatibility(), topic.schema(), earlier)
              .forEach(what -> broken.add(name + " since " + version + ": " + what));
        }));
    assertThat(broken).isEmpty();
    assertThat(released).containsKey("v0.1.0");
  }

  @Test
  void everyTopicInUseIsInTheLatestRelease() throws IOException {
    Map<String, Schema> latest = Released.all().lastEntry().getValue();
    assertThat(latest.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Topics.created().stream().filter(Topic::typed).map(Topic::name).toList());
  }

  @Test
  void theRulesAreThoseOfTheKinds() {
    assertThat(TopicKind.CURRENT.compatibility()).isEqualTo(Compatibility.FULL_TRANSITIVE);
    assertThat(TopicKind.HISTORY.compatibility()).isEqualTo(Compatibility.BACKWARD_TRANSITIVE);
    assertThat(TopicKind.FROZEN.compatibility()).isEqualTo(Compatibility.BACKWARD_TRANSITIVE);
  }

  @Test
  void theCheckBites() {
    Schema earlier =
        SchemaBuilder.record("R").fields().requiredInt("kept").requiredInt("gone").endRecord();
    Schema renamed =
        SchemaBuilder.record("R").fields().requiredInt("kept").requiredInt("new").endRecord();
    assertThat(Released.broken(Compatibility.BACKWARD_TRANSITIVE, renamed, earlier))
        .singleElement()
        .asString()
        .contains("READER_FIELD_MISSING_DEFAULT_VALUE")
        .contains("cannot read earlier records");
    Schema retyped =
        SchemaBuilder.record("R").fields().requiredString("kept").requiredInt("gone").endRecord();
    assertThat(Released.broken(Compatibility.BACKWARD_TRANSITIVE, retyped, earlier))
        .singleElement()
        .asString()
        .contains("TYPE_MISMATCH");

    // Dropping a required field is well for history, but not for readers of a current topic.
    Schema dropped = SchemaBuilder.record("R").fields().requiredInt("kept").endRecord();
    assertThat(Released.broken(Compatibility.BACKWARD_TRANSITIVE, dropped, earlier)).isEmpty();
    assertThat(Released.broken(Compatibility.FULL_TRANSITIVE, dropped, earlier))
        .singleElement()
        .asString()
        .contains("an earlier reader cannot read new records");

    Schema optional =
        SchemaBuilder.record("R")
            .fields()
            .requiredInt("kept")
            .requiredInt("gone")
            .optionalString("more")
            .endRecord();
    assertThat(Released.broken(Compatibility.FULL_TRANSITIVE, optional, earlier)).isEmpty();
  }

  @Test
  void theCheckBitesOnOurOwnSchemas() {
    Schema present = Topics.BUDGET.schema();
    String text = present.toString();
    Schema later =
        new Schema.Parser().parse(text.replace("\"name\":\"variance\"", "\"name\":\"v\""));
    assertThat(Released.broken(Compatibility.FULL_TRANSITIVE, later, present)).hasSize(2);
    Schema rescaled =
        new Schema.Parser()
            .parse(text.replace("\"precision\":18,\"scale\":2", "\"precision\":18,\"scale\":4"));
    assertThat(Released.broken(Compatibility.FULL_TRANSITIVE, rescaled, present))
        .contains("/body/allowed was decimal(18,2) and would be read as decimal(18,4)");
  }
}
