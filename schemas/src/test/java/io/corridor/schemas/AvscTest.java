package io.corridor.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.corridor.schemas.topic.Privacy;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every schema file has to say. */
class AvscTest {

  private static final Path AVRO =
      Path.of(System.getProperty("corridor.root", "."), "schemas/src/main/avro");
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(AVRO)) {
      return walk.filter(path -> path.toString().endsWith(".avsc")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everySchemaSaysWhatItsPartsMean(Path file) throws IOException {
    assertThat(complaints(JSON.readTree(file.toFile()))).as(file.toString()).isEmpty();
    assertThat(JSON.readTree(file.toFile()).path("name").asText() + ".avsc")
        .isEqualTo(file.getFileName().toString());
  }

  @Test
  void theCheckBites() throws IOException {
    JsonNode bad =
        JSON.readTree(
            """
            {"type":"record","name":"Bad","doc":"A record.","fields":[
              {"name":"undocumented","type":"int","privacy":"NONE"},
              {"name":"secret","type":"int","doc":"A secret.","privacy":"SECRET"},
              {"name":"money","type":"double","doc":"Dollars.","privacy":"NONE"},
              {"name":"optional","type":["null","int"],"doc":"Perhaps.","privacy":"NONE"}]}
            """);
    assertThat(complaints(bad))
        .containsExactly(
            "undocumented has no doc",
            "secret has no privacy class",
            "money is a double",
            "optional may be null but has no default null");
    JsonNode undefaulted =
        JSON.readTree("{\"type\":\"enum\",\"name\":\"E\",\"doc\":\"E.\",\"symbols\":[\"A\"]}");
    assertThat(complaints(undefaulted)).containsExactly("E has no default symbol");
  }

  @Test
  void everyFileIsPartOfSomeTopic() throws IOException {
    Set<String> used = new TreeSet<>();
    for (Topic<?> topic : Topics.all()) {
      if (topic.typed()) {
        collect(topic.schema(), used);
      }
    }
    assertThat(files().map(path -> path.getFileName().toString().replace(".avsc", "")))
        .containsExactlyInAnyOrderElementsOf(used);
  }

  private static void collect(Schema schema, Set<String> names) {
    switch (schema.getType()) {
      case ARRAY -> collect(schema.getElementType(), names);
      case UNION -> schema.getTypes().forEach(type -> collect(type, names));
      case ENUM -> names.add(schema.getName());
      case RECORD -> {
        if (names.add(schema.getName())) {
          schema.getFields().forEach(field -> collect(field.schema(), names));
        }
      }
      default -> {
        // A primitive has no file.
      }
    }
  }

  private static List<String> complaints(JsonNode schema) {
    List<String> complaints = new ArrayList<>();
    String name = schema.path("name").asText();
    if (schema.path("doc").asText().isBlank()) {
      complaints.add(name + " has no doc");
    }
    if (schema.path("type").asText().equals("enum")) {
      Set<String> symbols = new LinkedHashSet<>();
      schema.path("symbols").forEach(symbol -> symbols.add(symbol.asText()));
      if (!symbols.contains(schema.path("default").asText())) {
        complaints.add(name + " has no default symbol");
      }
    }
    Set<String> classes =
        new TreeSet<>(Arrays.stream(Privacy.values()).map(Privacy::name).toList());
    for (JsonNode field : schema.path("fields")) {
      String fieldName = field.path("name").asText();
      if (field.path("doc").asText().isBlank()) {
        complaints.add(fieldName + " has no doc");
      }
      if (!classes.contains(field.path("privacy").asText())) {
        complaints.add(fieldName + " has no privacy class");
      }
      if (field.path("type").toString().matches(".*\"(double|float)\".*")) {
        complaints.add(fieldName + " is a double");
      }
      if (field.path("type").isArray() && !field.path("default").isNull()) {
        complaints.add(fieldName + " may be null but has no default null");
      }
    }
    return complaints;
  }
}
