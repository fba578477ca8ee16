package io.corridor.intake.canonical;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** A reader for each type of the canonical schemas, chosen once from the schema. */
final class ValueReaders {

  private static final int LONGEST_LIST = 1_000;

  private ValueReaders() {}

  /** Reader of values of this schema; a union with null reads its other branch. */
  static ValueReader of(Schema schema) {
    Schema value = required(schema);
    return switch (value.getType()) {
      case RECORD -> new RecordReader(value);
      case ARRAY -> list(of(value.getElementType()));
      case ENUM -> constant(value);
      case STRING -> ValueReaders::text;
      case BOOLEAN -> ValueReaders::bool;
      case INT -> value.getLogicalType() == null ? ValueReaders::whole : ValueReaders::date;
      case LONG -> ValueReaders::instant;
      case BYTES -> decimal(value);
      default -> throw new IllegalStateException("canonical records have no " + value.getType());
    };
  }

  /** The branch of a nullable schema that is not null; any other schema itself. */
  static Schema required(Schema schema) {
    if (schema.getType() != Schema.Type.UNION) {
      return schema;
    }
    return schema.getTypes().stream()
        .filter(branch -> branch.getType() != Schema.Type.NULL)
        .findFirst()
        .orElseThrow();
  }

  private static String text(JsonParser json) throws IOException {
    require(json, JsonToken.VALUE_STRING, "a text");
    String text = json.getText();
    Texts.requirePlain(text);
    return text;
  }

  private static Boolean bool(JsonParser json) {
    JsonToken token = json.currentToken();
    if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
      throw type("true or false");
    }
    return token == JsonToken.VALUE_TRUE;
  }

  private static Integer whole(JsonParser json) throws IOException {
    require(json, JsonToken.VALUE_NUMBER_INT, "a whole number");
    try {
      return json.getIntValue();
    } catch (InputCoercionException tooLarge) {
      throw new Fault(RejectionCode.INTAKE_NUMBER, null, "The number is too large");
    }
  }

  private static LocalDate date(JsonParser json) throws IOException {
    require(json, JsonToken.VALUE_STRING, "a date in a text");
    LocalDate date =
        Texts.date(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
    if (date == null) {
      throw new Fault(RejectionCode.INTAKE_DATE, null, "The date does not exist");
    }
    return date;
  }

  private static Instant instant(JsonParser json) throws IOException {
    require(json, JsonToken.VALUE_STRING, "an instant in a text");
    Instant instant =
        Texts.instant(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
    if (instant == null) {
      throw new Fault(RejectionCode.INTAKE_TIME, null, "The instant does not exist or is not UTC");
    }
    return instant;
  }

  private static ValueReader decimal(Schema schema) {
    int scale = ((LogicalTypes.Decimal) schema.getLogicalType()).getScale();
    return json -> {
      require(json, JsonToken.VALUE_STRING, "a decimal number in a text");
      BigDecimal decimal =
          Texts.decimal(
              json.getTextCharacters(), json.getTextOffset(), json.getTextLength(), scale);
      if (decimal == null) {
        throw new Fault(
            RejectionCode.INTAKE_AMOUNT,
            null,
            "The text is no decimal number with at most " + scale + " decimals");
      }
      return decimal;
    };
  }

  private static ValueReader constant(Schema schema) {
    Map<String, Object> constants = new HashMap<>();
    for (String symbol : schema.getEnumSymbols()) {
      constants.put(symbol, SpecificData.get().createEnum(symbol, schema));
    }
    return json -> {
      require(json, JsonToken.VALUE_STRING, "a word");
      Object constant = constants.get(json.getText());
      if (constant == null) {
        throw new Fault(
            RejectionCode.INTAKE_CODE_UNKNOWN, null, "The word is not one of the field's values");
      }
      return constant;
    };
  }

  private static ValueReader list(ValueReader element) {
    return json -> {
      require(json, JsonToken.START_ARRAY, "a list");
      List<Object> values = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (values.size() == LONGEST_LIST) {
          throw new Fault(RejectionCode.INTAKE_TOO_LARGE, null, "The list is too long");
        }
        try {
          values.add(element.read(json));
        } catch (Fault fault) {
          throw fault.under("[" + values.size() + "]");
        }
      }
      return values;
    };
  }

  static void require(JsonParser json, JsonToken token, String what) {
    if (json.currentToken() != token) {
      throw type(what);
    }
  }

  private static Fault type(String what) {
    return new Fault(RejectionCode.INTAKE_TYPE, null, "The value is not " + what);
  }
}
