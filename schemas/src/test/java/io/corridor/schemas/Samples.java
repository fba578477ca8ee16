package io.corridor.schemas;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Generated records of any generated class, from a seed: every field filled, edges included. */
public final class Samples {

  private static final String LETTERS = "abcXYZ0123456789|é漢 ";

  private final Random random;

  /** Records of this seed. */
  public Samples(long seed) {
    this.random = new Random(seed);
  }

  /** One record. */
  public <T extends SpecificRecord> T record(Class<T> type) {
    return type.cast(record(SpecificData.get().getSchema(type)));
  }

  private SpecificRecord record(Schema schema) {
    SpecificRecord record =
        (SpecificRecord) SpecificData.newInstance(SpecificData.get().getClass(schema), schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(field.pos(), value(field.schema()));
    }
    return record;
  }

  private Object value(Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> record(schema);
      case ENUM -> symbol(schema);
      case ARRAY -> list(schema);
      case UNION -> optional(schema);
      case STRING -> text();
      case BYTES -> bytes(schema);
      case INT ->
          schema.getLogicalType() instanceof LogicalTypes.Date
              ? LocalDate.ofEpochDay(random.nextInt(-30_000, 40_000))
              : random.nextInt();
      case LONG ->
          schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
              ? Instant.ofEpochMilli(random.nextLong(-1L << 41, 1L << 41))
              : random.nextLong();
      case BOOLEAN -> random.nextBoolean();
      default -> throw new IllegalStateException("No schema uses " + schema.getType());
    };
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Object symbol(Schema schema) {
    List<String> symbols = schema.getEnumSymbols();
    String name = symbols.get(random.nextInt(symbols.size()));
    return Enum.valueOf((Class<? extends Enum>) SpecificData.get().getClass(schema), name);
  }

  private List<Object> list(Schema schema) {
    List<Object> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(value(schema.getElementType()));
    }
    return list;
  }

  private Object optional(Schema schema) {
    List<Schema> types = schema.getTypes();
    Schema chosen = types.get(random.nextInt(5) == 0 ? 0 : 1);
    return chosen.getType() == Schema.Type.NULL ? null : value(chosen);
  }

  private Object bytes(Schema schema) {
    if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
      int bits = random.nextInt(1, 59); // 2^59 has 18 digits, the precision of every decimal.
      BigInteger unscaled = new BigInteger(bits, random);
      return new BigDecimal(
          random.nextBoolean() ? unscaled : unscaled.negate(), decimal.getScale());
    }
    byte[] content = new byte[random.nextInt(40)];
    random.nextBytes(content);
    return ByteBuffer.wrap(content);
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
