package io.corridor.local.platform;

/**
 * Where the shared infrastructure is.
 *
 * @param kafka bootstrap servers
 * @param registry schema registry with Confluent's REST API
 * @param database JDBC address; empty where no service needs a database
 * @param databaseUser role
 * @param databasePassword password, may be empty
 */
public record Endpoints(
    String kafka, String registry, String database, String databaseUser, String databasePassword) {

  /** Without the password. */
  @Override
  public String toString() {
    return "kafka " + kafka + ", registry " + registry + ", database " + database;
  }
}
