package io.corridor.local.platform;

/**
 * The platform cannot start, stop or do what a command asks; the text is meant for the person at
 * the terminal.
 */
public final class PlatformException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * A failure with a stable code.
   *
   * @param code stable code
   * @param message what is wrong and what to do
   */
  public PlatformException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** The same with what caused it. */
  public PlatformException(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** Stable code. */
  public String code() {
    return code;
  }
}
