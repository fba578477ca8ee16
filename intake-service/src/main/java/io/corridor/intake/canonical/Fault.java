package io.corridor.intake.canonical;

import org.jspecify.annotations.Nullable;

/**
 * Leaves the depth of a record on its first broken rule. Never leaves the package: the parser turns
 * it into a value. Without stack trace, so it costs what a return would.
 */
final class Fault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final RejectionCode code;
  private final String what;
  private final @Nullable String field;

  Fault(RejectionCode code, @Nullable String field, String what) {
    super(code.name(), null, false, false);
    this.code = code;
    this.what = what;
    this.field = field;
  }

  /** The same fault, seen from the object or list around it. */
  Fault under(String parent) {
    String path =
        field == null ? parent : field.startsWith("[") ? parent + field : parent + "." + field;
    return new Fault(code, path, what);
  }

  Parsed.Rejected rejected() {
    return new Parsed.Rejected(code, code.text(what), field);
  }
}
