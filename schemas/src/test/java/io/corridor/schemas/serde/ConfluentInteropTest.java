package io.corridor.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.schemas.Samples;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What we write, Confluent's own client reads, and what it writes, we read: for every value type,
 * against a registry with Confluent's endpoints.
 */
class ConfluentInteropTest {

  private TestRegistryServer server;

  static Stream<Topic<?>> typedTopics() {
    return Topics.created().stream().filter(Topic::typed);
  }

  @BeforeEach
  void start() {
    server = TestRegistryServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @MethodSource("typedTopics")
  void confluentsClientReadsWhatWeWriteAndWritesWhatWeRead(Topic<?> topic) throws Exception {
    throughBoth(topic);
  }

  private <V extends SpecificRecord> void throughBoth(Topic<V> topic) throws Exception {
    ValueSerde<V> ours = ValueSerde.of(topic, new HttpSchemaRegistry(server.uri(), true));
    ConfluentClient theirs = new ConfluentClient(server.uri());
    for (int seed = 0; seed < 20; seed++) {
      V value = new Samples(seed).record(topic.type());
      byte[] written = ours.write(value);
      ConfluentClient.Read read = theirs.read(written);
      assertThat(read.text()).as("seed %d", seed).isEqualTo(ConfluentClient.plain(value));
      byte[] rewritten = theirs.write(topic.subject(), read);
      assertThat(rewritten).isEqualTo(written);
      assertThat(ours.read(rewritten)).isEqualTo(value);
    }
  }

  @Test
  void theirRegistrationIsFoundByOurLookUp() throws Exception {
    Topic<?> topic = Topics.BUDGET;
    int id = new ConfluentClient(server.uri()).register(topic.subject(), topic.schema());
    assertThat(new HttpSchemaRegistry(server.uri(), false).idOf(topic.subject(), topic.schema()))
        .isEqualTo(id);
  }

  @Test
  void ourRegistrationIsFoundByTheirLookUp() throws Exception {
    var ids = CatalogueRegistration.register(new HttpSchemaRegistry(server.uri(), true));
    ConfluentClient theirs = new ConfluentClient(server.uri());
    for (Topic<?> topic : typedTopics().toList()) {
      assertThat(theirs.lookUp(topic.subject(), topic.schema()))
          .isEqualTo(ids.get(topic.subject()));
      assertThat(theirs.compatibilityRule(topic.subject()))
          .isEqualTo(topic.kind().compatibility().name());
    }
  }

  @Test
  void theirCompatibilityCheckAgreesWithTheRegistrys() throws IOException {
    assertThat(ConfluentClient.backwardCompatible(Topics.CLAIM.schema(), Topics.CLAIM.schema()))
        .isTrue();
    assertThat(ConfluentClient.backwardCompatible(Topics.CLAIM.schema(), Topics.BUDGET.schema()))
        .isFalse();
  }
}
