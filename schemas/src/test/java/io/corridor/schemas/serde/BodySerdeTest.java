package io.corridor.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.schemas.InboxOutreachValue;
import io.corridor.schemas.Outreach;
import io.corridor.schemas.Samples;
import io.corridor.schemas.topic.InboxTopics;
import io.corridor.schemas.topic.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BodySerdeTest {

  private static final long SEED = 77;

  private final SchemaRegistry registry = new InMemorySchemaRegistry();

  static java.util.stream.Stream<Topic<?>> inboxes() {
    return java.util.stream.Stream.of(
        InboxTopics.CLAIM,
        InboxTopics.ENROLLMENT,
        InboxTopics.ADT,
        InboxTopics.OUTREACH,
        InboxTopics.AFFILIATION);
  }

  @ParameterizedTest
  @MethodSource("inboxes")
  @DisplayName("a body comes back as it went, in Avro's own bytes behind the schema's id")
  void roundTrip(Topic<?> topic) throws IOException {
    Samples samples = new Samples(SEED);
    BodySerde serde = BodySerde.of(topic, registry);
    for (int i = 0; i < 100; i++) {
      SpecificRecord body = (SpecificRecord) samples.record(topic.type()).get(1);
      byte[] bytes = serde.write(body);
      assertThat(serde.read(bytes)).as("record %d of seed %d", i, SEED).isEqualTo(body);
      assertThat(ByteBuffer.wrap(bytes).getInt())
          .isEqualTo(registry.idOf(topic.subject(), topic.schema()));
      assertThat(Arrays.copyOfRange(bytes, BodySerde.HEADER, bytes.length)).isEqualTo(avro(body));
    }
  }

  @Test
  @DisplayName("a body that was stored under an earlier schema is read")
  void earlierSchema() throws IOException {
    Outreach stored = new Samples(SEED).record(InboxOutreachValue.class).getBody();
    stored.put("by", null);
    Schema earlier = withoutBy();
    int id = registry.idOf(InboxTopics.OUTREACH.subject(), earlier);
    Schema earlierBody = earlier.getField("body").schema();
    GenericRecord record =
        new GenericDatumReader<GenericRecord>(Outreach.getClassSchema(), earlierBody)
            .read(null, DecoderFactory.get().binaryDecoder(avro(stored), null));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(earlierBody).write(record, encoder);
    byte[] bytes = ByteBuffer.allocate(out.size() + 4).putInt(id).put(out.toByteArray()).array();

    assertThat(BodySerde.of(InboxTopics.OUTREACH, registry).read(bytes)).isEqualTo(stored);
  }

  @Test
  @DisplayName("an unknown schema and a body cut short are told without their content")
  void broken() {
    BodySerde serde = BodySerde.of(InboxTopics.OUTREACH, registry);
    byte[] bytes = serde.write(new Samples(SEED).record(InboxOutreachValue.class).getBody());
    byte[] unknown = bytes.clone();
    unknown[3] = 99;
    assertThatThrownBy(() -> serde.read(unknown))
        .isInstanceOf(SerdeException.class)
        .hasMessageContaining("no schema of id 99");
    assertThatThrownBy(() -> serde.read(Arrays.copyOf(bytes, bytes.length / 2)))
        .isInstanceOf(SerdeException.class)
        .hasMessageContaining("inbox.outreach.v1");
  }

  private static byte[] avro(SpecificRecord body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    new SpecificDatumWriter<SpecificRecord>(
            body.getSchema(), SpecificData.getForClass(body.getClass()))
        .write(body, encoder);
    return out.toByteArray();
  }

  /** The schema before the last field of an outreach record was added. */
  private static Schema withoutBy() {
    Schema now = InboxTopics.OUTREACH.schema();
    Schema body = Outreach.getClassSchema();
    Schema earlier =
        Schema.createRecord(
            body.getName(),
            body.getDoc(),
            body.getNamespace(),
            false,
            body.getFields().stream()
                .filter(field -> !field.name().equals("by"))
                .map(field -> new Schema.Field(field, field.schema()))
                .toList());
    return Schema.createRecord(
        now.getName(),
        now.getDoc(),
        now.getNamespace(),
        false,
        now.getFields().stream()
            .map(field ->
                new Schema.Field(field, field.name().equals("body") ? earlier : field.schema()))
            .toList());
  }
}
