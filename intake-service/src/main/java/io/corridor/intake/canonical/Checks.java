package io.corridor.intake.canonical;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules on single values. Each throws a {@link Fault} that names the field. */
final class Checks {

  private static final int LONGEST_ID = 64;
  private static final int LONGEST_CODE = 8;

  private Checks() {}

  /** An identifier that can be part of a key. */
  static void id(String field, String value) {
    boolean sound = !value.isEmpty() && value.length() <= LONGEST_ID;
    for (int i = 0; sound && i < value.length(); i++) {
      char c = value.charAt(i);
      sound = c > ' ' && c < 127 && c != '|';
    }
    if (!sound) {
      throw new Fault(
          RejectionCode.INTAKE_ID, field, "The identifier has characters it cannot have");
    }
  }

  static void optionalId(String field, @Nullable String value) {
    if (value != null) {
      id(field, value);
    }
  }

  /** A free identifier, blanks allowed, that is part of a key: a facility. */
  static void label(String field, @Nullable String value) {
    if (value != null && (value.length() > LONGEST_ID || value.indexOf('|') >= 0)) {
      throw new Fault(
          RejectionCode.INTAKE_ID, field, "The identifier has characters it cannot have");
    }
  }

  static void npi(String field, @Nullable String value) {
    if (value != null && !digits(value, 10, 10)) {
      throw new Fault(RejectionCode.INTAKE_NPI, field, "The value is no NPI");
    }
  }

  static void tin(String field, @Nullable String value) {
    if (value != null && !digits(value, 9, 9)) {
      throw new Fault(RejectionCode.INTAKE_TIN, field, "The value is no TIN");
    }
  }

  static void version(int version) {
    if (version < 1) {
      throw new Fault(RejectionCode.INTAKE_VERSION, "version", "The version is below 1");
    }
  }

  /** A code of digits alone. */
  static void digitCode(String field, @Nullable String value, int shortest, int longest) {
    if (value != null && !digits(value, shortest, longest)) {
      throw format(field);
    }
  }

  /** A code of digits and capital letters. */
  static void code(String field, @Nullable String value, int shortest, int longest) {
    if (value != null && !capitals(value, shortest, longest)) {
      throw format(field);
    }
  }

  static void codes(String field, List<String> values, int shortest, int longest) {
    for (int i = 0; i < values.size(); i++) {
      if (!capitals(values.get(i), shortest, longest)) {
        throw format(field + "[" + i + "]");
      }
    }
  }

  static void diagnosis(String field, @Nullable String value) {
    if (value != null && !capitals(value, 1, LONGEST_CODE)) {
      throw new Fault(RejectionCode.INTAKE_DIAGNOSIS, field, "The value is no ICD code");
    }
  }

  static void diagnoses(String field, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      if (!capitals(values.get(i), 1, LONGEST_CODE)) {
        throw new Fault(
            RejectionCode.INTAKE_DIAGNOSIS, field + "[" + i + "]", "The value is no ICD code");
      }
    }
  }

  /** A word of a closed list. */
  static void word(String field, String value, Set<String> words) {
    if (!words.contains(value)) {
      throw unknown(field);
    }
  }

  /** The enumeration's fallback stands for a word of a later version: it cannot come in. */
  static <E extends Enum<E>> void known(String field, E value, E unknown) {
    if (value == unknown) {
      throw unknown(field);
    }
  }

  static void order(
      @Nullable LocalDate first, @Nullable LocalDate second, String field, String what) {
    if (first != null && second != null && second.isBefore(first)) {
      throw new Fault(RejectionCode.INTAKE_DATE_ORDER, field, what);
    }
  }

  static void zone(String field, String value) {
    try {
      ZoneId.of(value);
    } catch (DateTimeException none) {
      throw new Fault(RejectionCode.INTAKE_ZONE, field, "The time zone is not known");
    }
  }

  private static Fault unknown(String field) {
    return new Fault(
        RejectionCode.INTAKE_CODE_UNKNOWN, field, "The word is not one of the field's values");
  }

  private static Fault format(String field) {
    return new Fault(
        RejectionCode.INTAKE_CODE_FORMAT, field, "The value cannot be a code of its system");
  }

  private static boolean digits(String value, int shortest, int longest) {
    boolean sound = value.length() >= shortest && value.length() <= longest;
    for (int i = 0; sound && i < value.length(); i++) {
      char c = value.charAt(i);
      sound = c >= '0' && c <= '9';
    }
    return sound;
  }

  private static boolean capitals(String value, int shortest, int longest) {
    boolean sound = value.length() >= shortest && value.length() <= longest;
    for (int i = 0; sound && i < value.length(); i++) {
      char c = value.charAt(i);
      sound = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }
    return sound;
  }
}
