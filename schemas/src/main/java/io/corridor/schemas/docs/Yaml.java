package io.corridor.schemas.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A JSON tree as YAML that reads well in a diff: whatever holds no further list of objects stands
 * on one line.
 */
final class Yaml {

  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

  private final StringBuilder out = new StringBuilder();

  private Yaml() {}

  static String text(JsonNode root) {
    Yaml yaml = new Yaml();
    yaml.object(root, 0);
    return yaml.out.toString();
  }

  private void object(JsonNode object, int indent) {
    boolean first = true;
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (!first) {
        out.append(" ".repeat(indent));
      }
      first = false;
      out.append(key(entry.getKey())).append(':');
      value(entry.getValue(), indent);
    }
  }

  private void value(JsonNode value, int indent) {
    if (oneLine(value)) {
      out.append(' ');
      flow(value);
      out.append('\n');
    } else if (value.isObject()) {
      out.append('\n').append(" ".repeat(indent + 2));
      object(value, indent + 2);
    } else {
      out.append('\n');
      for (JsonNode element : value) {
        out.append(" ".repeat(indent + 2)).append("- ");
        if (oneLine(element)) {
          flow(element);
          out.append('\n');
        } else {
          object(element, indent + 4);
        }
      }
    }
  }

  private static boolean oneLine(JsonNode value) {
    if (value.isArray()) {
      for (JsonNode element : value) {
        if (!element.isValueNode() && !(oneLine(element) && value.size() == 2)) {
          return false;
        }
      }
      return true;
    }
    if (value.isObject()) {
      boolean described = value.has("doc") || value.has("$ref") || value.has("type");
      if (!described) {
        return value.isEmpty();
      }
      for (JsonNode part : value) {
        if (!oneLine(part)) {
          return false;
        }
      }
    }
    return true;
  }

  private void flow(JsonNode value) {
    if (value.isObject()) {
      String separator = "{";
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        out.append(separator).append(key(entry.getKey())).append(": ");
        flow(entry.getValue());
        separator = ", ";
      }
      out.append(value.isEmpty() ? "{}" : "}");
    } else if (value.isArray()) {
      String separator = "[";
      for (JsonNode element : value) {
        out.append(separator);
        flow(element);
        separator = ", ";
      }
      out.append(value.isEmpty() ? "[]" : "]");
    } else {
      // A JSON scalar is a YAML scalar too; texts are always quoted.
      out.append(value);
    }
  }

  private static String key(String key) {
    return PLAIN_KEY.matcher(key).matches() ? key : '"' + key + '"';
  }
}
