package io.corridor.common.id;

/**
 * Id of a contract: letters, digits, dot, dash and underscore.
 *
 * @param value the id as text
 */
public record ContractId(String value) implements Comparable<ContractId> {

  /** True when the text has the shape of this id. */
  public static boolean isValid(String text) {
    return SHAPE.matcher(text).matches();
  }

  private static final java.util.regex.Pattern SHAPE =
      java.util.regex.Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** Rejects a text of another shape, without repeating it. */
  public ContractId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a valid ContractId");
    }
  }

  @Override
  public int compareTo(ContractId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
