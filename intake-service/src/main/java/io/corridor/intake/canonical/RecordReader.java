package io.corridor.intake.canonical;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reads a JSON object into the generated class of a record schema, field by field. */
final class RecordReader implements ValueReader {

  private static final int MOST_FIELDS = 64;

  private record Field(String name, int position, boolean required, ValueReader reader) {}

  private final Schema schema;
  private final Class<?> type;
  private final Map<String, Field> fields = new HashMap<>();
  private final Map<String, String> byLowerCase;
  private final int[] lists;
  private final long required;

  RecordReader(Schema schema) {
    this.schema = schema;
    this.type = SpecificData.get().getClass(schema);
    if (schema.getFields().size() > MOST_FIELDS) {
      throw new IllegalStateException(schema.getName() + " has more than 64 fields");
    }
    long needed = 0;
    for (Schema.Field field : schema.getFields()) {
      Schema.Type kind = field.schema().getType();
      boolean must = kind != Schema.Type.UNION && kind != Schema.Type.ARRAY;
      fields.put(
          field.name(),
          new Field(field.name(), field.pos(), must, ValueReaders.of(field.schema())));
      needed |= must ? 1L << field.pos() : 0;
    }
    this.required = needed;
    this.lists =
        schema.getFields().stream()
            .filter(field -> field.schema().getType() == Schema.Type.ARRAY)
            .mapToInt(Schema.Field::pos)
            .toArray();
    this.byLowerCase =
        fields.keySet().stream()
            .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), name -> name));
  }

  @Override
  public Object read(JsonParser json) throws IOException {
    ValueReaders.require(json, JsonToken.START_OBJECT, "an object");
    SpecificRecord record = (SpecificRecord) SpecificData.newInstance(type, schema);
    long seen = 0;
    int ordinal = 0;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      ordinal++;
      Field field = fields.get(json.currentName());
      if (field == null) {
        throw unknown(json.currentName(), ordinal);
      }
      long bit = 1L << field.position();
      if ((seen & bit) != 0) {
        throw new Fault(RejectionCode.INTAKE_FIELD_TWICE, field.name(), "The field stands twice");
      }
      seen |= bit;
      Object value = value(json, field);
      if (value != null) {
        record.put(field.position(), value);
      }
    }
    requireAll(seen);
    for (int list : lists) {
      if (record.get(list) == null) {
        record.put(list, List.of());
      }
    }
    return record;
  }

  private static @Nullable Object value(JsonParser json, Field field) throws IOException {
    if (json.nextToken() == JsonToken.VALUE_NULL) {
      if (field.required()) {
        throw missing(field.name());
      }
      return null;
    }
    try {
      return field.reader().read(json);
    } catch (Fault fault) {
      throw fault.under(field.name());
    }
  }

  private void requireAll(long seen) {
    long missing = required & ~seen;
    if (missing != 0) {
      throw missing(schema.getFields().get(Long.numberOfTrailingZeros(missing)).name());
    }
  }

  private static Fault missing(String field) {
    return new Fault(RejectionCode.INTAKE_MISSING_FIELD, field, "The field is required");
  }

  /** The name itself may be anything, so it is not repeated: its place is. */
  private Fault unknown(String name, int ordinal) {
    String meant = byLowerCase.get(name.toLowerCase(Locale.ROOT));
    return new Fault(
        RejectionCode.INTAKE_UNKNOWN_FIELD,
        "#" + ordinal,
        "The format has no field of the name that stands in place "
            + ordinal
            + (meant == null ? "" : "; it has " + meant));
  }
}
