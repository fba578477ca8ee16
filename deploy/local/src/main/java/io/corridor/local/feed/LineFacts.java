package io.corridor.local.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What loading needs to know of a line: when it was received, and the summed field. A line that is
 * not JSON has neither; saying what is wrong with it is intake's part.
 */
final class LineFacts {

  private static final JsonFactory JSON = new JsonFactory();

  private final String summed;
  private @Nullable Instant receivedAt;
  private BigDecimal sum = BigDecimal.ZERO;

  private LineFacts(String summed) {
    this.summed = summed;
  }

  /**
   * Looks at a line.
   *
   * @param line content
   * @param summed name of the field to sum, at the top or inside {@code lines}; empty for none
   */
  static LineFacts of(byte[] line, String summed) {
    LineFacts facts = new LineFacts(summed);
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        facts.scan(parser, true);
      }
    } catch (IOException e) {
      // Not JSON: intake says so, with the place.
      return facts;
    }
    return facts;
  }

  /** When the line says it was received; null when it does not. */
  @Nullable Instant receivedAt() {
    return receivedAt;
  }

  /** Sum of the field over the line. */
  BigDecimal sum() {
    return sum;
  }

  private void scan(JsonParser parser, boolean top) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (top && name.equals("receivedAt") && value == JsonToken.VALUE_STRING) {
        receivedAt = instant(parser.getText());
      } else if (name.equals(summed) && value != null && value.isScalarValue()) {
        add(parser.getValueAsString(""));
      } else if (top && name.equals("lines") && value == JsonToken.START_ARRAY) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          scan(parser, false);
        }
      } else {
        parser.skipChildren();
      }
    }
  }

  private void add(String text) {
    try {
      sum = sum.add(new BigDecimal(text));
    } catch (NumberFormatException e) {
      // Not a number: intake says so, with the place.
      return;
    }
  }

  private static @Nullable Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
