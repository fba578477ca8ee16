package io.corridor.portal.api;

import org.jspecify.annotations.Nullable;

/**
 * Text of a CSV file (RFC 4180). A value that a spreadsheet would take for a formula is led by an
 * apostrophe, so that opening a file runs nothing.
 */
final class Csv {

  private static final String FORMULA = "=+-@\t\r";

  private final StringBuilder text = new StringBuilder();

  Csv(String... head) {
    row((Object[]) head);
  }

  Csv row(@Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ",").append(cell(values[i]));
    }
    text.append("\r\n");
    return this;
  }

  private static String cell(@Nullable Object value) {
    String plain = value == null ? "" : value.toString();
    boolean number = plain.matches("-?[0-9]+(\\.[0-9]+)?");
    if (!plain.isEmpty() && !number && FORMULA.indexOf(plain.charAt(0)) >= 0) {
      plain = "'" + plain;
    }
    return plain.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r')
        ? '"' + plain.replace("\"", "\"\"") + '"'
        : plain;
  }

  String text() {
    return text.toString();
  }
}
