package io.corridor.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.schemas.Samples;
import io.corridor.schemas.topic.InboxTopics;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The serde against a registry that others run: Apicurio's Confluent-compatible interface. */
@Tag("acceptance")
class ApicurioInteropTest {

  private static @Nullable ApicurioRegistry apicurio;

  @BeforeAll
  static void start(@TempDir Path directory) throws Exception {
    Path archive = ApicurioRegistry.archive().orElse(null);
    if (archive == null) {
      String skipped =
          "SKIPPED: Apicurio's archive is not in the local Maven repository. Get it with"
              + " mvn dependency:get -Dartifact="
              + ApicurioRegistry.ARTIFACT
              + " or name it with -Dcorridor.apicurio.archive=FILE";
      System.out.println(skipped);
      Assumptions.abort(skipped);
      return;
    }
    apicurio = ApicurioRegistry.start(archive, directory);
    System.out.println("Apicurio started in " + apicurio.startTime());
  }

  @AfterAll
  static void stop() {
    if (apicurio != null) {
      apicurio.close();
    }
  }

  private static ApicurioRegistry running() {
    if (apicurio == null) {
      throw new IllegalStateException("Apicurio is not running");
    }
    return apicurio;
  }

  private static HttpSchemaRegistry client(boolean autoRegister) {
    return new HttpSchemaRegistry(running().uri(), autoRegister);
  }

  @Test
  void everyValueTypeGoesThroughBothClients() throws Exception {
    Map<String, Integer> ids = CatalogueRegistration.register(client(true));
    assertThat(CatalogueRegistration.register(client(true))).isEqualTo(ids);
    assertThat(ids.get(InboxTopics.ADT.subject())).isEqualTo(ids.get(Topics.ADT.subject()));
    ConfluentClient theirs = new ConfluentClient(running().uri());
    List<Topic<?>> typed = Topics.created().stream().filter(Topic::typed).toList();
    assertThat(ids).hasSize(typed.size());
    for (Topic<?> topic : typed) {
      throughBoth(topic, theirs);
      assertThat(theirs.compatibilityRule(topic.subject()))
          .isEqualTo(topic.kind().compatibility().name());
    }
  }

  private <V extends SpecificRecord> void throughBoth(Topic<V> topic, ConfluentClient theirs)
      throws Exception {
    ValueSerde<V> ours = ValueSerde.of(topic, client(false));
    V value = new Samples(5).record(topic.type());
    byte[] written = ours.write(value);
    ConfluentClient.Read read = theirs.read(written);
    assertThat(read.text()).isEqualTo(ConfluentClient.plain(value));
    byte[] rewritten = theirs.write(topic.subject(), read);
    assertThat(rewritten).isEqualTo(written);
    assertThat(ValueSerde.of(topic, client(false)).read(rewritten)).isEqualTo(value);
  }

  @Test
  void aRuleMayBeSetBeforeTheFirstSchemaAndIsEnforced() {
    String subject = "ruled.entity.v1-value";
    Schema first = SchemaBuilder.record("R").fields().requiredInt("a").endRecord();
    Schema later =
        SchemaBuilder.record("R").fields().requiredInt("a").optionalString("b").endRecord();
    Schema broken = SchemaBuilder.record("R").fields().requiredString("b").endRecord();
    HttpSchemaRegistry registry = client(true);
    registry.setCompatibility(subject, "FULL_TRANSITIVE");
    int id = registry.idOf(subject, first);
    assertThat(registry.idOf(subject, later)).isNotEqualTo(id);
    assertThatThrownBy(() -> registry.idOf(subject, broken))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("make a new topic version");
  }

  @Test
  void whatIsUnknownIsSaidToBeUnknown() {
    assertThatThrownBy(() -> client(false).byId(987_654))
        .isInstanceOf(UnknownSchemaException.class);
    Schema schema = SchemaBuilder.record("Never").fields().requiredInt("seen").endRecord();
    assertThatThrownBy(() -> client(false).idOf("never.seen.v1-value", schema))
        .isInstanceOf(UnknownSchemaException.class);
  }
}
