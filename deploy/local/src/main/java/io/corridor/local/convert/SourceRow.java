package io.corridor.local.desynpuf;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Typed reading of one CSV row; every failure is a {@link RejectedRow} that names the column. */
record SourceRow(String file, long line, NamedCsvRecord fields) {

  /** The text of a column; empty when the column is blank or {@code NA}. */
  Optional<String> text(String column) {
    Optional<String> value = fields.findField(column).map(String::strip);
    if (fields.findField(column).isEmpty()) {
      throw new RejectedRow("COLUMN_MISSING", column);
    }
    return value.filter(text -> !text.isEmpty() && !text.equals("NA"));
  }

  /** The text of a column that must be filled. */
  String required(String column) {
    return text(column).orElseThrow(() -> new RejectedRow("VALUE_MISSING", column));
  }

  /** An ISO date that must be filled. */
  LocalDate date(String column) {
    return parseDate(column, required(column));
  }

  /** An ISO date, when filled. */
  Optional<LocalDate> optionalDate(String column) {
    return text(column).map(text -> parseDate(column, text));
  }

  /** Dollars with at most two decimals; a blank column is zero dollars. */
  BigDecimal dollars(String column) {
    String text = text(column).orElse("0");
    try {
      return new BigDecimal(text).setScale(2, RoundingMode.UNNECESSARY);
    } catch (ArithmeticException | NumberFormatException e) {
      throw new RejectedRow("AMOUNT_INVALID", column);
    }
  }

  /** A whole number inside bounds, both inclusive. */
  int whole(String column, int least, int greatest) {
    try {
      int value = Integer.parseInt(required(column));
      if (value < least || value > greatest) {
        throw new RejectedRow("NUMBER_OUT_OF_RANGE", column);
      }
      return value;
    } catch (NumberFormatException e) {
      throw new RejectedRow("NUMBER_INVALID", column);
    }
  }

  /** The filled ones of the columns {@code prefix1 … prefixN}, in order. */
  List<String> texts(String prefix, int count) {
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      text(prefix + i).ifPresent(values::add);
    }
    return values;
  }

  private static LocalDate parseDate(String column, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new RejectedRow("DATE_INVALID", column);
    }
  }
}
