package io.corridor.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.corridor.schemas.topic.InboxTopics;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpSchemaRegistryTest {

  private static final String SUBJECT = "some.entity.v1-value";
  private static final Schema V1 =
      SchemaBuilder.record("R").namespace("n").fields().requiredInt("a").endRecord();
  private static final Schema V2_INCOMPATIBLE =
      SchemaBuilder.record("R").namespace("n").fields().requiredString("b").endRecord();

  private TestRegistryServer server;

  @BeforeEach
  void start() {
    server = TestRegistryServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpSchemaRegistry registering() {
    return new HttpSchemaRegistry(server.uri(), true);
  }

  private HttpSchemaRegistry lookingUp() {
    return new HttpSchemaRegistry(server.uri(), false);
  }

  @Test
  void registersOnceAndRemembers() {
    HttpSchemaRegistry registry = registering();
    int id = registry.idOf(SUBJECT, V1);
    assertThat(registry.idOf(SUBJECT, V1)).isEqualTo(id);
    assertThat(server.requests()).containsExactly("POST /subjects/" + SUBJECT + "/versions");
  }

  @Test
  void fetchesOnceAndRemembers() {
    int id = registering().idOf(SUBJECT, V1);
    HttpSchemaRegistry registry = lookingUp();
    assertThat(registry.byId(id)).isEqualTo(V1);
    assertThat(registry.byId(id)).isEqualTo(V1);
    assertThat(server.requests()).filteredOn(r -> r.startsWith("GET")).hasSize(1);
  }

  @Test
  void looksUpWithoutRegistering() {
    int id = registering().idOf(SUBJECT, V1);
    assertThat(lookingUp().idOf(SUBJECT, V1)).isEqualTo(id);
  }

  @Test
  void tellsWhatToDoAboutAnUnknownSchema() {
    assertThatThrownBy(() -> lookingUp().idOf(SUBJECT, V1))
        .isInstanceOf(UnknownSchemaException.class)
        .hasMessageContaining(SUBJECT)
        .hasMessageContaining("Register the release's schemas before its services start");
    assertThat(server.subjects()).isEmpty();
  }

  @Test
  void tellsWhatToDoAboutAnIncompatibleSchema() {
    HttpSchemaRegistry registry = registering();
    registry.idOf(SUBJECT, V1);
    assertThatThrownBy(() -> registry.idOf(SUBJECT, V2_INCOMPATIBLE))
        .isInstanceOf(RegistryException.class)
        .isNotInstanceOf(UnknownSchemaException.class)
        .hasMessageContaining("make a new topic version");
  }

  @Test
  void anUnknownIdIsNotAFailureOfTheRegistry() {
    assertThatThrownBy(() -> lookingUp().byId(77))
        .isInstanceOf(UnknownSchemaException.class)
        .hasMessageContaining("77");
  }

  @Test
  void namesTheAddressWhenNothingAnswersAndHidesThePassword() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    var registry =
        new HttpSchemaRegistry(URI.create("http://user:secret@127.0.0.1:" + port + "/x/"), true);
    assertThatThrownBy(() -> registry.byId(1))
        .isInstanceOf(RegistryException.class)
        .isNotInstanceOf(UnknownSchemaException.class)
        .hasMessageContaining("http://127.0.0.1:" + port + "/x")
        .hasMessageContaining("Start it or correct the address")
        .hasMessageNotContaining("secret");
  }

  @Test
  void triesAgainWhenTheAnswerIsNotNowAndSendsTheUser() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    AtomicReference<String> user = new AtomicReference<>();
    HttpServer slow =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    slow.createContext(
        "/",
        exchange -> {
          user.set(exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] answer = "{\"schema\":\"\\\"int\\\"\"}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(calls.incrementAndGet() < 3 ? 503 : 200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    slow.start();
    try {
      URI uri = URI.create("http://user:secret@127.0.0.1:" + slow.getAddress().getPort());
      assertThat(new HttpSchemaRegistry(uri, false).byId(1).getType()).isEqualTo(Schema.Type.INT);
    } finally {
      slow.stop(0);
    }
    assertThat(calls).hasValue(3);
    assertThat(user.get()).isEqualTo("Basic dXNlcjpzZWNyZXQ=");
  }

  @Test
  void theCatalogueIsRegisteredInOrderWithItsRules() {
    HttpSchemaRegistry registry = registering();
    var ids = CatalogueRegistration.register(registry);
    List<Topic<?>> typed = Topics.created().stream().filter(Topic::typed).toList();
    assertThat(server.subjects())
        .containsExactlyElementsOf(typed.stream().map(Topic::subject).toList());
    assertThat(ids.keySet()).containsExactlyElementsOf(server.subjects());
    for (Topic<?> topic : typed) {
      assertThat(server.level(topic.subject())).isEqualTo(topic.kind().compatibility().name());
      assertThat(lookingUp().idOf(topic.subject(), topic.schema()))
          .isEqualTo(ids.get(topic.subject()));
    }
    // Equal schemas share an id, whatever the subject.
    assertThat(ids.get(InboxTopics.ADT.subject())).isEqualTo(ids.get(Topics.ADT.subject()));
    assertThat(CatalogueRegistration.register(registering())).isEqualTo(ids);
  }

  @Test
  void publishedSchemasCarryDocsAndPrivacyButNothingOfJava() {
    int id = registering().idOf(Topics.CLAIM.subject(), Topics.CLAIM.schema());
    assertThat(lookingUp().byId(id).toString())
        .contains("\"privacy\":\"PERSON\"")
        .contains("Deductible, coinsurance and copay")
        .doesNotContain("avro.java.string");
  }
}
