package io.corridor.schemas.serde;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaParseException;

/**
 * A schema registry for tests, on a loopback port, with Confluent's endpoints, status codes and
 * error codes: ids global and equal for equal schemas, versions by subject, transitive
 * compatibility rules enforced at registration. It refuses what Confluent's refuses: an unknown
 * media type, an unknown field in a request, an invalid schema.
 */
public final class TestRegistryServer implements AutoCloseable {

  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final List<String> ACCEPTED =
      List.of(MEDIA_TYPE, "application/vnd.schemaregistry+json", "application/json");
  private static final List<String> REQUEST_FIELDS =
      List.of("schema", "schemaType", "references", "version", "id", "metadata", "ruleSet");
  private static final List<String> LEVELS =
      List.of(
          "NONE",
          "BACKWARD",
          "BACKWARD_TRANSITIVE",
          "FORWARD",
          "FORWARD_TRANSITIVE",
          "FULL",
          "FULL_TRANSITIVE");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final List<Schema> schemas = new ArrayList<>();
  private final Map<String, List<Integer>> subjects = new LinkedHashMap<>();
  private final Map<String, String> levels = new LinkedHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /** An answer other than 200. */
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int code;

    private Refusal(int code, String message) {
      super(message);
      this.code = code;
    }

    private int status() {
      return code > 1000 ? code / 100 : code;
    }
  }

  private TestRegistryServer(HttpServer server) {
    this.server = server;
    server.createContext("/", this::handle);
  }

  /** Starts an empty registry on a free loopback port. */
  public static TestRegistryServer start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      TestRegistryServer registry = new TestRegistryServer(server);
      server.start();
      return registry;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Base address. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Requests since the start, as {@code METHOD path}. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Names of subjects in the order of their first registration. */
  public synchronized List<String> subjects() {
    return List.copyOf(subjects.keySet());
  }

  /** The compatibility rule of a subject. */
  public synchronized String level(String subject) {
    return levels.getOrDefault(subject, "BACKWARD");
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getRawPath();
      requests.add(exchange.getRequestMethod() + " " + path);
      int status = 200;
      JsonNode answer;
      try {
        answer = answer(exchange, path);
      } catch (Refusal e) {
        status = e.status();
        answer = object().put("error_code", e.code).put("message", e.getMessage());
      }
      byte[] bytes = JSON.writeValueAsBytes(answer);
      exchange.getResponseHeaders().set("Content-Type", MEDIA_TYPE);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private synchronized JsonNode answer(HttpExchange exchange, String path) throws IOException {
    List<String> parts = new ArrayList<>();
    for (String part : path.substring(1).split("/")) {
      parts.add(URLDecoder.decode(part, StandardCharsets.UTF_8));
    }
    String route = exchange.getRequestMethod() + " " + parts.getFirst() + " " + parts.size();
    return switch (route) {
      case "GET subjects 1" -> JSON.valueToTree(subjects.keySet());
      case "GET schemas 3" -> byId(parts.get(2));
      case "GET subjects 3" -> JSON.valueToTree(versionNumbers(parts.get(1)));
      case "GET subjects 4" -> version(parts.get(1), parts.get(3));
      case "POST subjects 2" -> lookUp(parts.get(1), schemaIn(exchange));
      case "POST subjects 3" -> register(parts.get(1), schemaIn(exchange));
      case "POST compatibility 5" -> compatibility(parts.get(2), schemaIn(exchange));
      case "GET config 2" -> object().put("compatibilityLevel", level(parts.get(1)));
      case "PUT config 2" -> configure(parts.get(1), body(exchange));
      default -> throw new Refusal(404, "HTTP 404 Not Found");
    };
  }

  private static JsonNode body(HttpExchange exchange) throws IOException {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type == null || !ACCEPTED.contains(type.split(";")[0].trim())) {
      throw new Refusal(415, "HTTP 415 Unsupported Media Type");
    }
    return JSON.readTree(exchange.getRequestBody());
  }

  private static Schema schemaIn(HttpExchange exchange) throws IOException {
    JsonNode request = body(exchange);
    for (Iterator<String> names = request.fieldNames(); names.hasNext(); ) {
      if (!REQUEST_FIELDS.contains(names.next())) {
        throw new Refusal(422, "Unrecognized field");
      }
    }
    if (!request.path("schemaType").asText("AVRO").equals("AVRO")) {
      throw new Refusal(42201, "Only AVRO is known");
    }
    try {
      return new Schema.Parser().parse(request.path("schema").asText());
    } catch (SchemaParseException e) {
      throw new Refusal(42201, "Input schema is an invalid Avro schema");
    }
  }

  private JsonNode byId(String text) {
    int id = Integer.parseInt(text);
    if (id < 1 || id > schemas.size()) {
      throw new Refusal(40403, "Schema " + id + " not found");
    }
    return object().put("schema", schemas.get(id - 1).toString());
  }

  private JsonNode lookUp(String subject, Schema schema) {
    List<Integer> versions = versions(subject);
    int at = versions.indexOf(schemas.indexOf(schema) + 1);
    if (at < 0) {
      throw new Refusal(40403, "Schema not found");
    }
    return described(subject, at + 1);
  }

  private JsonNode version(String subject, String text) {
    List<Integer> versions = versions(subject);
    int version = text.equals("latest") ? versions.size() : Integer.parseInt(text);
    if (version < 1 || version > versions.size()) {
      throw new Refusal(40402, "Version " + text + " not found.");
    }
    return described(subject, version);
  }

  private ObjectNode described(String subject, int version) {
    int id = versions(subject).get(version - 1);
    return object()
        .put("subject", subject)
        .put("version", version)
        .put("id", id)
        .put("schema", schemas.get(id - 1).toString());
  }

  private JsonNode register(String subject, Schema schema) {
    List<Integer> versions = subjects.getOrDefault(subject, List.of());
    int known = schemas.indexOf(schema) + 1;
    if (!versions.contains(known)) {
      if (!compatible(subject, schema)) {
        throw new Refusal(
            409, "Schema being registered is incompatible with an earlier schema for subject");
      }
      if (known == 0) {
        schemas.add(schema);
        known = schemas.size();
      }
      subjects.computeIfAbsent(subject, name -> new ArrayList<>()).add(known);
    }
    return object().put("id", known);
  }

  private JsonNode compatibility(String subject, Schema schema) {
    versions(subject);
    return object().put("is_compatible", compatible(subject, schema));
  }

  private boolean compatible(String subject, Schema schema) {
    String level = level(subject);
    List<Integer> versions = subjects.getOrDefault(subject, List.of());
    int from = level.endsWith("_TRANSITIVE") ? 0 : Math.max(0, versions.size() - 1);
    for (int id : versions.subList(from, versions.size())) {
      Schema earlier = schemas.get(id - 1);
      boolean backward = level.startsWith("FULL") || level.startsWith("BACKWARD");
      boolean forward = level.startsWith("FULL") || level.startsWith("FORWARD");
      if ((backward && !reads(schema, earlier)) || (forward && !reads(earlier, schema))) {
        return false;
      }
    }
    return true;
  }

  private static boolean reads(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType()
        == SchemaCompatibilityType.COMPATIBLE;
  }

  private JsonNode configure(String subject, JsonNode request) {
    String level = request.path("compatibility").asText();
    if (!LEVELS.contains(level)) {
      throw new Refusal(42203, "Invalid compatibility level");
    }
    levels.put(subject, level);
    return object().put("compatibility", level);
  }

  private List<Integer> versions(String subject) {
    List<Integer> versions = subjects.get(subject);
    if (versions == null) {
      throw new Refusal(40401, "Subject '" + subject + "' not found.");
    }
    return versions;
  }

  private List<Integer> versionNumbers(String subject) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 1; i <= versions(subject).size(); i++) {
      numbers.add(i);
    }
    return numbers;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
