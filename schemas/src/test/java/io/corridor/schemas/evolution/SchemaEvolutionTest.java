package io.corridor.schemas.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.corridor.schemas.AlertValue;
import io.corridor.schemas.PatientClass;
import io.corridor.schemas.Samples;
import io.corridor.schemas.serde.HttpSchemaRegistry;
import io.corridor.schemas.serde.SchemaText;
import io.corridor.schemas.serde.TestRegistryServer;
import io.corridor.schemas.serde.ValueSerde;
import io.corridor.schemas.topic.Topics;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

/** Records of other schema versions are read as the present one. */
class SchemaEvolutionTest {

  private static final String SUBJECT = Topics.ALERT.subject();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AlertValue sample = new Samples(21).record(AlertValue.class);

  @Test
  void aRecordWrittenWithAnOlderSchemaIsRead() throws IOException {
    Schema older =
        changed(alert -> {
          remove(alert, "unit");
          remove(alert, "reasons");
        });
    AlertValue read = readBack(older, record -> {});
    assertThat(read.getEnvelope()).isEqualTo(sample.getEnvelope());
    assertThat(read.getBody().getMember()).isEqualTo(sample.getBody().getMember());
    assertThat(read.getBody().getStartedAt()).isEqualTo(sample.getBody().getStartedAt());
    assertThat(read.getBody().getLateMinutes()).isEqualTo(sample.getBody().getLateMinutes());
    assertThat(read.getBody().getUnit()).isNull();
    assertThat(read.getBody().getReasons()).isEmpty();
  }

  @Test
  void aRecordWrittenWithANewerSchemaIsRead() throws IOException {
    Schema newer =
        changed(alert -> {
          ((ArrayNode) alert.get("fields"))
              .insertObject(0)
              .put("name", "bed")
              .put("type", "string")
              .put("default", "");
          ArrayNode symbols = (ArrayNode) field(alert, "patientClass").at("/type/symbols");
          symbols.add("HOSPICE");
        });
    AlertValue read =
        readBack(
            newer,
            record -> {
              GenericRecord body = (GenericRecord) record.get("body");
              body.put("bed", "12A");
              Schema type = body.getSchema().getField("patientClass").schema();
              body.put("patientClass", new GenericData.EnumSymbol(type, "HOSPICE"));
            });
    assertThat(read.getBody().getPatientClass()).isEqualTo(PatientClass.UNKNOWN);
    assertThat(read.getBody().getMember()).isEqualTo(sample.getBody().getMember());
    assertThat(read.getBody().getReasons()).isEqualTo(sample.getBody().getReasons());
  }

  /** Writes the sample in another schema as an older or newer service would, and reads it. */
  private AlertValue readBack(Schema other, Consumer<GenericRecord> fill) throws IOException {
    try (TestRegistryServer server = TestRegistryServer.start()) {
      var theirs = new HttpSchemaRegistry(server.uri(), true);
      var serde = ValueSerde.of(Topics.ALERT, new HttpSchemaRegistry(server.uri(), true));
      byte[] present = serde.write(sample);
      GenericRecord record =
          new GenericDatumReader<GenericRecord>(Topics.ALERT.schema(), other)
              .read(null, DecoderFactory.get().binaryDecoder(present, 5, present.length - 5, null));
      fill.accept(record);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeByte(0);
      out.writeInt(theirs.idOf(SUBJECT, other));
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
      new GenericDatumWriter<GenericRecord>(other).write(record, encoder);
      assertThat(theirs.idOf(SUBJECT, other))
          .isNotEqualTo(theirs.idOf(SUBJECT, Topics.ALERT.schema()));
      return serde.read(bytes.toByteArray());
    }
  }

  private static Schema changed(Consumer<ObjectNode> change) throws IOException {
    ObjectNode root = (ObjectNode) JSON.readTree(SchemaText.of(Topics.ALERT.schema()));
    change.accept((ObjectNode) field(root, "body").get("type"));
    return new Schema.Parser().parse(root.toString());
  }

  private static JsonNode field(JsonNode record, String name) {
    for (JsonNode field : record.get("fields")) {
      if (field.get("name").asText().equals(name)) {
        return field;
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static void remove(ObjectNode record, String name) {
    ArrayNode fields = (ArrayNode) record.get("fields");
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).get("name").asText().equals(name)) {
        fields.remove(i);
        return;
      }
    }
    throw new IllegalArgumentException(name);
  }
}
