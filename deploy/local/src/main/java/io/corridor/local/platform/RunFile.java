package io.corridor.local.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a running platform says about itself, for other commands and for the start after a crash.
 * The database password is not in it: the embedded database trusts the loopback address, an
 * external one is named by the environment.
 *
 * @param owner the launcher's own process
 * @param kafka bootstrap servers
 * @param registry registry address
 * @param database JDBC address
 * @param services services that run, with their ports and consumer groups
 * @param children processes it started
 */
public record RunFile(
    Child owner,
    String kafka,
    String registry,
    String database,
    List<Service> services,
    List<Child> children) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A running service.
   *
   * @param name name
   * @param port loopback port of its HTTP endpoints
   * @param group its consumer group; empty when it commits no offsets to Kafka
   */
  public record Service(String name, int port, String group) {}

  /** The file of a platform that has just begun to start. */
  static RunFile begin() {
    long pid = ProcessHandle.current().pid();
    Child self =
        Child.of("corridor", pid, "")
            .orElseGet(() -> new Child("corridor", pid, Instant.EPOCH, ""));
    return new RunFile(self, "", "", "", List.of(), List.of());
  }

  RunFile withEndpoints(Endpoints endpoints) {
    return new RunFile(
        owner, endpoints.kafka(), endpoints.registry(), endpoints.database(), services, children);
  }

  RunFile withServices(List<Service> running) {
    return new RunFile(owner, kafka, registry, database, List.copyOf(running), children);
  }

  RunFile withChild(Child child) {
    List<Child> all = new ArrayList<>(children);
    all.add(child);
    return new RunFile(owner, kafka, registry, database, services, List.copyOf(all));
  }

  /** Where services connect to. */
  public Endpoints endpoints() {
    return new Endpoints(kafka, registry, database, EmbeddedDatabase.USER, "");
  }

  /** Writes the file in one step: a reader sees the old or the new one. */
  void write(Path file) {
    ObjectNode node = describe(owner);
    node.put("kafka", kafka).put("registry", registry).put("database", database);
    ArrayNode list = node.putArray("services");
    services.forEach(
        s -> list.addObject().put("name", s.name()).put("port", s.port()).put("group", s.group()));
    ArrayNode processes = node.putArray("children");
    children.forEach(c -> processes.add(describe(c)));
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      JSON.writerWithDefaultPrettyPrinter().writeValue(next.toFile(), node);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** Reads the file; empty when there is none, or a crash left an unreadable one. */
  public static Optional<RunFile> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode node = JSON.readTree(file.toFile());
      List<Service> services = new ArrayList<>();
      node.path("services")
          .forEach(s ->
              services.add(
                  new Service(
                      s.path("name").asText(), s.path("port").asInt(), s.path("group").asText())));
      List<Child> children = new ArrayList<>();
      node.path("children").forEach(c -> children.add(child(c)));
      return Optional.of(
          new RunFile(
              child(node),
              node.path("kafka").asText(),
              node.path("registry").asText(),
              node.path("database").asText(),
              List.copyOf(services),
              List.copyOf(children)));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static ObjectNode describe(Child child) {
    return JSON.createObjectNode()
        .put("name", child.name())
        .put("pid", child.pid())
        .put("startedAt", child.startedAt().toString())
        .put("marker", child.marker());
  }

  private static Child child(JsonNode node) {
    return new Child(
        node.path("name").asText(),
        node.path("pid").asLong(),
        Instant.parse(node.path("startedAt").asText("1970-01-01T00:00:00Z")),
        node.path("marker").asText());
  }
}
