package io.corridor.quality.measure;

import io.corridor.common.facts.Row;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Keys of the rows of a member.
 *
 * <pre>
 * num|measure|day|code           evidence that closes
 * back|measure|day|code          evidence that a reversed claim took back
 * out|measure or ALL|reason|day  evidence that excludes
 * ed|day|facility                lines of an emergency visit
 * stay|admission day|facility    inpatient stays
 * cover|from|until|payer|line of business
 * person|payer|birth date|F or M|day of death
 * assign|contract                spans of the current assignment, as payload
 * </pre>
 */
public final class QualityRows {

  static final String NUMERATOR = "num";
  static final String TAKEN_BACK = "back";
  static final String EXCLUSION = "out";
  static final String EMERGENCY = "ed";
  static final String STAY = "stay";
  static final String COVER = "cover";
  static final String PERSON = "person";

  /** Rows that hold the latest assignment of a contract. */
  public static final String ASSIGN = "assign";

  /** Stands for "still open" in a key; sorts after every day. */
  static final String OPEN = "9999-12-31";

  private QualityRows() {}

  static String of(Object... parts) {
    StringBuilder key = new StringBuilder(48);
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        key.append('|');
      }
      key.append(parts[i]);
    }
    return key.toString();
  }

  /** Kind of a row. */
  public static String kind(String key) {
    return key.substring(0, key.indexOf('|'));
  }

  static LocalDate day(Row row, int part) {
    return LocalDate.parse(row.part(part));
  }

  static @Nullable LocalDate until(String text) {
    return text.equals(OPEN) ? null : LocalDate.parse(text);
  }

  static String until(@Nullable LocalDate day) {
    return day == null ? OPEN : day.toString();
  }
}
