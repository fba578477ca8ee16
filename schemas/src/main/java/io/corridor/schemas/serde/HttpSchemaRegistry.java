package io.corridor.schemas.serde;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.jspecify.annotations.Nullable;

/**
 * A registry that speaks Confluent's REST API (Confluent, Apicurio under {@code /apis/ccompat/v7},
 * Karapace, Redpanda). What it answered once is kept: ids and schemas never change.
 *
 * <p>A user and password in the base address ({@code http://user:password@host}) are sent as basic
 * authentication and never shown. A connection that fails, and an answer that says "not now" (429,
 * 502, 503, 504), is tried again a few times.
 */
public final class HttpSchemaRegistry implements SchemaRegistry {

  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(20);
  private static final int ATTEMPTS = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final int LONGEST_MESSAGE = 300;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String base;
  private final @Nullable String authorization;
  private final boolean autoRegister;
  private final HttpClient client;
  private final ConcurrentMap<Subject, Integer> ids = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, Schema> schemas = new ConcurrentHashMap<>();

  private record Subject(String name, Schema schema) {}

  /** An answer of the registry that is not an error of transport. */
  private record Answer(int status, JsonNode body) {
    int errorCode() {
      return body.path("error_code").asInt(status);
    }

    String message() {
      String text = body.path("message").asText("");
      return text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) + "…" : text;
    }
  }

  /**
   * A client of the registry at this address.
   *
   * @param base address before {@code /subjects}
   * @param autoRegister true in development: an unknown schema is registered; false: only looked up
   */
  public HttpSchemaRegistry(URI base, boolean autoRegister) {
    this.base = withoutUser(base);
    this.authorization = basic(base.getUserInfo());
    this.autoRegister = autoRegister;
    this.client = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
  }

  @Override
  public int idOf(String subject, Schema schema) {
    Subject key = new Subject(subject, schema);
    Integer known = ids.get(key);
    if (known != null) {
      return known;
    }
    int id = autoRegister ? register(subject, schema) : lookUp(subject, schema);
    ids.put(key, id);
    return id;
  }

  @Override
  public Schema byId(int id) {
    Schema known = schemas.get(id);
    if (known != null) {
      return known;
    }
    Schema schema = fetch(id);
    schemas.put(id, schema);
    return schema;
  }

  /**
   * Sets the compatibility rule that the registry enforces for a subject.
   *
   * @param level by Confluent's name, for example {@code FULL_TRANSITIVE}
   */
  public void setCompatibility(String subject, String level) {
    Answer answer = send("PUT", "/config/" + encode(subject), json(Map.of("compatibility", level)));
    if (answer.status() != 200) {
      throw refused("the compatibility rule of " + subject, answer);
    }
  }

  private int register(String subject, Schema schema) {
    Answer answer =
        send("POST", "/subjects/" + encode(subject) + "/versions", schemaRequest(schema));
    if (answer.status() == 409) {
      throw new RegistryException(
          "The registry holds a schema under "
              + subject
              + " that this one is not compatible with. Evolve the schema compatibly (new fields"
              + " with defaults) or make a new topic version. It says: "
              + answer.message());
    }
    if (answer.status() != 200) {
      throw refused("the schema of " + subject, answer);
    }
    return idIn(answer, subject);
  }

  private int lookUp(String subject, Schema schema) {
    Answer answer = send("POST", "/subjects/" + encode(subject), schemaRequest(schema));
    if (answer.status() == 404) {
      throw new UnknownSchemaException(
          "The registry does not know this release's schema of "
              + subject
              + " ("
              + answer.errorCode()
              + "). Register the release's schemas before its services start, or allow the services"
              + " to register them");
    }
    if (answer.status() != 200) {
      throw refused("the look-up of " + subject, answer);
    }
    return idIn(answer, subject);
  }

  private Schema fetch(int id) {
    Answer answer = send("GET", "/schemas/ids/" + id, null);
    if (answer.status() == 404) {
      throw new UnknownSchemaException(
          "The registry has no schema of id " + id + ". Is it the registry that the writer uses?");
    }
    if (answer.status() != 200) {
      throw refused("schema id " + id, answer);
    }
    String type = answer.body().path("schemaType").asText("AVRO");
    JsonNode text = answer.body().path("schema");
    if (!type.equals("AVRO") || !text.isTextual() || !answer.body().path("references").isEmpty()) {
      throw new UnknownSchemaException(
          "Schema id " + id + " is not a self-contained Avro schema but " + type);
    }
    try {
      return new Schema.Parser().parse(text.asText());
    } catch (SchemaParseException e) {
      throw new UnknownSchemaException("Schema id " + id + " is not valid Avro");
    }
  }

  private Answer send(String method, String path, @Nullable String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(REQUEST_TIMEOUT)
            .header("Accept", MEDIA_TYPE + ", application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", MEDIA_TYPE);
    }
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return sendWithRetries(request.build());
  }

  private Answer sendWithRetries(HttpRequest request) {
    long pause = FIRST_PAUSE.toMillis();
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (attempt == ATTEMPTS || !notNow(response.statusCode())) {
          return new Answer(response.statusCode(), parse(response.body()));
        }
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw new RegistryException(
              "No schema registry answers at "
                  + base
                  + " ("
                  + ATTEMPTS
                  + " attempts). Start it or correct the address",
              e);
        }
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
      pause *= 2;
    }
  }

  private static boolean notNow(int status) {
    return status == 429 || status == 502 || status == 503 || status == 504;
  }

  private static RegistryException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new RegistryException("Interrupted while waiting for the schema registry", e);
  }

  private RegistryException refused(String what, Answer answer) {
    return new RegistryException(
        "The schema registry at "
            + base
            + " refused "
            + what
            + " with status "
            + answer.status()
            + ", code "
            + answer.errorCode()
            + ": "
            + answer.message());
  }

  private int idIn(Answer answer, String subject) {
    JsonNode id = answer.body().path("id");
    if (!id.isInt()) {
      throw new RegistryException(
          "The answer for " + subject + " has no id: is " + base + " a schema registry?");
    }
    return id.intValue();
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }

  private static String schemaRequest(Schema schema) {
    return json(Map.of("schema", SchemaText.of(schema)));
  }

  private static String json(Map<String, String> object) {
    try {
      return JSON.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A map of texts cannot be written as JSON", e);
    }
  }

  private static String encode(String subject) {
    return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String withoutUser(URI base) {
    String text = base.toString();
    String user = base.getRawUserInfo();
    String plain = user == null ? text : text.replace(user + "@", "");
    return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
  }

  private static @Nullable String basic(@Nullable String userInfo) {
    return userInfo == null
        ? null
        : "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
  }
}
