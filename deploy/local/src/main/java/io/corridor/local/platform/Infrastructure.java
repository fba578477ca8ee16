package io.corridor.local.platform;

import io.corridor.local.platform.registry.EmbeddedRegistry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Broker, registry and database, embedded or external. The embedded ones start side by side and
 * stop in reverse; a failed start stops what had started.
 */
public final class Infrastructure implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Infrastructure.class);

  /** Which embedded database is wanted, where none is external. */
  public enum Database {
    /** No service keeps anything in one. */
    NONE,
    /** Commits may be lost when the machine crashes, as in a job that starts anew. */
    TEMPORARY,
    /** Commits survive a crash of the machine. */
    DURABLE
  }

  private final Deque<AutoCloseable> started;
  private final Endpoints endpoints;

  private Infrastructure(Deque<AutoCloseable> started, Endpoints endpoints) {
    this.started = started;
    this.endpoints = endpoints;
  }

  /**
   * Starts what is not external.
   *
   * @param layout data directory, locked by the caller
   * @param external what to use in place of embedded parts
   * @param database which database is wanted
   * @param children told about each child process as soon as it runs
   */
  public static Infrastructure start(
      Layout layout, External external, Database database, Consumer<Child> children) {
    Deque<AutoCloseable> started = new ArrayDeque<>();
    List<Integer> ports = Ports.free(3);
    CompletableFuture<String> url =
        external
            .database()
            .or(() -> database == Database.NONE ? Optional.of("") : Optional.empty())
            .map(CompletableFuture::completedFuture)
            .orElseGet(() ->
                inBackground(
                    "database", () -> database(layout, ports.get(2), database, started, children)));
    CompletableFuture<String> kafka =
        external
            .kafka()
            .map(CompletableFuture::completedFuture)
            .orElseGet(() -> inBackground("broker", () -> broker(layout, ports, started)));
    CompletableFuture<String> registry =
        external
            .registry()
            .map(CompletableFuture::completedFuture)
            .orElseGet(() -> kafka.thenApply(address -> registry(address, started)));
    try {
      CompletableFuture.allOf(kafka, registry, url).join();
    } catch (CompletionException e) {
      stop(started);
      throw new PlatformException("PLATFORM_START", "the infrastructure did not start", e);
    }
    String password = external.database().isPresent() ? external.databasePassword() : "";
    String user = external.database().isPresent() ? external.databaseUser() : EmbeddedDatabase.USER;
    return new Infrastructure(
        started, new Endpoints(kafka.join(), registry.join(), url.join(), user, password));
  }

  /** Where it is. */
  public Endpoints endpoints() {
    return endpoints;
  }

  /** Stops what was started here. */
  @Override
  public void close() {
    stop(started);
  }

  private static String broker(Layout layout, List<Integer> ports, Deque<AutoCloseable> started) {
    EmbeddedBroker broker = EmbeddedBroker.start(layout.broker(), ports.get(0), ports.get(1));
    push(started, broker);
    return broker.bootstrapServers();
  }

  private static String registry(String kafka, Deque<AutoCloseable> started) {
    EmbeddedRegistry registry = EmbeddedRegistry.start(kafka, 0);
    push(started, registry);
    return registry.url().toString();
  }

  private static String database(
      Layout layout,
      int port,
      Database wanted,
      Deque<AutoCloseable> started,
      Consumer<Child> children) {
    EmbeddedDatabase database = EmbeddedDatabase.start(layout, port, wanted == Database.DURABLE);
    push(started, database);
    Child.of("postgres", database.pid(), layout.database().toString()).ifPresent(children);
    return database.url();
  }

  private static CompletableFuture<String> inBackground(String name, Supplier<String> start) {
    CompletableFuture<String> result = new CompletableFuture<>();
    Thread.ofPlatform()
        .name("start-" + name)
        .daemon()
        .start(() -> {
          try {
            result.complete(start.get());
          } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
          }
        });
    return result;
  }

  private static void push(Deque<AutoCloseable> started, AutoCloseable part) {
    synchronized (started) {
      started.push(part);
    }
  }

  private static void stop(Deque<AutoCloseable> started) {
    synchronized (started) {
      while (!started.isEmpty()) {
        AutoCloseable part = started.pop();
        try {
          part.close();
        } catch (Exception e) {
          LOG.error("{} did not stop cleanly", part.getClass().getSimpleName(), e);
        }
      }
    }
  }
}
