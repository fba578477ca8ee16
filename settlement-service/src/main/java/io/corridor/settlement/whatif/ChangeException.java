package io.corridor.settlement.whatif;

import io.corridor.settlement.whatif.ChangeRefusal.Code;

/** Carries a refusal out of the depth of a change; it never leaves the package. */
final class ChangeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ChangeRefusal refusal;

  ChangeException(Code code, String subject) {
    super(code.name(), null, false, false);
    this.refusal = new ChangeRefusal(code, subject);
  }

  ChangeRefusal refusal() {
    return refusal;
  }
}
