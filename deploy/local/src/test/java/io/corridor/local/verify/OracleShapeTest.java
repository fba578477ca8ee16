package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Contract shapes in SQL: the worked examples of settlement.md 5, with the terms of the example
 * contracts and the facts as an estimate publishes them.
 */
class OracleShapeTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CONTRACTS = SeededDefect.ROOT.resolve("docs/contracts");
  private static final String TOPIC = "settlement.estimate.v1";
  private static final String RESULTS =
      "result.control=0.70 result.screening=0.85 result.visits=0.60 result.infections=0.80";
  private static final String EPISODES =
      "E1=24000 E2=24000 E3=24000 E4=24000 E5=24000 E6=24000 E7=24000 E8=24000 E9=24000"
          + " E10=24000 E11=20000 E12=98000";

  private record Example(
      String contract,
      String shape,
      int contractYear,
      int members,
      String counted,
      String composite,
      String payment,
      String stated) {}

  private static final List<Example> EXAMPLES =
      List.of(
          new Example(
              "global-budget-example",
              "GLOBAL_BUDGET",
              3,
              20_000,
              "112300000.00",
              "0",
              "9780151.50",
              "healthStatus=1.0404 " + RESULTS),
          new Example(
              "total-cost-medicaid-example",
              "TOTAL_COST",
              3,
              30_000,
              "0.00",
              "0.8",
              "-2494350.00",
              "ratingCategory.child.memberMonths=240000 ratingCategory.child.riskScore=1"
                  + " ratingCategory.adult.memberMonths=96000 ratingCategory.adult.riskScore=1.05"
                  + " ratingCategory.disabled.memberMonths=24000"
                  + " ratingCategory.disabled.riskScore=1 rawCost=168000000 waiverServices=3100000"
                  + " longTermServices=0 drug.J0001.units=100000 drug.J0001.cost=12650000"
                  + " memberCost.1=360000 memberCost.2=325000 memberCost.3=90000"),
          new Example(
              "medical-loss-ratio-example",
              "MEDICAL_LOSS_RATIO",
              1,
              20_000,
              "77900000.00",
              "0.9",
              "1305000.00",
              "premium=96000000 taxesAndFees=1000000 qualityImprovement=900000 unpaidClaims=0"),
          new Example(
              "utilization-index-example",
              "UTILIZATION_INDEX",
              1,
              1_200,
              "0.00",
              "0.8",
              "28383.53",
              "use.emergency.actual=375 use.emergency.expected=450 use.admissions.actual=61"
                  + " use.admissions.expected=66 use.generic.actual=90.5 use.generic.expected=88"
                  + " use.imaging.actual=118 use.imaging.expected=125"),
          new Example(
              "primary-care-capitation-example",
              "CAPITATION",
              1,
              2_450,
              "0.00",
              "0",
              "-20182.00",
              // January's services are stated, February's leakage was counted from claims
              "month.2025-01.paid=630000 month.2025-01.memberMonths=14700"
                  + " month.2025-01.riskScore=1.035 month.2025-01.elsewhere.99213=18199.01"
                  + " month.2025-01.elsewhere.90686=21500"
                  + " members.month.2025-01.capitationLeakage=777.77"
                  + " month.2025-02.paid=630000 month.2025-02.memberMonths=14700"
                  + " month.2025-02.riskScore=1.035"
                  + " members.month.2025-02.capitationLeakage=20000.99"),
          new Example(
              "episode-bundle-example", "BUNDLE", 1, 1_000, "0.00", "0.92", "-9526.40", EPISODES));

  @TempDir Path directory;

  private static String estimate(Example example, String payment) {
    ObjectNode body = JSON.createObjectNode();
    body.put("contract", example.contract()).put("termsVersion", 1).put("level", "CONTRACT");
    body.put("period", "2025").put("id", example.contract());
    body.put("shape", example.shape()).put("contractYear", example.contractYear());
    body.putNull("refusal").putObject("expected").put("payment", payment);
    Map<String, String> facts = new TreeMap<>();
    facts.put("members.months", example.members() * 12 + "");
    facts.put("cost.budget", "0.00");
    facts.put("cost.inScope", example.counted());
    facts.put("cost.counted", example.counted());
    facts.put("quality.gate", "MET");
    facts.put("quality.composite", example.composite());
    for (String figure : example.stated().split(" ")) {
      String[] parts = figure.split("=");
      if (example.shape().equals("BUNDLE")) {
        facts.put("stated.episode." + parts[0] + ".allowed", parts[1]);
        facts.put("stated.episode." + parts[0] + ".caseMix", "1");
      } else {
        facts.put(parts[0].startsWith("members.") ? parts[0] : "stated." + parts[0], parts[1]);
      }
    }
    ArrayNode inputs = body.putArray("inputs");
    facts.forEach((name, value) -> inputs.addObject().put("name", name).put("value", value));
    return body.toString();
  }

  @Test
  @DisplayName("every worked example to the cent, and a cent that was altered")
  void examples() throws IOException, SQLException {
    try (Oracle oracle = new Oracle(directory.resolve("spill"))) {
      OracleDatabase database = oracle.database();
      oracle.input().contracts(CONTRACTS);
      for (Example example : EXAMPLES) {
        boolean altered = example.shape().equals("CAPITATION");
        String body = estimate(example, altered ? "-20182.01" : example.payment());
        try (PreparedStatement insert =
            database.connection().prepareStatement("INSERT INTO found VALUES (?, ?, ?, ?)")) {
          insert.setString(1, TOPIC);
          insert.setString(2, example.shape());
          insert.setString(3, "UPDATE");
          insert.setString(4, body);
          insert.execute();
        }
      }
      oracle.derive(
          LocalDate.of(2026, 1, 1),
          Optional.empty(),
          List.of("00_macros", "20_contract", "41_agreed", "61_shape"));
      Comparison comparison = new Comparison(database);
      assertThat(comparison.run(Check.fields(TOPIC, "expect_estimate_shape")))
          .isEqualTo(EXAMPLES.size());
      assertThat(comparison.list(10))
          .containsExactly(
              new Difference(TOPIC, "CAPITATION", "expected.payment", "-20182.00", "-20182.01"));
    }
  }
}
