package io.corridor.schemas.serde;

/** The registry was reached and answered that it has no such schema. */
public final class UnknownSchemaException extends RegistryException {

  private static final long serialVersionUID = 1L;

  /** What is unknown and what to do. */
  public UnknownSchemaException(String message) {
    super(message);
  }
}
