package io.corridor.local.settle;

/**
 * Why a line of facts cannot be read. Bad data is an answer; it travels as an exception only inside
 * the reader.
 */
final class LineRejection extends Exception {

  private static final long serialVersionUID = 1L;

  /** Reason. Codes are retired, never reused. */
  enum Code {
    /** The line is no JSON object. */
    NOT_JSON,
    /** The line is longer than a megabyte. */
    LINE_TOO_LONG,
    /** The format has no such field. */
    FIELD_UNKNOWN,
    /** A field stands twice. */
    FIELD_TWICE,
    /** A value has the wrong form. */
    FIELD_INVALID,
    /** A field without which nothing can be settled is absent or null. */
    FACT_MISSING,
    /** A disaster is given in dollars and in months at once. */
    DISASTER_STATED_TWICE
  }

  private final transient Code code;
  private final String field;

  LineRejection(Code code, String field) {
    super(code.name(), null, false, false);
    this.code = code;
    this.field = field;
  }

  Code code() {
    return code;
  }

  String field() {
    return field;
  }
}
