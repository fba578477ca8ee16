package io.corridor.schemas.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.corridor.schemas.serde.SchemaText;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** The committed documents are what the catalogue says. */
class CatalogueDocsTest {

  private static final Path DOCS = Path.of(System.getProperty("corridor.root", "."), "docs");

  @Test
  void theCommittedDocumentsAreTheGeneratedOnes() throws IOException {
    if (Boolean.getBoolean("corridor.docs.update")) {
      CatalogueDocs.write(DOCS);
    }
    for (Map.Entry<String, String> file : CatalogueDocs.files().entrySet()) {
      Path path = DOCS.resolve(file.getKey());
      assertThat(path).exists();
      assertThat(Files.readString(path))
          .as("docs/%s differs; write it again with -Dcorridor.docs.update=true", file.getKey())
          .isEqualTo(file.getValue());
    }
  }

  @Test
  void thePageNamesEveryTopicAndEveryField() {
    String page = CatalogueDocs.files().get("topics.md");
    for (Topic<?> topic : Topics.all()) {
      assertThat(page).contains("`" + topic.name() + "`");
      if (topic.typed()) {
        assertThat(page).contains("### " + topic.bodySchema().getName() + "\n");
        for (Schema.Field field : topic.bodySchema().getFields()) {
          assertThat(page).contains("| `" + field.name() + "` |");
        }
      }
    }
  }

  @Test
  void theAsyncApiDocumentIsYamlWhoseReferencesResolve() {
    JsonNode root = asyncApi();
    assertThat(root.path("asyncapi").asText()).isEqualTo("3.0.0");
    List<Topic<?>> typed = Topics.created().stream().filter(Topic::typed).toList();
    assertThat(root.path("channels")).hasSize(typed.size());
    for (Topic<?> topic : typed) {
      JsonNode channel = root.path("channels").path(topic.name().replace('.', '-'));
      assertThat(channel.path("address").asText()).isEqualTo(topic.name());
    }
    List<String> references = root.findValuesAsText("$ref");
    assertThat(references).hasSizeGreaterThan(3 * typed.size());
    for (String reference : references) {
      assertThat(root.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
  }

  @Test
  void theSchemasInTheAsyncApiDocumentAreThePublishedOnes() {
    JsonNode schemas = asyncApi().path("components").path("schemas");
    for (Topic<?> topic : Topics.created()) {
      if (topic.typed()) {
        JsonNode schema = schemas.path(topic.schema().getName()).path("schema");
        assertThat(new Schema.Parser().parse(schema.toString()))
            .isEqualTo(SchemaText.published(topic.schema()));
      }
    }
  }

  private static JsonNode asyncApi() {
    Object document =
        new org.yaml.snakeyaml.Yaml().load(CatalogueDocs.files().get("asyncapi.yaml"));
    return new ObjectMapper().valueToTree(document);
  }
}
