package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every shape of contract through the whole platform: a simulated population under the published
 * examples, and what they would pay, recomputed (law L8).
 */
@Tag("acceptance")
class SettledShapesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ESTIMATE = "settlement.estimate.v1";
  private static final int MEMBERS = 240;
  private static final int MONTHS = 18;
  private static final long SEED = 7;
  private static final Set<String> SHAPES =
      Set.of(
          "ONE_SIDED",
          "TWO_SIDED",
          "MSSP",
          "GLOBAL_BUDGET",
          "TOTAL_COST",
          "MEDICAL_LOSS_RATIO",
          "UTILIZATION_INDEX",
          "CAPITATION",
          "BUNDLE");
  private static final Set<String> PAYMENTS =
      Set.of(
          "CARE_MANAGEMENT_FEE",
          "PERFORMANCE_PAY",
          "INFRASTRUCTURE",
          "FEE_THEN_SHARE",
          "PREVENTABLE_EVENTS",
          "PRACTICE_TARGET");

  @TempDir static Path directory;

  @Test
  @DisplayName("a contract of each shape: no difference, and an altered cent of each is found")
  void everyShape() throws IOException, InterruptedException, SQLException {
    VerifiedRun input = new ShapeFeed(MEMBERS, MONTHS, SEED).write(directory.resolve("feed"));
    VerifyRun.Result result = input.run(directory, "shapes", List.of());
    assertThat(result.listed()).as("seed %d", SEED).isEmpty();
    assertThat(VerifiedRun.empty(result))
        .as("none asks for reports")
        .allMatch(topic -> topic.startsWith("report."));
    Path file = VerifiedRun.results(directory, "shapes").resolve(ESTIMATE + ".ndjson");
    List<ObjectNode> estimates = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      estimates.add((ObjectNode) JSON.readTree(line));
    }
    assertReached(estimates.stream().map(estimate -> estimate.get("body")).toList());
    Set<String> altered = alter(estimates);
    Files.write(file, estimates.stream().map(JsonNode::toString).toList());
    assertThat(input.verify(file.getParent()).listed())
        .allMatch(difference -> difference.topic().equals(ESTIMATE))
        .allMatch(difference -> difference.field().equals("expected.payment"))
        .extracting(Difference::key)
        .containsExactlyInAnyOrderElementsOf(altered);
  }

  /** The population reaches what the recomputation is for. */
  private static void assertReached(List<JsonNode> estimates) {
    List<JsonNode> settled =
        estimates.stream().filter(estimate -> estimate.get("refusal").isNull()).toList();
    assertThat(
            settled.stream()
                .filter(estimate -> amount(estimate.at("/expected/payment")).signum() != 0)
                .map(estimate -> estimate.get("shape").asText()))
        .as("shapes that pay or cost something")
        .containsAll(SHAPES);
    assertThat(estimates.stream().map(estimate -> estimate.get("refusal").asText()))
        .contains("MSR_NOT_STATED", "FACT_MISSING");
    assertThat(
            settled.stream()
                .flatMap(estimate -> estimate.get("payments").valueStream())
                .filter(payment -> amount(payment.get("payment")).signum() > 0)
                .map(payment -> payment.get("kind").asText()))
        .as("payments beside a shape")
        .containsAll(PAYMENTS);
    assertThat(
            settled.stream()
                .filter(estimate -> estimate.get("contract").asText().equals("shape-glide-path"))
                .map(estimate -> estimate.get("shape").asText())
                .collect(Collectors.toSet()))
        .as("steps of the glide path")
        .containsExactlyInAnyOrder("ONE_SIDED", "TWO_SIDED");
  }

  /** Adds a cent to one estimate of each contract that has a result; their keys. */
  private static Set<String> alter(List<ObjectNode> estimates) {
    Set<String> contracts = new TreeSet<>();
    Set<String> keys = new TreeSet<>();
    for (ObjectNode estimate : estimates) {
      JsonNode expected = estimate.at("/body/expected");
      if (expected.isObject() && contracts.add(estimate.at("/body/contract").asText())) {
        BigDecimal payment = amount(expected.get("payment")).add(new BigDecimal("0.01"));
        ((ObjectNode) expected).put("payment", payment.toPlainString());
        keys.add(estimate.get("key").asText());
      }
    }
    assertThat(keys).hasSizeGreaterThan(SHAPES.size());
    return keys;
  }

  private static BigDecimal amount(JsonNode text) {
    return text.isTextual() ? new BigDecimal(text.asText()) : BigDecimal.ZERO;
  }
}
