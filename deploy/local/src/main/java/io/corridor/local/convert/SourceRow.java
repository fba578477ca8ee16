package io.corridor.local.convert;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Typed reading of one row; every failure is a {@link RejectedRow} that names the column.
 *
 * @param file file it stands in
 * @param line its line, from 1
 * @param fields its fields by column
 * @param dates how the source writes days
 */
public record SourceRow(String file, long line, NamedCsvRecord fields, DateTimeFormatter dates) {

  /** The text of a column; empty when the column is blank or {@code NA}. */
  public Optional<String> text(String column) {
    Optional<String> value = fields.findField(column).map(String::strip);
    if (fields.findField(column).isEmpty()) {
      throw new RejectedRow("COLUMN_MISSING", column);
    }
    return value.filter(text -> !text.isEmpty() && !text.equals("NA"));
  }

  /** The text of a column that must be filled. */
  public String required(String column) {
    return text(column).orElseThrow(() -> new RejectedRow("VALUE_MISSING", column));
  }

  /** A day that must be filled. */
  public LocalDate date(String column) {
    return parseDate(column, required(column));
  }

  /** A day, when filled. */
  public Optional<LocalDate> optionalDate(String column) {
    return text(column).map(text -> parseDate(column, text));
  }

  /** Dollars with at most two decimals; a blank column is zero dollars. */
  public BigDecimal dollars(String column) {
    String text = text(column).orElse("0");
    try {
      return new BigDecimal(text).setScale(2, RoundingMode.UNNECESSARY);
    } catch (ArithmeticException | NumberFormatException e) {
      throw new RejectedRow("AMOUNT_INVALID", column);
    }
  }

  /** A whole number inside bounds, both inclusive. */
  public int whole(String column, int least, int greatest) {
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
  public List<String> texts(String prefix, int count) {
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      text(prefix + i).ifPresent(values::add);
    }
    return values;
  }

  private LocalDate parseDate(String column, String text) {
    try {
      return LocalDate.parse(text, dates);
    } catch (DateTimeParseException e) {
      throw new RejectedRow("DATE_INVALID", column);
    }
  }
}
