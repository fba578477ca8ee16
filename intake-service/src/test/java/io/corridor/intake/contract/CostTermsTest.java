package io.corridor.intake.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.corridor.common.care.CostTerms;
import io.corridor.common.care.TargetTerms;
import io.corridor.common.money.Rate;
import io.corridor.common.terms.TermsMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cost part of contract files: what is read, and what is refused with its line. */
class CostTermsTest {

  private static ContractResult read(String yaml) {
    return ContractFiles.read("c.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }

  private static String example(String name) throws IOException {
    return Files.readString(ContractFilesTest.EXAMPLES.resolve(name));
  }

  private static CostTerms cost(String yaml) {
    return TermsMapper.contract(((ContractResult.Accepted) read(yaml)).terms()).cost();
  }

  @Test
  @DisplayName("an example's cost part reads as it stands in the file")
  void examples() throws IOException {
    CostTerms medicare = cost(example("cost-medicare.yaml"));
    assertThat(medicare.memberMonths()).isEqualTo(CostTerms.MemberMonths.PRORATE);
    assertThat(medicare.personYears()).isTrue();
    assertThat(Objects.requireNonNull(medicare.risk()).recapture()).isTrue();
    CostTerms.Risk table = Objects.requireNonNull(cost(example("cost-commercial.yaml")).risk());
    assertThat(table.weights()).hasSize(8);
    assertThat(table.conditions()).containsKeys("DIABETES", "ASTHMA");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "trend: 1.02; trend: 0; CONTRACT_NUMBER; cost.projection.trend",
        "month: 12; month: 13; CONTRACT_NUMBER; cost.projection.seasonality[0].month",
        "matureFrom: 0.70; matureFrom: 70; CONTRACT_RATE; cost.completion.matureFrom",
        "blendCap: 50.00; market: 1.00; CONTRACT_MISSING_FIELD; cost.targets[0].blendCap",
        "year: 2023, weight; year: 2026, weight; CONTRACT_TARGET; cost.targets[0].baseYears[0].year",
        "update: BLEND; update: DECLINING; CONTRACT_TARGET; cost.targets[0].trends",
        "baseline: BLENDED; baseline: REGIONAL; CONTRACT_TARGET; cost.targets[0].riskAdjusted",
        "riskCap: 1.03; efficientAt: 0.95; CONTRACT_MISSING_FIELD; cost.targets[0].previousBaseline",
        "matureFrom: 0.70; diagonals: 0; CONTRACT_NUMBER; cost.completion.diagonals",
        "lineOfBusiness: MEDICARE; lineOfBusiness: MEDICAID; CONTRACT_WORD; cost.personYears"
      })
  void refusedOfMedicare(String text, String instead, ContractCode code, String field)
      throws IOException {
    ContractResult result = read(example("cost-medicare.yaml").replace(text, instead));
    assertThat(((ContractResult.Rejected) result).problems())
        .anySatisfy(problem -> {
          assertThat(problem.code()).isEqualTo(code);
          assertThat(problem.field()).isEqualTo(field);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "mssp-benchmark; personYears: true; personYears: false; cost.programBenchmarks[0]",
        "mssp-benchmark; year: 2023, assignableRisk; year: 2024, assignableRisk;"
            + " cost.programBenchmarks[0].types[0].years",
        "mssp-benchmark; riskScore: 1.00, ; '';"
            + " cost.programBenchmarks[0].types[0].years[0].riskScore",
        "mssp-benchmark; priorPersonYears: 20000; reducedTrendWeight: 0.1;"
            + " cost.programBenchmarks[0].priorPersonYears",
        "mssp-benchmark; type: AGED_DUAL; type: AGED_NON_DUAL;"
            + " cost.programBenchmarks[0].types[1].type",
        "premium-and-use; year: 2025, targetRatio; year: 2026, targetRatio;"
            + " cost.premiumTargets[0].year",
        "premium-and-use; baseYear: 2024, trend; baseYear: 2025, trend;"
            + " cost.useTargets[0].services[1].baseYear",
        "premium-and-use; , expected: 210; ''; cost.useTargets[0].services[0].expected",
        "comparison-and-pools; comparisonYear: 2024; comparisonYear: 2026;"
            + " cost.targets[0].comparisonYear",
        "comparison-and-pools; agreementStart: 2025-01-01; agreementStart: 2025-01-02;"
            + " cost.targets[0].agreementStart",
        "comparison-and-pools; comparisonYear: 2024; comparisonYear: 2023;"
            + " cost.targets[0].comparisonYear",
        "comparison-and-pools; baseline: BLENDED; baseline: HISTORICAL;"
            + " cost.targets[0].comparisonYear",
        "comparison-and-pools; 'agreementStart: 2025-01-01'; 'priorSavingsShare: 0.5';"
            + " cost.targets[0].agreementStart",
        "comparison-and-pools; blendCap: 40.00; region: 400.00; cost.targets[0].region",
        "comparison-and-pools; '\"456789012\"'; '\"345678901\"'; cost.pools.regions[0].tins[1]"
      })
  @DisplayName("figures that belong together stand together, one budget a year")
  void refusedTargets(String file, String text, String instead, String field) throws IOException {
    ContractResult result = read(example(file + ".yaml").replace(text, instead));
    assertThat(((ContractResult.Rejected) result).problems())
        .anySatisfy(problem -> {
          assertThat(problem.code()).isEqualTo(ContractCode.CONTRACT_TARGET);
          assertThat(problem.field()).isEqualTo(field);
        });
  }

  @Test
  @DisplayName("base years of an agreement are written out, weighted as its first period asks")
  void agreement() throws IOException {
    TargetTerms target = cost(example("comparison-and-pools.yaml")).targets().getFirst();
    assertThat(((TargetTerms.Blended) target.baseline()).own().years())
        .extracting(
            TargetTerms.BaseYear::year, TargetTerms.BaseYear::weight, TargetTerms.BaseYear::trend)
        .containsExactly(
            tuple(2022, 10, Rate.of("1.071225")),
            tuple(2023, 30, Rate.of("1.035")),
            tuple(2024, 60, Rate.ONE));
    assertThat(target.comparisonYear()).contains(2024);
    assertThat(target.lastBaseYear()).contains(2024);
  }

  @Test
  @DisplayName("a contract without a cost part asks for nothing")
  void plain() throws IOException {
    assertThat(cost(example("two-sided-medicare.yaml"))).isEqualTo(CostTerms.PLAIN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "mean: 1.150000; mean: 0.0; CONTRACT_RISK; cost.risk.mean",
        "firstAge: 65, weight: 1.800; firstAge: 66, weight: 1.800; CONTRACT_RISK; cost.risk.weights",
        "lastAge: 17, weight: 0.600; lastAge: 18, weight: 0.6; CONTRACT_RISK; cost.risk.weights",
        "reason: DIABETES; reason: GOUT; CONTRACT_RISK; cost.risk.weights[4].reason",
        "socialNeed=HOUSING; shoeSize=44; CONTRACT_RISK; cost.risk.weights[6].reason",
        "model: TABLE; model: CMS_HCC; CONTRACT_RISK; cost.risk.model",
        "codes: [J45]; codes: []; CONTRACT_RISK; cost.risk.conditions[1].codes",
        "category: LTSS; category: HCBS_WAIVER; CONTRACT_SCOPE; cost.phaseIn[0].category",
        "mode: REPRICE; mode: INDEX; CONTRACT_SCOPE; cost.drugPrices.index",
        "000931001; 93; CONTRACT_SCOPE; cost.drugPrices.prices[0].drug",
        "organisation: lakeside-health; preliminary: false; CONTRACT_MISSING_FIELD; cost.organisation",
        "organisation: lakeside-health; unbilledMeanFrom: 5; CONTRACT_MISSING_FIELD; cost.unbilledStay",
        "organisation: lakeside-health; unbilledMeanFrom: 0; CONTRACT_NUMBER; cost.unbilledMeanFrom",
        "memberMonths: MID_MONTH; memberMonths: NEVER; CONTRACT_WORD; memberMonths"
      })
  void refused(String text, String instead, ContractCode code, String field) throws IOException {
    String yaml = example("cost-commercial.yaml");
    assertThat(yaml).contains(text);
    ContractResult result = read(yaml.replace(text, instead));
    assertThat(((ContractResult.Rejected) result).problems())
        .anySatisfy(problem -> {
          assertThat(problem.code()).isEqualTo(code);
          assertThat(problem.field()).isEqualTo(field);
          assertThat(problem.line()).isPositive();
        });
  }
}
