package io.corridor.local.platform;

import io.corridor.local.platform.registry.EmbeddedRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One broker and one registry with the whole catalogue for all tests of a JVM: starting them takes
 * seconds.
 */
public final class SharedBroker {

  private static final Endpoints ENDPOINTS = start();

  private SharedBroker() {}

  /** Where they are; there is no database. */
  public static Endpoints endpoints() {
    return ENDPOINTS;
  }

  private static Endpoints start() {
    try {
      Path directory = Files.createTempDirectory("corridor-test-broker");
      List<Integer> ports = Ports.free(2);
      EmbeddedBroker broker = EmbeddedBroker.start(directory, ports.get(0), ports.get(1));
      EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                registry.close();
                broker.close();
                TestFiles.delete(directory);
              }));
      Endpoints endpoints =
          new Endpoints(broker.bootstrapServers(), registry.url().toString(), "", "", "");
      Catalogue catalogue = new Catalogue(endpoints, true);
      catalogue.createTopics();
      catalogue.registerSchemas();
      return endpoints;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
