package io.corridor.schemas.serde;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/** Schemas as they are published: without the properties that only Java's code generator reads. */
public final class SchemaText {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String JAVA_STRING = "avro.java.string";

  private SchemaText() {}

  /** The schema's JSON text, language-neutral, docs and privacy classes included. */
  public static String of(Schema schema) {
    try {
      return JSON.writeValueAsString(strip(JSON.readTree(schema.toString())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A schema's own text is not JSON", e);
    }
  }

  /** The schema as others read it from a registry. */
  public static Schema published(Schema schema) {
    return new Schema.Parser().parse(of(schema));
  }

  private static JsonNode strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(JAVA_STRING);
      if (object.size() == 1 && object.path("type").isTextual()) {
        return object.get("type");
      }
      object.properties().forEach(entry -> entry.setValue(strip(entry.getValue())));
    } else if (node.isArray()) {
      var array = (com.fasterxml.jackson.databind.node.ArrayNode) node;
      for (int i = 0; i < array.size(); i++) {
        array.set(i, strip(array.get(i)));
      }
    }
    return node;
  }
}
