package io.corridor.local.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** PostgreSQL as a child process, with its data kept in the platform's directory. */
public final class EmbeddedDatabase implements AutoCloseable {

  /** Name of the database that services use. */
  public static final String DATABASE = "corridor";

  /** Role that services connect with. */
  public static final String USER = "postgres";

  private final EmbeddedPostgres postgres;
  private final Path directory;

  private EmbeddedDatabase(EmbeddedPostgres postgres, Path directory) {
    this.postgres = postgres;
    this.directory = directory;
  }

  /**
   * Starts PostgreSQL; creates the cluster and the database on the first start.
   *
   * @param layout where data and programs are kept
   * @param port loopback port
   * @param durable true: commits survive a crash of the machine; false: only a crash of the
   *     processes
   */
  public static EmbeddedDatabase start(Layout layout, int port, boolean durable) {
    Path directory = layout.database();
    boolean fresh = !Files.exists(directory.resolve("PG_VERSION"));
    try {
      Files.createDirectories(layout.databasePrograms());
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setDataDirectory(directory)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setOverrideWorkingDirectory(layout.databasePrograms().toFile())
              .setPort(port)
              .setPGStartupWait(Duration.ofSeconds(60))
              .setOutputRedirector(
                  Redirect.appendTo(layout.root().resolve("database.log").toFile()))
              .setServerConfig("fsync", durable ? "on" : "off")
              .setServerConfig("synchronous_commit", durable ? "on" : "off")
              .setServerConfig("full_page_writes", durable ? "on" : "off")
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("unix_socket_directories", "")
              .setServerConfig("shared_buffers", "48MB")
              .setServerConfig("max_connections", "60")
              .setServerConfig("timezone", "UTC")
              .setLocaleConfig("locale", "C.UTF-8")
              .start();
      EmbeddedDatabase database = new EmbeddedDatabase(postgres, directory);
      database.createDatabase(fresh);
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "PostgreSQL did not start; see database.log in " + layout.root(), e);
    }
  }

  /** JDBC address of the services' database. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + DATABASE;
  }

  /** Process id of the server, read from its own pid file. */
  public long pid() {
    return pidIn(directory);
  }

  /**
   * The process id in a data directory's pid file.
   *
   * @return 0 when there is none
   */
  static long pidIn(Path directory) {
    Path file = directory.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return 0;
    }
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      return lines.isEmpty() ? 0 : Long.parseLong(lines.getFirst().strip());
    } catch (NumberFormatException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Stops the server. */
  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not stop", e);
    }
  }

  private void createDatabase(boolean fresh) {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      if (!fresh) {
        try (ResultSet found =
            statement.executeQuery(
                "select 1 from pg_database where datname = '" + DATABASE + "'")) {
          if (found.next()) {
            return;
          }
        }
      }
      statement.execute("create database " + DATABASE);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create the database " + DATABASE, e);
    }
  }
}
