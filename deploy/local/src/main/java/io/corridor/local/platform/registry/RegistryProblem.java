package io.corridor.local.platform.registry;

/** An answer of the registry that is not a success; the codes are Confluent's. */
final class RegistryProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final int code;

  RegistryProblem(int status, int code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static RegistryProblem noSubject(String subject) {
    return new RegistryProblem(404, 40401, "Subject '" + subject + "' not found.");
  }

  static RegistryProblem noVersion(String version) {
    return new RegistryProblem(404, 40402, "Version " + version + " not found.");
  }

  static RegistryProblem noSchema() {
    return new RegistryProblem(404, 40403, "Schema not found");
  }

  static RegistryProblem notASchema(String reason) {
    return new RegistryProblem(422, 42201, "Input schema is not a valid Avro schema: " + reason);
  }

  static RegistryProblem badVersion(String version) {
    return new RegistryProblem(
        422, 42202, "The version '" + version + "' is not a number or 'latest'");
  }

  static RegistryProblem badLevel(String level) {
    return new RegistryProblem(422, 42203, "Invalid compatibility level: " + level);
  }

  static RegistryProblem unsupported(String what) {
    return new RegistryProblem(422, 42200, what + " is not supported by the embedded registry");
  }

  static RegistryProblem incompatible(String subject, String reason) {
    return new RegistryProblem(
        409,
        409,
        "Schema being registered is incompatible with an earlier schema for subject '"
            + subject
            + "': "
            + reason);
  }

  /** HTTP status. */
  int status() {
    return status;
  }

  /** Confluent's error code. */
  int code() {
    return code;
  }
}
