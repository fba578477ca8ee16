package io.corridor.schemas.serde;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a value does not fit its schema, as a path and a reason without any part of the
 * value. Used after a write has failed, never before one.
 */
final class Misfit {

  private Misfit() {}

  /** The first place, depth first; empty when the value looks right. */
  static Optional<String> in(@Nullable Object value, Schema schema) {
    return find("value", value, schema);
  }

  private static Optional<String> find(String path, @Nullable Object value, Schema schema) {
    if (schema.getType() == Schema.Type.UNION) {
      return value == null ? Optional.empty() : find(path, value, theOtherThanNull(schema));
    }
    if (value == null) {
      return Optional.of(path + " is missing");
    }
    return switch (schema.getType()) {
      case RECORD -> inRecord(path, value, schema);
      case ARRAY -> inList(path, value, schema);
      case BYTES -> inBytes(path, value, schema);
      case STRING -> value instanceof CharSequence ? Optional.empty() : wrong(path, value, schema);
      case BOOLEAN, INT, LONG, ENUM -> Optional.empty();
      default -> throw new IllegalArgumentException("No schema uses " + schema.getType());
    };
  }

  private static Schema theOtherThanNull(Schema union) {
    List<Schema> types = union.getTypes();
    return types.getFirst().getType() == Schema.Type.NULL ? types.getLast() : types.getFirst();
  }

  private static Optional<String> inRecord(String path, Object value, Schema schema) {
    if (!(value instanceof IndexedRecord record)
        || !record.getSchema().getFullName().equals(schema.getFullName())) {
      return wrong(path, value, schema);
    }
    for (Schema.Field field : schema.getFields()) {
      Optional<String> misfit =
          find(path + "." + field.name(), record.get(field.pos()), field.schema());
      if (misfit.isPresent()) {
        return misfit;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> inList(String path, Object value, Schema schema) {
    if (!(value instanceof Collection<?> list)) {
      return wrong(path, value, schema);
    }
    int at = 0;
    for (Object element : list) {
      Optional<String> misfit = find(path + "[" + at + "]", element, schema.getElementType());
      if (misfit.isPresent()) {
        return misfit;
      }
      at++;
    }
    return Optional.empty();
  }

  private static Optional<String> inBytes(String path, Object value, Schema schema) {
    if (!(schema.getLogicalType() instanceof LogicalTypes.Decimal decimal)) {
      return Optional.empty();
    }
    if (!(value instanceof BigDecimal number)) {
      return wrong(path, value, schema);
    }
    int places = number.stripTrailingZeros().scale();
    if (places > decimal.getScale()) {
      return Optional.of(path + " has " + places + " decimal places, not " + decimal.getScale());
    }
    int digits = number.precision() + decimal.getScale() - number.scale();
    return digits > decimal.getPrecision()
        ? Optional.of(path + " has " + digits + " digits, more than " + decimal.getPrecision())
        : Optional.empty();
  }

  private static Optional<String> wrong(String path, Object value, Schema schema) {
    String wanted = schema.getLogicalType() == null ? schema.getName() : "decimal";
    return Optional.of(path + " is a " + value.getClass().getName() + ", not a " + wanted);
  }
}
