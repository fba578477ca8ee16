package io.corridor.local.platform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Avro records as plain JSON: field names and order of the schema, decimals as texts with their
 * scale, dates and instants in ISO-8601, enums by name, bytes in base 64, null for null. The same
 * record always gives the same text.
 */
public final class JsonRecords {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonRecords() {}

  /** A generator on this stream; the caller ends lines itself. */
  static JsonGenerator generator(OutputStream out) {
    try {
      return JSON.createGenerator(out)
          .setRootValueSeparator(null)
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The text of one value, for a cell of a table: scalars bare, records and lists as JSON, empty
   * for null.
   */
  static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof IndexedRecord || value instanceof List<?> || value instanceof Map<?, ?>) {
      Writer text = new StringWriter();
      try (JsonGenerator json = JSON.createGenerator(text)) {
        write(json, value);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return text.toString();
    }
    return scalar(value);
  }

  /** Writes one record, or anything inside one. */
  static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case IndexedRecord record -> writeRecord(json, record);
      case List<?> list -> {
        json.writeStartArray();
        for (Object element : list) {
          write(json, element);
        }
        json.writeEndArray();
      }
      case Map<?, ?> map -> {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          json.writeFieldName(String.valueOf(entry.getKey()));
          write(json, entry.getValue());
        }
        json.writeEndObject();
      }
      case Boolean flag -> json.writeBoolean(flag);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      default -> json.writeString(scalar(value));
    }
  }

  private static void writeRecord(JsonGenerator json, IndexedRecord record) throws IOException {
    json.writeStartObject();
    for (Schema.Field field : record.getSchema().getFields()) {
      json.writeFieldName(field.name());
      write(json, record.get(field.pos()));
    }
    json.writeEndObject();
  }

  private static String scalar(Object value) {
    return switch (value) {
      case BigDecimal decimal -> decimal.toPlainString();
      case ByteBuffer bytes -> base64(bytes);
      default -> value.toString();
    };
  }

  private static String base64(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return Base64.getEncoder().encodeToString(copy);
  }
}
