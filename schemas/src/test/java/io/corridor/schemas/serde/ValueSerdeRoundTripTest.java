package io.corridor.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.schemas.Samples;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every value type of the catalogue comes back as it went. */
class ValueSerdeRoundTripTest {

  private static final long SEED = 20_250_101L;
  private static final int RECORDS = 200;

  private final SchemaRegistry registry = new InMemorySchemaRegistry();

  static Stream<Topic<?>> typedTopics() {
    return Topics.all().stream().filter(Topic::typed);
  }

  @ParameterizedTest
  @MethodSource("typedTopics")
  void comesBackAsItWentInAvrosOwnBytes(Topic<?> topic) throws IOException {
    roundTrips(topic);
  }

  private <V extends SpecificRecord> void roundTrips(Topic<V> topic) throws IOException {
    ValueSerde<V> serde = ValueSerde.of(topic, registry);
    Samples samples = new Samples(SEED);
    for (int i = 0; i < RECORDS; i++) {
      V value = samples.record(topic.type());
      byte[] bytes = Objects.requireNonNull(serde.serialize("a changelog's name", value));
      assertThat(serde.deserialize("a changelog's name", bytes))
          .as("record %d of seed %d", i, SEED)
          .isEqualTo(value);
      assertThat(Arrays.copyOfRange(bytes, 5, bytes.length)).isEqualTo(asAvroWritesIt(value));
    }
  }

  private static byte[] asAvroWritesIt(SpecificRecord value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    new SpecificDatumWriter<SpecificRecord>(
            value.getSchema(), SpecificData.getForClass(value.getClass()))
        .write(value, encoder);
    return out.toByteArray();
  }

  @Test
  void nullStandsForNull() {
    var serde = ValueSerde.of(Topics.CLAIM, registry);
    assertThat(serde.serialize("any", null)).isNull();
    assertThat(serde.deserialize("any", null)).isNull();
  }

  @Test
  void manyThreadsShareOneSerde() {
    var serde = ValueSerde.of(Topics.CLAIM, registry);
    List<Boolean> same =
        Stream.iterate(0L, seed -> seed + 1)
            .limit(64)
            .parallel()
            .map(seed -> {
              var value = new Samples(seed).record(Topics.CLAIM.type());
              return serde.read(serde.write(value)).equals(value);
            })
            .toList();
    assertThat(same).hasSize(64).doesNotContain(false);
  }
}
