package io.corridor.settlement.whatif;

/**
 * Why a change cannot be made.
 *
 * @param code stable code
 * @param subject the change, and the reason in words where the code does not say all
 */
public record ChangeRefusal(Code code, String subject) {

  /** Codes are retired, never reused. */
  public enum Code {
    /** Nothing of that name can be changed. */
    UNKNOWN_CHANGE,
    /** The value has the wrong form. */
    BAD_VALUE,
    /** Terms of this shape have no such part. */
    CHANGE_NOT_FOR_SHAPE,
    /** The changed terms or facts contradict themselves. */
    CONTRADICTION,
    /** What is to be changed is not known. */
    NO_FACTS
  }
}
