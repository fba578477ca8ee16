package io.corridor.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimValue;
import io.corridor.schemas.Samples;
import io.corridor.schemas.serde.SerdeException.Code;
import io.corridor.schemas.topic.Topics;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.Test;

/** The bytes of the wire format, and what becomes of bytes that are not it. */
class ValueSerdeWireTest {

  private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
  private final ValueSerde<ClaimValue> serde = ValueSerde.of(Topics.CLAIM, registry);
  private final ClaimValue value = new Samples(7).record(ClaimValue.class);

  @Test
  void oneZeroByteFourBytesOfIdThenTheBody() throws IOException {
    // Ids that need more than one byte, so that their order shows.
    SchemaRegistry high =
        new SchemaRegistry() {
          @Override
          public int idOf(String subject, Schema schema) {
            assertThat(subject).isEqualTo("intake.claim.v1-value");
            return 0x01_02_83_04;
          }

          @Override
          public Schema byId(int id) {
            assertThat(id).isEqualTo(0x01_02_83_04);
            return Topics.CLAIM.schema();
          }
        };
    ValueSerde<ClaimValue> highSerde = ValueSerde.of(Topics.CLAIM, high);
    byte[] bytes = highSerde.write(value);
    assertThat(Arrays.copyOf(bytes, 5)).containsExactly(0, 1, 2, 0x83, 4);
    assertThat(highSerde.read(bytes)).isEqualTo(value);
    GenericRecord body =
        new GenericDatumReader<GenericRecord>(Topics.CLAIM.schema())
            .read(null, DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null));
    assertThat(((GenericRecord) body.get("envelope")).get("tenant").toString())
        .isEqualTo(value.getEnvelope().getTenant());
  }

  @Test
  void otherFramingIsRefused() {
    byte[] bytes = serde.write(value);
    bytes[0] = 1;
    assertCode(bytes, Code.SERDE_NOT_FRAMED);
    assertCode(new byte[] {0, 0, 0, 1}, Code.SERDE_NOT_FRAMED);
    assertCode(new byte[0], Code.SERDE_NOT_FRAMED);
  }

  @Test
  void unknownIdIsRefused() {
    byte[] bytes = serde.write(value);
    ByteBuffer.wrap(bytes).putInt(1, 4711);
    assertCode(bytes, Code.SERDE_UNKNOWN_SCHEMA);
  }

  @Test
  void foreignSchemaIsRefused() {
    Schema foreign =
        SchemaBuilder.record("Other").namespace("n").fields().requiredInt("a").endRecord();
    byte[] bytes = serde.write(value);
    ByteBuffer.wrap(bytes).putInt(1, registry.idOf("x-value", foreign));
    assertCode(bytes, Code.SERDE_INCOMPATIBLE_SCHEMA);
  }

  @Test
  void everyTruncationIsRefused() {
    byte[] bytes = serde.write(value);
    for (int length = 5; length < bytes.length; length++) {
      assertCode(Arrays.copyOf(bytes, length), Code.SERDE_BROKEN_BODY);
    }
  }

  @Test
  void trailingBytesAreRefused() {
    byte[] bytes = serde.write(value);
    assertCode(Arrays.copyOf(bytes, bytes.length + 1), Code.SERDE_TRAILING_BYTES);
  }

  @Test
  void damagedBytesNeverEndInAnythingElse() {
    long seed = 42;
    Random random = new Random(seed);
    byte[] good = serde.write(value);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bad = good.clone();
      for (int n = random.nextInt(1, 4); n > 0; n--) {
        bad[random.nextInt(5, bad.length)] = (byte) random.nextInt();
      }
      try {
        serde.read(bad);
      } catch (SerdeException e) {
        refused++;
      } catch (Throwable e) {
        throw new AssertionError("round " + i + " of seed " + seed, e);
      }
    }
    assertThat(refused).isGreaterThan(1_000);
  }

  @Test
  void aMissingFieldIsNamedByItsPath() {
    ClaimValue broken = new Samples(8).record(ClaimValue.class);
    broken.getEnvelope().put("tenant", null);
    assertUnwritable(broken, "value.envelope.tenant is missing");
  }

  @Test
  void aMoneyAmountWithFractionsOfCentsIsRefused() {
    Claim after = new Samples(9).record(Claim.class);
    after.put("totalPaid", new BigDecimal("98765.432"));
    ClaimValue broken = new Samples(9).record(ClaimValue.class);
    broken.getBody().put("after", after);
    assertUnwritable(broken, "value.body.after.totalPaid has 3 decimal places, not 2");
    after.put("totalPaid", new BigDecimal("12345678901234567.89"));
    assertUnwritable(broken, "value.body.after.totalPaid has 19 digits, more than 18");
  }

  @Test
  void noTextQuotesTheValue() {
    Claim after = new Samples(9).record(Claim.class);
    after.put("lines", List.of("Jane Roe 123-45-6789"));
    ClaimValue broken = new Samples(9).record(ClaimValue.class);
    broken.getBody().put("after", after);
    assertUnwritable(broken, "value.body.after.lines[0] is a java.lang.String, not a ClaimLine");
  }

  private void assertUnwritable(ClaimValue broken, String reason) {
    SerdeException e = catchThrowableOfType(SerdeException.class, () -> serde.write(broken));
    assertThat(e.code()).isEqualTo(Code.SERDE_UNWRITABLE);
    assertThat(e.topic()).isEqualTo("intake.claim.v1");
    assertThat(e.getCause()).isNull();
    assertThat(e).hasMessage("SERDE_UNWRITABLE on intake.claim.v1: " + reason);
  }

  @Test
  void aRegistryThatCannotBeReachedIsNotAFaultOfTheValue() {
    SchemaRegistry down =
        new SchemaRegistry() {
          @Override
          public int idOf(String subject, Schema schema) {
            throw new RegistryException("down");
          }

          @Override
          public Schema byId(int id) {
            throw new RegistryException("down");
          }
        };
    ValueSerde<ClaimValue> cut = ValueSerde.of(Topics.CLAIM, down);
    byte[] bytes = serde.write(value);
    assertThatThrownBy(() -> cut.write(value)).isExactlyInstanceOf(RegistryException.class);
    assertThatThrownBy(() -> cut.read(bytes)).isExactlyInstanceOf(RegistryException.class);
  }

  private void assertCode(byte[] bytes, Code code) {
    SerdeException e = catchThrowableOfType(SerdeException.class, () -> serde.read(bytes));
    assertThat(e).as("bytes of length %d", bytes.length).isNotNull();
    assertThat(e.code()).isEqualTo(code);
    assertThat(e).hasMessageContaining("intake.claim.v1");
  }
}
