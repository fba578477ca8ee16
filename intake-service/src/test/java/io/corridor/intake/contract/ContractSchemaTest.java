package io.corridor.intake.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published JSON Schema describes the published examples, and refuses what the reader does. */
class ContractSchemaTest {

  private static final YAMLMapper YAML = new YAMLMapper();

  private static JsonSchema schema() throws IOException {
    Path file = ContractFilesTest.EXAMPLES.resolve("contract.schema.json");
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(file));
  }

  private static JsonNode example(String name) throws IOException {
    return YAML.readTree(ContractFilesTest.EXAMPLES.resolve(name).toFile());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "one-sided-commercial.yaml",
        "two-sided-medicare.yaml",
        "mssp-prospective.yaml",
        "medicaid-campaign.yaml",
        "cost-medicare.yaml",
        "cost-commercial.yaml",
        "desynpuf.yaml",
        "synthea.yaml",
        "mssp-enhanced.yaml",
        "global-budget.yaml",
        "total-cost-medicaid.yaml",
        "medical-loss-ratio.yaml",
        "utilization-index.yaml",
        "primary-care-capitation.yaml",
        "episode-bundle.yaml",
        "practice-payments.yaml",
        "mssp-benchmark.yaml",
        "premium-and-use.yaml",
        "comparison-and-pools.yaml"
      })
  @DisplayName("an example satisfies the schema")
  void valid(String name) throws IOException {
    assertThat(schema().validate(example(name))).isEmpty();
  }

  @Test
  @DisplayName("unknown fields, missing fields and shares above one are refused")
  void invalid() throws IOException {
    ObjectNode unknown = (ObjectNode) example("two-sided-medicare.yaml");
    unknown.put("color", "red");
    assertThat(schema().validate(unknown)).hasSize(1);

    ObjectNode missing = (ObjectNode) example("two-sided-medicare.yaml");
    missing.remove("payer");
    assertThat(schema().validate(missing)).hasSize(1);

    ObjectNode share = (ObjectNode) example("two-sided-medicare.yaml");
    ((ObjectNode) share.get("settlement")).put("sharePercent", 50);
    assertThat(schema().validate(share)).isNotEmpty();
  }
}
