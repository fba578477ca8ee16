package io.corridor.local.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.corridor.local.platform.SharedBroker;
import io.corridor.schemas.serde.HttpSchemaRegistry;
import io.corridor.schemas.serde.RegistryException;
import io.corridor.schemas.serde.SchemaText;
import io.corridor.schemas.topic.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EmbeddedRegistryTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Schema FIRST =
      SchemaBuilder.record("Visit").fields().requiredString("id").endRecord();
  private static final Schema WITH_DEFAULT =
      SchemaBuilder.record("Visit")
          .fields()
          .requiredString("id")
          .optionalString("place")
          .endRecord();
  private static final Schema WITHOUT_DEFAULT =
      SchemaBuilder.record("Visit")
          .fields()
          .requiredString("id")
          .requiredString("place")
          .endRecord();

  private final HttpClient http = HttpClient.newHttpClient();
  private EmbeddedRegistry registry;

  @BeforeEach
  void start() {
    registry = EmbeddedRegistry.start(SharedBroker.endpoints().kafka(), 0);
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  @DisplayName(
      "the same schema has one id whatever its subject, and a new version gets the next number")
  void idsAndVersions() throws Exception {
    HttpSchemaRegistry client = new HttpSchemaRegistry(registry.url(), true);
    int id = client.idOf("visits.ids-value", FIRST);
    assertThat(client.idOf("visits.ids-copy-value", FIRST)).isEqualTo(id);
    assertThat(client.byId(id)).isEqualTo(FIRST);
    assertThat(client.idOf("visits.ids-value", WITH_DEFAULT)).isNotEqualTo(id);
    assertThat(get("/subjects/visits.ids-value/versions").toString()).isEqualTo("[1,2]");
    assertThat(get("/subjects/visits.ids-value/versions/latest").path("version").asInt())
        .isEqualTo(2);
    assertThat(client.idOf("visits.ids-value", FIRST)).isEqualTo(id);
    assertThat(get("/subjects/visits.ids-value/versions").toString()).isEqualTo("[1,2]");
  }

  @Test
  @DisplayName("a schema that cannot read what was written is refused with 409")
  void incompatible() throws Exception {
    HttpSchemaRegistry client = new HttpSchemaRegistry(registry.url(), true);
    client.setCompatibility("visits.rule-value", "BACKWARD_TRANSITIVE");
    client.idOf("visits.rule-value", FIRST);
    HttpResponse<String> answer =
        post("/subjects/visits.rule-value/versions", schema(WITHOUT_DEFAULT));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(JSON.readTree(answer.body()).path("error_code").asInt()).isEqualTo(409);
    assertThatThrownBy(() -> client.idOf("visits.rule-value", WITHOUT_DEFAULT))
        .isInstanceOf(RegistryException.class);
    JsonNode check =
        JSON.readTree(
            post(
                    "/compatibility/subjects/visits.rule-value/versions/latest",
                    schema(WITHOUT_DEFAULT))
                .body());
    assertThat(check.path("is_compatible").asBoolean()).isFalse();
  }

  @Test
  @DisplayName("FULL refuses what BACKWARD accepts: a field taken away that had no default")
  void fullIsStricter() throws Exception {
    HttpSchemaRegistry client = new HttpSchemaRegistry(registry.url(), true);
    client.setCompatibility("visits.full-value", "FULL_TRANSITIVE");
    client.setCompatibility("visits.backward-value", "BACKWARD_TRANSITIVE");
    for (String subject : new String[] {"visits.full-value", "visits.backward-value"}) {
      client.idOf(subject, WITHOUT_DEFAULT);
    }
    assertThat(post("/subjects/visits.full-value/versions", schema(FIRST)).statusCode())
        .isEqualTo(409);
    assertThat(post("/subjects/visits.backward-value/versions", schema(FIRST)).statusCode())
        .isEqualTo(200);
  }

  @Test
  @DisplayName("a look-up never registers; unknown subjects and schemas have Confluent's codes")
  void lookUp() throws Exception {
    assertThat(code(post("/subjects/visits.none-value", schema(FIRST)))).isEqualTo(40401);
    new HttpSchemaRegistry(registry.url(), true).idOf("visits.some-value", FIRST);
    assertThat(code(post("/subjects/visits.some-value", schema(WITH_DEFAULT)))).isEqualTo(40403);
    assertThat(code(get("/schemas/ids/999999", 404))).isEqualTo(40403);
    assertThat(code(post("/subjects/visits.some-value/versions", "{\"schema\":\"{\"}")))
        .isEqualTo(42201);
  }

  @Test
  @DisplayName("a registry started anew gives the same ids, rules and schemas")
  void restartKeepsEverything() throws Exception {
    HttpSchemaRegistry client = new HttpSchemaRegistry(registry.url(), true);
    client.setCompatibility("visits.kept-value", "FULL_TRANSITIVE");
    int first = client.idOf("visits.kept-value", FIRST);
    int second = client.idOf("visits.kept-value", WITH_DEFAULT);
    registry.close();
    registry = EmbeddedRegistry.start(SharedBroker.endpoints().kafka(), 0);
    HttpSchemaRegistry lookUpOnly = new HttpSchemaRegistry(registry.url(), false);
    assertThat(lookUpOnly.idOf("visits.kept-value", FIRST)).isEqualTo(first);
    assertThat(lookUpOnly.idOf("visits.kept-value", WITH_DEFAULT)).isEqualTo(second);
    assertThat(lookUpOnly.byId(first)).isEqualTo(FIRST);
    assertThat(get("/config/visits.kept-value").path("compatibilityLevel").asText())
        .isEqualTo("FULL_TRANSITIVE");
  }

  @Test
  @DisplayName(
      "every schema of the catalogue keeps its text, documentation and privacy classes included")
  void catalogueRoundTrip() {
    HttpSchemaRegistry client = new HttpSchemaRegistry(registry.url(), true);
    Topics.created().stream()
        .filter(topic -> topic.typed())
        .forEach(topic ->
            assertThat(client.byId(client.idOf(topic.subject(), topic.schema())).toString())
                .isEqualTo(SchemaText.published(topic.schema()).toString()));
  }

  private static int code(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body()).path("error_code").asInt();
  }

  private static String schema(Schema schema) throws IOException {
    return JSON.writeValueAsString(Map.of("schema", schema.toString()));
  }

  private JsonNode get(String path) throws Exception {
    return JSON.readTree(get(path, 200).body());
  }

  private HttpResponse<String> get(String path, int status) throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(registry.url() + path)).build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(status);
    return answer;
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(registry.url() + path))
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}
