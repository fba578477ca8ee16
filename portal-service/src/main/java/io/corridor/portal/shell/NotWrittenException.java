package io.corridor.portal.shell;

/** A topic did not take what a person entered; whoever is told so may send it again. */
public final class NotWrittenException extends Exception {

  private static final long serialVersionUID = 1L;

  /** With the failure underneath. */
  public NotWrittenException(Throwable cause) {
    super("The entry was not written", cause);
  }
}
