package io.corridor.local.platform.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The registry's answers: method and path in, JSON out. Knows Confluent's API, not HTTP. */
final class RegistryApi {

  private final ObjectMapper json = new ObjectMapper();
  private final SchemaLog log;
  private final SchemaState state;

  RegistryApi(SchemaLog log) {
    this.log = log;
    this.state = log.read();
  }

  /**
   * Answers one request.
   *
   * @param method GET, PUT or POST
   * @param path decoded path segments, without empty ones
   * @param body request body; empty when there is none
   * @throws RegistryProblem when the answer is not a success
   */
  synchronized JsonNode answer(String method, List<String> path, byte[] body) {
    String head = path.isEmpty() ? "" : path.getFirst();
    return switch (head) {
      case "" -> json.createObjectNode();
      case "subjects" -> subjects(method, path, body);
      case "schemas" -> schemas(path);
      case "config" -> config(method, path, body);
      case "compatibility" -> compatibility(path, body);
      case "mode" -> json.createObjectNode().put("mode", "READWRITE");
      default -> throw new RegistryProblem(404, 404, "HTTP 404 Not Found");
    };
  }

  private JsonNode subjects(String method, List<String> path, byte[] body) {
    boolean post = method.equals("POST");
    if (!post && !method.equals("GET")) {
      throw RegistryProblem.unsupported(method + " on subjects");
    }
    return switch (path.size()) {
      case 1 -> strings(state.subjects());
      case 2 -> lookUp(path.get(1), body);
      case 3 -> post ? register(path.get(1), body) : versions(path.get(1));
      case 4 -> describe(state.version(path.get(1), path.get(3)));
      default -> json.getNodeFactory().textNode(state.version(path.get(1), path.get(3)).text());
    };
  }

  private JsonNode versions(String subject) {
    ArrayNode answer = json.createArrayNode();
    state.versions(subject).forEach(r -> answer.add(r.version()));
    return answer;
  }

  private JsonNode lookUp(String subject, byte[] body) {
    state.versions(subject);
    return describe(state.find(subject, schemaOf(body)).orElseThrow(RegistryProblem::noSchema));
  }

  private JsonNode register(String subject, byte[] body) {
    Schema schema = schemaOf(body);
    Optional<Registered> known = state.find(subject, schema);
    Registered registered = known.orElseGet(() -> state.next(subject, schema));
    if (known.isEmpty()) {
      log.append(registered);
      state.put(registered);
    }
    return json.createObjectNode().put("id", registered.id());
  }

  private JsonNode schemas(List<String> path) {
    if (path.size() == 2 && path.get(1).equals("types")) {
      return strings(List.of("AVRO"));
    }
    if (path.size() < 3 || !path.get(1).equals("ids")) {
      throw RegistryProblem.unsupported("this listing of schemas");
    }
    int id = number(path.get(2));
    if (path.size() == 3) {
      return json.createObjectNode().put("schema", state.byId(id).toString());
    }
    if (path.get(3).equals("subjects")) {
      return strings(state.usesOf(id).stream().map(Registered::subject).toList());
    }
    if (path.get(3).equals("schema")) {
      return json.getNodeFactory().textNode(state.byId(id).toString());
    }
    ArrayNode answer = json.createArrayNode();
    state
        .usesOf(id)
        .forEach(r -> answer.addObject().put("subject", r.subject()).put("version", r.version()));
    return answer;
  }

  private JsonNode config(String method, List<String> path, byte[] body) {
    String subject = path.size() > 1 ? path.get(1) : null;
    if (method.equals("GET")) {
      return json.createObjectNode().put("compatibilityLevel", state.level(subject).name());
    }
    Level level = levelOf(body);
    setLevel(subject, level);
    return json.createObjectNode().put("compatibility", level.name());
  }

  private void setLevel(@Nullable String subject, Level level) {
    boolean known =
        subject == null
            ? state.level(null) == level
            : state.ownLevel(subject).filter(level::equals).isPresent();
    if (!known) {
      log.append(subject, level);
      state.putLevel(subject, level);
    }
  }

  private JsonNode compatibility(List<String> path, byte[] body) {
    if (path.size() < 4 || !path.get(1).equals("subjects")) {
      throw new RegistryProblem(404, 404, "HTTP 404 Not Found");
    }
    String subject = path.get(2);
    List<Registered> against =
        path.size() == 4 ? state.versions(subject) : List.of(state.version(subject, path.get(4)));
    List<String> problems = state.problems(subject, schemaOf(body), against);
    ObjectNode answer = json.createObjectNode().put("is_compatible", problems.isEmpty());
    answer.set("messages", strings(problems));
    return answer;
  }

  private Schema schemaOf(byte[] body) {
    JsonNode request = request(body);
    if (!request.path("schemaType").asText("AVRO").equals("AVRO")) {
      throw RegistryProblem.unsupported("a schema type other than AVRO");
    }
    if (!request.path("references").isEmpty()) {
      throw RegistryProblem.unsupported("a schema with references");
    }
    return SchemaState.parse(request.path("schema").asText());
  }

  private Level levelOf(byte[] body) {
    String name = request(body).path("compatibility").asText();
    try {
      return Level.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw RegistryProblem.badLevel(name);
    }
  }

  private JsonNode request(byte[] body) {
    try {
      return json.readTree(new String(body, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw RegistryProblem.notASchema("the request is not JSON");
    }
  }

  private JsonNode describe(Registered registered) {
    return json.createObjectNode()
        .put("subject", registered.subject())
        .put("version", registered.version())
        .put("id", registered.id())
        .put("schema", registered.text());
  }

  private ArrayNode strings(List<String> values) {
    ArrayNode answer = json.createArrayNode();
    values.forEach(answer::add);
    return answer;
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw RegistryProblem.noSchema();
    }
  }
}
