package io.corridor.intake.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.intake.contract.ContractCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The published format names every field and every code. */
class FeedFormatDocTest {

  private static String doc(String name) throws IOException {
    return Files.readString(Path.of(System.getProperty("corridor.root"), "docs", name));
  }

  @ParameterizedTest
  @EnumSource(RecordType.class)
  @DisplayName("every field of a record type is described")
  void fields(RecordType type) throws IOException {
    String doc = doc("feed-format.md");
    Set<String> fields = new HashSet<>();
    collect(type.schema(), fields);
    for (String field : fields) {
      assertThat(doc).as(type + " " + field).contains("| `" + field + "` |");
    }
  }

  @Test
  @DisplayName("every code of a rejection and of a contract problem is described")
  void codes() throws IOException {
    String format = doc("feed-format.md");
    for (RejectionCode code : RejectionCode.values()) {
      assertThat(format)
          .contains("`" + code.name() + "`")
          .contains(code.advice().replace("|", "\\|"));
    }
    String service = doc("intake.md");
    for (ContractCode code : ContractCode.values()) {
      assertThat(service).contains("`" + code.name() + "`");
    }
  }

  private static void collect(Schema schema, Set<String> fields) {
    switch (schema.getType()) {
      case RECORD ->
          schema
              .getFields()
              .forEach(field -> {
                fields.add(field.name());
                collect(field.schema(), fields);
              });
      case UNION -> schema.getTypes().forEach(branch -> collect(branch, fields));
      case ARRAY -> collect(schema.getElementType(), fields);
      default -> {
        // A single value has no fields.
      }
    }
  }
}
