package io.corridor.local.convert;

/** A source row that cannot become a record; carries a stable code and never the row's content. */
public final class RejectedRow extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String field;

  /**
   * A rejection.
   *
   * @param code stable code, for example {@code DATE_INVALID}
   * @param field column that was wrong
   */
  public RejectedRow(String code, String field) {
    super(code + " in " + field, null, false, false);
    this.code = code;
    this.field = field;
  }

  /** Stable code, for example {@code DATE_INVALID}. */
  String code() {
    return code;
  }

  /** Column that was wrong. */
  String field() {
    return field;
  }
}
