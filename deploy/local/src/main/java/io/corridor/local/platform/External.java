package io.corridor.local.platform;

import java.util.Map;
import java.util.Optional;

/**
 * Infrastructure named by environment variables, used in place of the embedded parts.
 *
 * @param kafka CORRIDOR_KAFKA: bootstrap servers
 * @param registry CORRIDOR_REGISTRY: address of a registry with Confluent's REST API
 * @param database CORRIDOR_DATABASE_URL: JDBC address
 * @param databaseUser CORRIDOR_DATABASE_USER
 * @param databasePassword CORRIDOR_DATABASE_PASSWORD
 */
public record External(
    Optional<String> kafka,
    Optional<String> registry,
    Optional<String> database,
    String databaseUser,
    String databasePassword) {

  /** Nothing external: everything embedded. */
  public static External none() {
    return of(Map.of());
  }

  /** Reads the variables; an empty one counts as absent. */
  public static External of(Map<String, String> environment) {
    return new External(
        value(environment, "CORRIDOR_KAFKA"),
        value(environment, "CORRIDOR_REGISTRY"),
        value(environment, "CORRIDOR_DATABASE_URL"),
        value(environment, "CORRIDOR_DATABASE_USER").orElse(EmbeddedDatabase.USER),
        value(environment, "CORRIDOR_DATABASE_PASSWORD").orElse(""));
  }

  /**
   * Everything external.
   *
   * @throws PlatformException when one of the addresses is missing
   */
  public Endpoints required() {
    return new Endpoints(
        kafka.orElseThrow(() -> missing("CORRIDOR_KAFKA")),
        registry.orElseThrow(() -> missing("CORRIDOR_REGISTRY")),
        database.orElseThrow(() -> missing("CORRIDOR_DATABASE_URL")),
        databaseUser,
        databasePassword);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "External[kafka=" + kafka + ", registry=" + registry + ", database=" + database + "]";
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank());
  }

  private static PlatformException missing(String name) {
    return new PlatformException("PLATFORM_EXTERNAL", "set the environment variable " + name);
  }
}
