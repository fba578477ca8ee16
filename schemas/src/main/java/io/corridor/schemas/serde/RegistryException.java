package io.corridor.schemas.serde;

/**
 * The registry could not be reached or refused. This is a matter of infrastructure or release, not
 * of a record: whoever catches it stops and tries again; it never makes a dead letter.
 */
public class RegistryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What happened and what to do. */
  public RegistryException(String message) {
    super(message);
  }

  /** What happened and what to do, with the failure underneath. */
  public RegistryException(String message, Throwable cause) {
    super(message, cause);
  }
}
