package io.corridor.portal.readmodel;

import io.corridor.schemas.serde.SchemaRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One PostgreSQL for all tests of a JVM, a database of its own for each that asks. */
@org.jspecify.annotations.NullUnmarked
public final class TestDatabase {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private TestDatabase() {}

  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres postgres =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("shared_buffers", "32MB")
                .start();
        Runtime.getRuntime()
            .addShutdownHook(
                new Thread(() -> {
                  try {
                    postgres.close();
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }));
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Address of a new, empty database. */
  public static String newUrl() {
    String name = "portal" + NUMBER.incrementAndGet();
    try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection()) {
      connection.createStatement().execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Server.POSTGRES.getJdbcUrl("postgres", name);
  }

  /** A new database with the migrations applied. */
  public static DataSource migrated() {
    DataSource source = new DriverManagerDataSource(newUrl());
    migrate(source);
    return source;
  }

  public static void migrate(DataSource source) {
    Flyway.configure()
        .dataSource(source)
        .schemas("portal")
        .defaultSchema("portal")
        .table("schema_history")
        .locations("classpath:portal/migration")
        .load()
        .migrate();
  }

  /** Carries records through the projections, as a lane does. */
  public static void project(
      DataSource source, SchemaRegistry registry, List<Records.Sent> records) {
    Projections projections = new Projections(registry, new Refs("test"));
    Map<String, Projection<?>> byTopic = new HashMap<>();
    Stream.concat(projections.live().stream(), projections.bulk().stream())
        .forEach(projection -> byTopic.put(projection.topic(), projection));
    long offset = 0;
    for (Records.Sent sent : records) {
      byTopic.get(sent.topic().name()).add(Records.consumed(sent, offset++, registry));
    }
    try (Connection connection = source.getConnection()) {
      for (Projection<?> projection : byTopic.values()) {
        projection.flush(connection);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
