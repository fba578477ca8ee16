package io.corridor.settlement.share;

/** Terms or facts that contradict themselves; the message names the term. */
public final class Contradiction extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** A contradiction in words that name the term. */
  public Contradiction(String message) {
    super(message);
  }
}
