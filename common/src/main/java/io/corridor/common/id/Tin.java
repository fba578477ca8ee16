package io.corridor.common.id;

/**
 * Tax identification number of a practice, nine digits.
 *
 * @param value the id as text
 */
public record Tin(String value) implements Comparable<Tin> {

  /** True when the text is 9 digits. */
  public static boolean isValid(String text) {
    if (text.length() != 9) {
      return false;
    }
    for (int i = 0; i < 9; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** Rejects a text of another shape, without repeating it. */
  public Tin {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a valid Tin");
    }
  }

  @Override
  public int compareTo(Tin other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
