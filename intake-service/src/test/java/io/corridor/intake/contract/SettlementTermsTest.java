package io.corridor.intake.contract;

import static io.corridor.intake.contract.ContractCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.schemas.SettlementStep;
import io.corridor.schemas.SettlementTerms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Settlement terms of every shape: what contradicts itself is told with its code and line. */
class SettlementTermsTest {

  private static final String MSSP = "mssp-enhanced";
  private static final String BUDGET = "global-budget";
  private static final String TOTAL_COST = "total-cost-medicaid";
  private static final String RATIO = "medical-loss-ratio";
  private static final String INDEX = "utilization-index";
  private static final String CAPITATION = "primary-care-capitation";
  private static final String BUNDLE = "episode-bundle";
  private static final String PAYMENTS = "practice-payments";

  private static String example(String name) {
    try {
      return Files.readString(ContractFilesTest.EXAMPLES.resolve(name + ".yaml"));
    } catch (IOException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static ContractResult read(String yaml) {
    return ContractFiles.read("c.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }

  private static Arguments wrong(
      String example, String what, String by, ContractCode code, String field) {
    return Arguments.of(example, what, by, code, "settlement." + field);
  }

  static Stream<Arguments> shapes() {
    return Stream.of(
        wrong(BUNDLE, "shape: BUNDLE", "shape: BUNDEL", CONTRACT_WORD, "shape"),
        wrong(BUNDLE, "shape: BUNDLE", "shape: CAPITATION", CONTRACT_SHAPE, "bundle"),
        Arguments.of(BUNDLE, "shape: BUNDLE", "shape: CAPITATION", CONTRACT_SHAPE, "settlement"),
        wrong(
            BUNDLE,
            "shape: BUNDLE",
            "shape: BUNDLE\n  sharePercent: 0.5",
            CONTRACT_SHAPE,
            "sharePercent"),
        wrong(
            RATIO,
            "shape: MEDICAL_LOSS_RATIO",
            "shape: MEDICAL_LOSS_RATIO\n  minimumSavingsRate: 0.02",
            CONTRACT_SHAPE,
            "minimumSavingsRate"),
        wrong(
            RATIO,
            "shape: MEDICAL_LOSS_RATIO",
            "shape: MEDICAL_LOSS_RATIO\n  levels: [CONTRACT, TIN]",
            CONTRACT_LEVEL,
            "levels[1]"),
        wrong(INDEX, "[CONTRACT, TIN]", "[CONTRACT, TOWN]", CONTRACT_WORD, "levels[1]"),
        wrong(MSSP, "track: ENHANCED", "track: BASIC", CONTRACT_WORD, "mssp.track"),
        wrong(
            MSSP,
            "agreementStart: 2019-07-01",
            "agreementStart: 2024-01-01",
            CONTRACT_YEARS,
            "mssp.agreementStart"),
        wrong(MSSP, "Payment: 9", "Payment: -1", CONTRACT_NUMBER, "mssp.monthsToPayment"),
        Arguments.of(
            MSSP,
            "lineOfBusiness: MEDICARE",
            "lineOfBusiness: MEDICAID",
            CONTRACT_WORD,
            "lineOfBusiness"),
        Arguments.of(
            MSSP,
            "year: 2023, category: ALL",
            "year: 2022, category: ALL",
            CONTRACT_BUDGET,
            "budget"),
        wrong(BUDGET, "basePmpm: 400.00", "basePmpm: 0", CONTRACT_NUMBER, "globalBudget.basePmpm"),
        wrong(
            BUDGET,
            "trends: [0.06, 0.055, 0.05, 0.045, 0.04]",
            "trends: [0.06, -1]",
            CONTRACT_NUMBER,
            "globalBudget.trends[1]"),
        wrong(
            BUDGET,
            "trends: [0.06, 0.055, 0.05, 0.045, 0.04]",
            "trends: []",
            CONTRACT_MISSING_FIELD,
            "globalBudget.trends"),
        wrong(
            BUDGET,
            "name: visits",
            "name: control",
            CONTRACT_NAME,
            "globalBudget.measures[2].name"),
        wrong(
            BUDGET,
            "name: visits",
            "name: visits.all",
            CONTRACT_NAME,
            "globalBudget.measures[2].name"),
        wrong(
            BUDGET,
            "kind: OUTCOME, gates: [0.50, 0.60, 0.70, 0.80, 0.90]",
            "kind: OUTCOME, gates: [0.50, 0.60, 0.70, 0.80]",
            CONTRACT_SCALE,
            "globalBudget.measures[0].gates"),
        wrong(
            BUDGET,
            "kind: OUTCOME, gates: [0.50, 0.60, 0.70, 0.80, 0.90]",
            "kind: OUTCOME, gates: [0.50, 0.60, 0.55, 0.80, 0.90]",
            CONTRACT_SCALE,
            "globalBudget.measures[0].gates[2]"),
        wrong(
            BUDGET,
            "at: 3, value: 0.05",
            "at: 3, value: 0.02",
            CONTRACT_SCALE,
            "globalBudget.bonus[3].value"),
        wrong(
            BUDGET,
            "at: 3, value: 0.05",
            "at: 2, value: 0.05",
            CONTRACT_SCALE,
            "globalBudget.bonus[3].at"),
        wrong(
            BUDGET,
            "at: 5, value: 0.80",
            "at: 5, value: 1.80",
            CONTRACT_RATE,
            "globalBudget.surplusShare[5].value"),
        wrong(BUDGET, "ContractYear: 3", "ContractYear: 0", CONTRACT_NUMBER, "firstContractYear"),
        wrong(
            TOTAL_COST,
            "{ from: 0.02, to: 0.06, share: 0.5 }\n      - { from: 0.06, to: 0.10, share: 0.25 }    #",
            "{ from: 0.01, to: 0.06, share: 0.5 }\n      - { from: 0.06, to: 0.10, share: 0.25 }    #",
            CONTRACT_CORRIDOR,
            "totalCost.gains[1].from"),
        wrong(
            TOTAL_COST,
            "losses:                      # may differ from the gains; leave out to share no losses\n"
                + "      - { from: 0, to: 0.02",
            "losses:\n      - { from: 0.01, to: 0.02",
            CONTRACT_CORRIDOR,
            "totalCost.losses[0].from"),
        wrong(
            TOTAL_COST,
            "{ from: 0.06, to: 0.10, share: 0.25 }    #",
            "{ from: 0.06, to: 0.06, share: 0.25 }    #",
            CONTRACT_CORRIDOR,
            "totalCost.gains[2].to"),
        wrong(
            TOTAL_COST,
            "# from 0 upwards\n      - { from: 0, to: 0.02, share: 1 }".substring(16),
            "\n      - { from: 0, share: 1 }",
            CONTRACT_CORRIDOR,
            "totalCost.gains[1]"),
        wrong(TOTAL_COST, "[0, 0.5, 1]", "[0, 1.5]", CONTRACT_RATE, "totalCost.longTermWeights[1]"),
        wrong(
            TOTAL_COST,
            "attachment: 125000.00",
            "attachment: 0",
            CONTRACT_NUMBER,
            "totalCost.stopLoss.attachment"),
        wrong(
            TOTAL_COST,
            "budgetedDrugPriceGrowth: 0.05",
            "#",
            CONTRACT_SHAPE,
            "totalCost.drugPrices"),
        wrong(
            TOTAL_COST,
            "name: disabled",
            "name: child",
            CONTRACT_NAME,
            "totalCost.ratingCategories[2].name"),
        wrong(RATIO, "lossShare: 0.50", "#", CONTRACT_LOSS_TERMS, "medicalLoss.lossCap"),
        wrong(RATIO, "target: 0.86", "target: 0", CONTRACT_NUMBER, "medicalLoss.target"),
        wrong(RATIO, "[3, 12]", "[12, 3]", CONTRACT_SCALE, "medicalLoss.runoutMonths[1]"),
        wrong(RATIO, "[3, 12]", "[]", CONTRACT_MISSING_FIELD, "medicalLoss.runoutMonths"),
        wrong(
            INDEX,
            "generic, weight: 0.15",
            "generic, weight: 0.20",
            CONTRACT_WEIGHT_SUM,
            "utilization.categories"),
        wrong(INDEX, "Ceiling: 2", "Ceiling: 0.9", CONTRACT_NUMBER, "utilization.indexCeiling"),
        wrong(
            INDEX,
            "{ at: 1.00, value: 0 }",
            "{ at: 1.00, value: 1 }",
            CONTRACT_SCALE,
            "utilization.payoutPmpm[1]"),
        wrong(
            INDEX,
            "{ at: 1.00, value: 0 }",
            "{ at: 1.00, value: 7 }",
            CONTRACT_SCALE,
            "utilization.payoutPmpm[1].value"),
        wrong(
            CAPITATION,
            "[\"90686\"]",
            "[\"99213\"]",
            CONTRACT_SERVICE_TWICE,
            "capitation.carvedOutCodes[0]"),
        wrong(CAPITATION, "Pmpm: 42.00", "Pmpm: 0", CONTRACT_NUMBER, "capitation.ratePmpm"),
        wrong(BUNDLE, "outliers: WINSORIZE", "outliers: TRIM", CONTRACT_WORD, "bundle.outliers"),
        wrong(BUNDLE, "Minimum: DROP", "Minimum: KEEP", CONTRACT_WORD, "bundle.belowMinimum"),
        wrong(BUNDLE, "stopLoss: 0.05", "stopLoss: 1.05", CONTRACT_RATE, "bundle.stopLoss"),
        wrong(
            BUNDLE,
            "lowest: 9000.00",
            "lowest: 90000.00",
            CONTRACT_SCALE,
            "bundle.reference.highest"));
  }

  static Stream<Arguments> payments() {
    return Stream.of(
        wrong(
            PAYMENTS, "everyMonths: 3", "everyMonths: 5", CONTRACT_PAYMENT, "interim.everyMonths"),
        wrong(PAYMENTS, "paidPart: 0.50", "paidPart: 1.50", CONTRACT_RATE, "interim.paidPart"),
        wrong(
            PAYMENTS,
            "{ shape: TWO_SIDED, sharePercent: 0.50, lossSharePercent: 0.20",
            "{ shape: ONE_SIDED, sharePercent: 0.50",
            CONTRACT_LOSS_TERMS,
            "glidePath[0].lossCapPercent"),
        wrong(
            PAYMENTS,
            "{ shape: TWO_SIDED, sharePercent: 0.50, lossSharePercent: 0.20",
            "{ shape: TWO_SIDED, sharePercent: 0.50",
            CONTRACT_LOSS_TERMS,
            "glidePath[0]"),
        wrong(
            PAYMENTS,
            "{ shape: TWO_SIDED, sharePercent: 0.50,",
            "{ shape: TWO_SIDED, levels: [TIN], sharePercent: 0.50,",
            CONTRACT_UNKNOWN_FIELD,
            "glidePath[0].levels"),
        wrong(
            PAYMENTS,
            "sharePercent: 0.40\n",
            "sharePercent: 0.40\n  lossCapPercent: 0.05\n",
            CONTRACT_LOSS_TERMS,
            "lossCapPercent"),
        wrong(
            PAYMENTS,
            "receiver: \"456789012\", share: 1",
            "receiver: \"999999999\", share: 1",
            CONTRACT_PARTICIPANT,
            "passThrough.shares[1]"),
        wrong(
            PAYMENTS,
            "receiver: \"1245319599\"",
            "receiver: \"1234567893\"",
            CONTRACT_NAME,
            "passThrough.shares[3].receiver"),
        wrong(PAYMENTS, "toClinicians: 0.25", "#", CONTRACT_PAYMENT, "passThrough.toClinicians"),
        wrong(
            PAYMENTS,
            "minimumPatients: 20, amount: 250.00",
            "minimumPatients: 20",
            CONTRACT_PAYMENT,
            "performancePay[0]"),
        wrong(
            PAYMENTS,
            "amount: 250.00 }",
            "amount: 250.00, amountPerPatient: 1 }",
            CONTRACT_PAYMENT,
            "performancePay[0]"),
        wrong(
            PAYMENTS,
            "lastDay: 2026-12-31\n    atRisk",
            "lastDay: 2026-12-30\n    atRisk",
            CONTRACT_DATE_ORDER,
            "infrastructure.lastDay"),
        wrong(PAYMENTS, "atRisk: 0.20", "atRisk: 0", CONTRACT_PAYMENT, "infrastructure.atRisk"),
        wrong(
            PAYMENTS,
            "registry, weight: 0.75",
            "registry, weight: 0.70",
            CONTRACT_WEIGHT_SUM,
            "infrastructure.metrics"),
        wrong(
            PAYMENTS,
            "yearsOfSavings: 2",
            "yearsOfSavings: 0",
            CONTRACT_NUMBER,
            "feeThenShare.yearsOfSavings"),
        wrong(PAYMENTS, "pmpm: 4.50", "pmpm: 0", CONTRACT_NUMBER, "careManagementFee.pmpm"),
        Arguments.of(
            PAYMENTS, "weightSum: 1 ", "weightSum: 2 ", CONTRACT_WEIGHT_SUM, "quality.weightSum"),
        Arguments.of(
            PAYMENTS,
            "minimumOutcomeWeight: 0.10",
            "minimumOutcomeWeight: 0.11",
            CONTRACT_OUTCOME_WEIGHT,
            "quality.minimumOutcomeWeight"));
  }

  @ParameterizedTest
  @MethodSource({"shapes", "payments"})
  @DisplayName("terms that contradict themselves are rejected with code, field and line")
  void rejected(String example, String what, String by, ContractCode code, String field) {
    String original = example(example);
    assertThat(original).as("the case must change the example").contains(what);

    ContractResult result = read(original.replace(what, by));

    assertThat(result).isInstanceOf(ContractResult.Rejected.class);
    List<ContractProblem> problems = ((ContractResult.Rejected) result).problems();
    assertThat(problems)
        .anySatisfy(problem -> {
          assertThat(problem.code()).isEqualTo(code);
          assertThat(problem.field()).isEqualTo(field);
          assertThat(problem.line()).isPositive();
        });
  }

  @Test
  @DisplayName("a relief of losses needs losses")
  void reliefWithoutLosses() {
    String yaml = example(TOTAL_COST).replace("lossRelief: 0 ", "lossRelief: 0.5 ");
    int from = yaml.indexOf("    losses:");
    int to = yaml.indexOf("    longTermWeights:");
    ContractResult result = read(yaml.substring(0, from) + yaml.substring(to));
    assertThat(((ContractResult.Rejected) result).problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo(CONTRACT_LOSS_TERMS);
          assertThat(problem.field()).isEqualTo("settlement.totalCost.lossRelief");
        });
  }

  @Test
  @DisplayName("a path of terms travels whole, last days become the first day after")
  void travels() {
    ContractResult.Accepted accepted = (ContractResult.Accepted) read(example(PAYMENTS));
    SettlementTerms terms = accepted.terms().getSettlement();
    assertThat(accepted.warnings()).isEmpty();
    assertThat(terms.getGlidePath())
        .extracting(SettlementStep::getLossSharePercent)
        .map(Object::toString)
        .containsExactly("0.200000", "0.400000");
    assertThat(Objects.requireNonNull(terms.getInfrastructure()).getUntil())
        .hasToString("2027-01-01");
    assertThat(Objects.requireNonNull(terms.getPassThrough()).getShares()).hasSize(4);
  }
}
