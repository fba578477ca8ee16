package io.corridor.common.id;

/**
 * National provider identifier, ten digits.
 *
 * @param value the id as text
 */
public record Npi(String value) implements Comparable<Npi> {

  /** True when the text is 10 digits. */
  public static boolean isValid(String text) {
    if (text.length() != 10) {
      return false;
    }
    for (int i = 0; i < 10; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** Rejects a text of another shape, without repeating it. */
  public Npi {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a valid Npi");
    }
  }

  @Override
  public int compareTo(Npi other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
