package io.corridor.intake.canonical;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Texts of a line into values, without intermediate objects; null when the text is none. */
final class Texts {

  static final int FIRST_YEAR = 1850;
  static final int LAST_YEAR = 2150;
  static final int LONGEST = 256;

  private static final int DATE_LENGTH = 10;
  private static final int SECONDS_LENGTH = 19;
  private static final int WHOLE_DIGITS = 12;
  private static final int SECONDS_A_DAY = 86_400;

  private Texts() {}

  /** A text that may stand in a record: not empty, not too long, no control characters. */
  static void requirePlain(String text) {
    if (text.isEmpty()) {
      throw new Fault(RejectionCode.INTAKE_TEXT, null, "The text is empty");
    }
    if (text.length() > LONGEST) {
      throw new Fault(RejectionCode.INTAKE_TOO_LARGE, null, "The text is too long");
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        throw new Fault(RejectionCode.INTAKE_TEXT, null, "The text contains a control character");
      }
    }
  }

  /** {@code yyyy-MM-dd}. */
  static @Nullable LocalDate date(char[] text, int start, int length) {
    if (length != DATE_LENGTH || text[start + 4] != '-' || text[start + 7] != '-') {
      return null;
    }
    int year = number(text, start, 4);
    int month = number(text, start + 5, 2);
    int day = number(text, start + 8, 2);
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || day < 1) {
      return null;
    }
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  /** {@code yyyy-MM-ddTHH:mm:ss[.fraction]Z}, cut to milliseconds. */
  static @Nullable Instant instant(char[] text, int start, int length) {
    int last = start + length - 1;
    if (length <= SECONDS_LENGTH
        || text[start + 10] != 'T'
        || text[start + 13] != ':'
        || text[start + 16] != ':'
        || text[last] != 'Z') {
      return null;
    }
    LocalDate date = date(text, start, DATE_LENGTH);
    int hour = number(text, start + 11, 2);
    int minute = number(text, start + 14, 2);
    int second = number(text, start + 17, 2);
    int millis = fraction(text, start + SECONDS_LENGTH, last);
    if (date == null || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
      return null;
    }
    if (second < 0 || second > 59 || millis < 0) {
      return null;
    }
    long seconds = date.toEpochDay() * SECONDS_A_DAY + hour * 3600L + minute * 60L + second;
    return Instant.ofEpochMilli(seconds * 1000 + millis);
  }

  /** A decimal number with at most twelve digits before the point and {@code scale} after it. */
  static @Nullable BigDecimal decimal(char[] text, int start, int length, int scale) {
    int end = start + length;
    int i = start;
    boolean negative = length > 0 && text[i] == '-';
    if (negative) {
      i++;
    }
    int wholeStart = i;
    long unscaled = 0;
    while (i < end && digit(text[i]) >= 0) {
      unscaled = unscaled * 10 + digit(text[i++]);
      if (i - wholeStart > WHOLE_DIGITS) {
        return null;
      }
    }
    if (i == wholeStart) {
      return null;
    }
    int decimals = 0;
    if (i < end && text[i] == '.') {
      i++;
      while (i < end && digit(text[i]) >= 0 && decimals < scale) {
        unscaled = unscaled * 10 + digit(text[i++]);
        decimals++;
      }
      if (decimals == 0) {
        return null;
      }
    }
    if (i != end) {
      return null;
    }
    for (; decimals < scale; decimals++) {
      unscaled *= 10;
    }
    return BigDecimal.valueOf(negative ? -unscaled : unscaled, scale);
  }

  private static int fraction(char[] text, int start, int end) {
    if (start == end) {
      return 0;
    }
    int digits = end - start - 1;
    if (text[start] != '.' || digits < 1 || digits > 9) {
      return -1;
    }
    int millis = 0;
    for (int i = 0; i < Math.max(3, digits); i++) {
      int digit = i < digits ? digit(text[start + 1 + i]) : 0;
      if (digit < 0) {
        return -1;
      }
      if (i < 3) {
        millis = millis * 10 + digit;
      }
    }
    return millis;
  }

  private static int number(char[] text, int start, int digits) {
    int number = 0;
    for (int i = start; i < start + digits; i++) {
      int digit = digit(text[i]);
      if (digit < 0) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static int digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : -1;
  }
}
