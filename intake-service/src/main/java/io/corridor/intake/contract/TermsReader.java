package io.corridor.intake.contract;

import io.corridor.schemas.ContractTerms;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Nodes of a contract file into terms, by the schema of the terms: field names are the schema's,
 * except that a last day is written inclusively as {@code lastDay} where the terms have the first
 * day after as {@code until}. Every finding is collected; reading never stops at the first.
 */
final class TermsReader {

  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d+)?");
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
  private static final Set<String> NOT_IN_FILES = Set.of("receivedAt");

  private final Findings findings;

  TermsReader(Findings findings) {
    this.findings = findings;
  }

  /** The terms; null when something is missing or of the wrong type. */
  @Nullable ContractTerms read(Node root) {
    findings.at("", line(root));
    return (ContractTerms) record(root, "", ContractTerms.getClassSchema());
  }

  private @Nullable Object record(Node node, String path, Schema schema) {
    if (!(node instanceof MappingNode mapping)) {
      return wrong(ContractCode.CONTRACT_TYPE, path, "A mapping of fields is expected here.");
    }
    Map<String, Schema.Field> known = fields(schema);
    Set<String> seen = new HashSet<>();
    SpecificRecord record =
        (SpecificRecord) SpecificData.newInstance(SpecificData.get().getClass(schema), schema);
    boolean complete = true;
    for (NodeTuple tuple : mapping.getValue()) {
      String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
      String field = path.isEmpty() ? name : path + "." + name;
      findings.at(field, line(tuple.getKeyNode()));
      Schema.Field target = known.get(name);
      if (target == null) {
        wrong(ContractCode.CONTRACT_UNKNOWN_FIELD, field, unknown(known.keySet()));
        complete = false;
      } else if (!seen.add(name)) {
        wrong(ContractCode.CONTRACT_FIELD_TWICE, field, "The field stands twice; keep one.");
        complete = false;
      } else if (isNull(tuple.getValueNode())) {
        seen.remove(name);
      } else {
        Object value = value(tuple.getValueNode(), field, target.schema());
        complete &= value != null;
        if (value != null) {
          record.put(target.pos(), exclusive(name, value));
        }
      }
    }
    return required(record, known, seen, path) && complete ? record : null;
  }

  private static String unknown(Set<String> known) {
    return "The format has no such field here. It has " + String.join(", ", known) + ".";
  }

  private boolean required(
      SpecificRecord record, Map<String, Schema.Field> known, Set<String> seen, String path) {
    boolean complete = true;
    for (Map.Entry<String, Schema.Field> entry : known.entrySet()) {
      Schema.Type type = entry.getValue().schema().getType();
      if (seen.contains(entry.getKey())) {
        continue;
      }
      if (type == Schema.Type.ARRAY) {
        record.put(entry.getValue().pos(), List.of());
      } else if (type != Schema.Type.UNION) {
        String field = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
        wrong(ContractCode.CONTRACT_MISSING_FIELD, field, "The field is required; add it.");
        complete = false;
      }
    }
    return complete;
  }

  /** Fields by the name they have in files, in the schema's order. */
  private static Map<String, Schema.Field> fields(Schema schema) {
    Map<String, Schema.Field> fields = new java.util.LinkedHashMap<>();
    for (Schema.Field field : schema.getFields()) {
      if (!NOT_IN_FILES.contains(field.name())) {
        fields.put(field.name().equals("until") ? "lastDay" : field.name(), field);
      }
    }
    return fields;
  }

  /** Inclusive last days become the first day after, once, here (DESIGN section 4). */
  private static Object exclusive(String name, Object value) {
    return name.equals("lastDay") ? ((LocalDate) value).plusDays(1) : value;
  }

  private @Nullable Object value(Node node, String path, Schema declared) {
    Schema schema = declared;
    if (schema.getType() == Schema.Type.UNION) {
      schema =
          schema.getTypes().stream()
              .filter(branch -> branch.getType() != Schema.Type.NULL)
              .findFirst()
              .orElseThrow();
    }
    return switch (schema.getType()) {
      case RECORD -> record(node, path, schema);
      case ARRAY -> list(node, path, schema.getElementType());
      default -> scalar(node, path, schema);
    };
  }

  private @Nullable Object list(Node node, String path, Schema element) {
    if (!(node instanceof SequenceNode sequence)) {
      return wrong(ContractCode.CONTRACT_TYPE, path, "A list is expected here.");
    }
    List<Object> values = new ArrayList<>();
    boolean complete = true;
    for (Node item : sequence.getValue()) {
      String place = path + "[" + values.size() + "]";
      findings.at(place, line(item));
      Object value = value(item, place, element);
      complete &= value != null;
      values.add(value == null ? "" : value);
    }
    return complete ? values : null;
  }

  private @Nullable Object scalar(Node node, String path, Schema schema) {
    if (!(node instanceof ScalarNode scalar)) {
      return wrong(ContractCode.CONTRACT_TYPE, path, "A single value is expected here.");
    }
    String text = scalar.getValue().trim();
    return switch (schema.getType()) {
      case STRING -> text(text, path);
      case BOOLEAN -> bool(text, path);
      case INT -> schema.getLogicalType() == null ? whole(text, path) : date(text, path);
      case LONG -> {
        Integer number = whole(text, path);
        yield number == null ? null : Long.valueOf(number);
      }
      case BYTES ->
          decimal(text, path, ((LogicalTypes.Decimal) schema.getLogicalType()).getScale());
      default -> throw new IllegalStateException("terms have no " + schema.getType());
    };
  }

  private @Nullable String text(String text, String path) {
    if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
      wrong(ContractCode.CONTRACT_TYPE, path, "A text in one line is expected here.");
      return null;
    }
    return text;
  }

  private @Nullable Boolean bool(String text, String path) {
    if (!text.equals("true") && !text.equals("false")) {
      wrong(ContractCode.CONTRACT_TYPE, path, "Write true or false.");
      return null;
    }
    return Boolean.valueOf(text);
  }

  private @Nullable Integer whole(String text, String path) {
    if (!WHOLE.matcher(text).matches()) {
      wrong(ContractCode.CONTRACT_NUMBER, path, "Write a whole number.");
      return null;
    }
    return Integer.valueOf(text);
  }

  private @Nullable LocalDate date(String text, String path) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException none) {
      wrong(ContractCode.CONTRACT_DATE, path, "Write an existing day as yyyy-MM-dd.");
      return null;
    }
  }

  private @Nullable BigDecimal decimal(String text, String path, int scale) {
    boolean sound = DECIMAL.matcher(text).matches();
    BigDecimal number = sound ? new BigDecimal(text).stripTrailingZeros() : BigDecimal.ZERO;
    if (!sound || number.scale() > scale) {
      wrong(
          ContractCode.CONTRACT_NUMBER,
          path,
          "Write a decimal number with at most " + scale + " decimals.");
      return null;
    }
    return number.setScale(scale);
  }

  private @Nullable Object wrong(ContractCode code, String path, String text) {
    findings.problem(code, path, text);
    return null;
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private static int line(Node node) {
    return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
  }
}
