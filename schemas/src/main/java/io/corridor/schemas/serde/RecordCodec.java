package io.corridor.schemas.serde;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads generated records in their own schema, byte for byte as Avro does, several times
 * as fast: what Avro looks up for every field of every value (which branch of a union, which
 * conversion) is settled here once, when the codec is made. Records of other schema versions are
 * Avro's to resolve. Immutable, for many threads.
 */
final class RecordCodec {

  /** One node of a schema. */
  private interface Part {
    void write(@Nullable Object value, AvroOutput out);

    @Nullable Object read(AvroInput in);
  }

  private final Part root;

  private RecordCodec(Part root) {
    this.root = root;
  }

  /**
   * The codec of a generated class' own schema.
   *
   * @throws IllegalArgumentException if the schema has a type that no schema of ours uses
   */
  static RecordCodec of(Schema schema) {
    return new RecordCodec(record(schema));
  }

  /**
   * Writes a record.
   *
   * @throws RuntimeException of any kind if the record does not fit its schema
   */
  void write(SpecificRecord record, AvroOutput out) {
    root.write(record, out);
  }

  /**
   * Reads a record.
   *
   * @throws RuntimeException of any kind if the bytes are not such a record
   */
  @Nullable Object read(AvroInput in) {
    return root.read(in);
  }

  private static Part part(Schema schema) {
    if (schema.getLogicalType() != null) {
      return logical(schema);
    }
    return switch (schema.getType()) {
      case RECORD -> record(schema);
      case ENUM -> enumeration(schema);
      case ARRAY -> new ListPart(part(schema.getElementType()));
      case UNION -> optional(schema);
      case STRING -> new StringPart();
      case BYTES -> new BytesPart();
      case INT -> new IntPart();
      case LONG -> new LongPart();
      case BOOLEAN -> new BooleanPart();
      default -> throw unused(schema);
    };
  }

  private static Part logical(Schema schema) {
    return switch (schema.getLogicalType()) {
      case LogicalTypes.Decimal d when d.getPrecision() <= 18 ->
          new DecimalPart(d.getPrecision(), d.getScale());
      case LogicalTypes.Date _ -> new DatePart();
      case LogicalTypes.TimestampMillis _ -> new InstantPart();
      default -> throw unused(schema);
    };
  }

  private static IllegalArgumentException unused(Schema schema) {
    return new IllegalArgumentException("No schema of the catalogue uses " + schema);
  }

  private static Part record(Schema schema) {
    Part[] parts =
        schema.getFields().stream().map(field -> part(field.schema())).toArray(Part[]::new);
    Class<?> type = SpecificData.get().getClass(schema);
    return new RecordPart(type, constructor(type), parts);
  }

  @SuppressWarnings("unchecked")
  private static Supplier<SpecificRecord> constructor(Class<?> type) {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      MethodHandle constructor = lookup.findConstructor(type, MethodType.methodType(void.class));
      return (Supplier<SpecificRecord>)
          LambdaMetafactory.metafactory(
                  lookup,
                  "get",
                  MethodType.methodType(Supplier.class),
                  MethodType.methodType(Object.class),
                  constructor,
                  constructor.type())
              .getTarget()
              .invoke();
    } catch (Throwable e) {
      throw new IllegalStateException(type.getName() + " cannot be made", e);
    }
  }

  private static Part enumeration(Schema schema) {
    Object[] constants = SpecificData.get().getClass(schema).getEnumConstants();
    List<String> symbols = new ArrayList<>();
    for (Object constant : constants) {
      symbols.add(((Enum<?>) constant).name());
    }
    if (!symbols.equals(schema.getEnumSymbols())) {
      throw new IllegalArgumentException(schema.getName() + " is not generated from its schema");
    }
    return new EnumPart(constants);
  }

  private static Part optional(Schema schema) {
    List<Schema> types = schema.getTypes();
    if (types.size() != 2 || types.getFirst().getType() != Schema.Type.NULL) {
      throw unused(schema);
    }
    return new OptionalPart(part(types.getLast()));
  }

  private static final class RecordPart implements Part {
    private final Class<?> type;
    private final Supplier<SpecificRecord> constructor;
    private final Part[] parts;

    private RecordPart(Class<?> type, Supplier<SpecificRecord> constructor, Part[] parts) {
      this.type = type;
      this.constructor = constructor;
      this.parts = parts;
    }

    @Override
    public void write(@Nullable Object value, AvroOutput out) {
      SpecificRecord record = (SpecificRecord) type.cast(Objects.requireNonNull(value));
      for (int i = 0; i < parts.length; i++) {
        parts[i].write(record.get(i), out);
      }
    }

    @Override
    public Object read(AvroInput in) {
      SpecificRecord record = constructor.get();
      for (int i = 0; i < parts.length; i++) {
        record.put(i, parts[i].read(in));
      }
      return record;
    }
  }

  private record OptionalPart(Part present) implements Part {
    @Override
    public void write(@Nullable Object value, AvroOutput out) {
      if (value == null) {
        out.writeByte(0);
      } else {
        out.writeByte(2); // The index 1, zigzag.
        present.write(value, out);
      }
    }

    @Override
    public @Nullable Object read(AvroInput in) {
      long branch = in.readLong();
      if (branch < 0 || branch > 1) {
        throw new IllegalArgumentException("a union has no branch " + branch);
      }
      return branch == 0 ? null : present.read(in);
    }
  }

  private record ListPart(Part element) implements Part {
    @Override
    public void write(@Nullable Object value, AvroOutput out) {
      List<?> list = (List<?>) Objects.requireNonNull(value);
      if (!list.isEmpty()) {
        out.writeLong(list.size());
        for (Object item : list) {
          element.write(item, out);
        }
      }
      out.writeByte(0);
    }

    @Override
    public Object read(AvroInput in) {
      int count = in.readBlock();
      List<@Nullable Object> list = new ArrayList<>(count);
      while (count > 0) {
        for (int i = 0; i < count; i++) {
          list.add(element.read(in));
        }
        count = in.readBlock();
      }
      return list;
    }
  }

  private static final class EnumPart implements Part {
    private final Object[] constants;

    private EnumPart(Object[] constants) {
      this.constants = constants;
    }

    @Override
    @SuppressWarnings("EnumOrdinal") // The order of constants is that of the schema's symbols.
    public void write(@Nullable Object value, AvroOutput out) {
      int ordinal = ((Enum<?>) Objects.requireNonNull(value)).ordinal();
      if (!constants[ordinal].equals(value)) {
        throw new ClassCastException("a symbol of another enum");
      }
      out.writeLong(ordinal);
    }

    @Override
    public Object read(AvroInput in) {
      return constants[in.readInt()];
    }
  }

  private record StringPart() implements Part {
    @Override
    public void write(@Nullable Object value, AvroOutput out) {
      out.writeString((String) Objects.requireNonNull(value));
    }

    @Override
    public Object read(AvroInput in) {
      return in.readString();
    }
  }

  private record BytesPart() implements Part {
    @Override
    public void write(@Nullable Object value, AvroOutput out) {
      out.writeBytes((ByteBuffer) Objects.requireNonNull(value));
    }

    @Override
    public Object read(AvroInput in) {
      return in.readBytes();
    }
  }

  private record IntPart() implements Part {
    @Override
    public void write(@Nullable Object value, AvroOutput out) {
      out.writeLong((Integer) Objects.requireNonNull(value));
    }

    @Override
    public Object read(AvroInput in) {
      return in.readInt();
    }
  }

  private record LongPart() implements Part {
    @Override
    public void write(@Nullable Object value, AvroOutput out) {
      out.writeLong((Long) Objects.requireNonNull(value));
    }

    @Override
    public Object read(AvroInput in) {
      return in.readLong();
    }
  }

  private record BooleanPart() implements Part {
    @Override
    public void write(@Nullable Object value, AvroOutput out) {
      out.writeBoolean((Boolean) Objects.requireNonNull(value));
    }

    @Override
    public Object read(AvroInput in) {
      return in.readBoolean();
    }
  }

  private record DatePart() implements Part {
    @Override
    public void write(@Nullable Object value, AvroOutput out) {
      int day = Math.toIntExact(((LocalDate) Objects.requireNonNull(value)).toEpochDay());
      out.writeLong(day);
    }

    @Override
    public Object read(AvroInput in) {
      return LocalDate.ofEpochDay(in.readInt());
    }
  }

  private record InstantPart() implements Part {
    @Override
    public void write(@Nullable Object value, AvroOutput out) {
      out.writeLong(((Instant) Objects.requireNonNull(value)).toEpochMilli());
    }

    @Override
    public Object read(AvroInput in) {
      return Instant.ofEpochMilli(in.readLong());
    }
  }

  private record DecimalPart(int precision, int scale) implements Part {
    @Override
    public void write(@Nullable Object value, AvroOutput out) {
      BigDecimal number = (BigDecimal) Objects.requireNonNull(value);
      if (number.scale() != scale) {
        number = number.setScale(scale, RoundingMode.UNNECESSARY);
      }
      if (number.precision() > precision) {
        throw new ArithmeticException("more digits than the schema has");
      }
      out.writeUnscaled(number.unscaledValue().longValue());
    }

    @Override
    public Object read(AvroInput in) {
      return BigDecimal.valueOf(in.readUnscaled(), scale);
    }
  }
}
