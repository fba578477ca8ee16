package io.corridor.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.intake.contract.ContractFiles;
import io.corridor.intake.contract.ContractReading;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.PerformanceYear;
import io.corridor.schemas.Statement;
import io.corridor.settlement.AgreedPaymentsMapper;
import io.corridor.settlement.AgreedTermsMapper;
import io.corridor.settlement.engine.AgreedPayments;
import io.corridor.settlement.engine.AgreedTerms;
import io.corridor.settlement.engine.CostFacts;
import io.corridor.settlement.engine.FactText;
import io.corridor.settlement.engine.HandedOn;
import io.corridor.settlement.engine.Level;
import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.engine.PeriodFacts.Period;
import io.corridor.settlement.engine.PeriodFacts.Population;
import io.corridor.settlement.engine.QualityFacts;
import io.corridor.settlement.engine.Settlement;
import io.corridor.settlement.engine.Settlement.Settled;
import io.corridor.settlement.engine.SettlementEngine;
import io.corridor.settlement.engine.Shape;
import io.corridor.settlement.engine.Stated;
import io.corridor.settlement.estimate.QualityResult.Gate;
import io.corridor.settlement.share.View;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published contract files settle the worked examples of their shapes, as they travel. */
class ContractExamplesTest {

  private static final Path EXAMPLES =
      Path.of(System.getProperty("corridor.root", "../.."), "docs", "contracts");
  private static final SettlementEngine ENGINE = SettlementEngine.load();

  /** The terms of a file after they went through the wire format. */
  private static ContractTerms terms(String file) throws IOException {
    ContractReading reading = ContractFiles.read(EXAMPLES.resolve(file + ".yaml"));
    assertThat(reading.problems()).isEmpty();
    ByteBuffer bytes = reading.terms().getFirst().toByteBuffer();
    return ContractTerms.fromByteBuffer(bytes);
  }

  private static PeriodFacts facts(
      ContractTerms terms,
      long members,
      String budget,
      String counted,
      String composite,
      String figures) {
    PerformanceYear year = terms.getPerformanceYears().getFirst();
    TreeMap<String, BigDecimal> stated = new TreeMap<>();
    for (String figure : figures.split(" ")) {
      String[] parts = figure.split("=");
      if (parts.length == 2) {
        stated.put(parts[0], new BigDecimal(parts[1]));
      }
    }
    return new PeriodFacts(
        new Period(
            terms.getContract(),
            Level.CONTRACT,
            terms.getContract(),
            year.getYear(),
            AgreedTermsMapper.contractYear(terms, year.getYear()),
            year.getFrom(),
            year.getUntil(),
            year.getUntil().plusYears(1)),
        Population.of(members, Rate.of(members * 12)),
        CostFacts.of(Money.of(budget), Money.of(counted)),
        QualityFacts.of(Gate.MET, Rate.of(composite)),
        new Stated(stated));
  }

  private static Settled settled(ContractTerms terms, PeriodFacts facts) {
    AgreedTerms agreed = AgreedTermsMapper.of(terms, facts.period().contractYear());
    Settlement settlement = ENGINE.settle(agreed, facts, View.EXPECTED);
    assertThat(settlement).isInstanceOf(Settled.class);
    return (Settled) settlement;
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("YAML, terms, engine: the worked example of each shape to the cent")
  @CsvSource({
    "mssp-enhanced,MSSP,21867,242995775,251349785,0.7809,-894285.00,"
        + "healthEquityAdjustedScore=0.7809 disasterReduction=-2566990",
    "global-budget,GLOBAL_BUDGET,20000,0,112300000,0,9780151.50,"
        + "healthStatus=1.0404 result.control=0.70 result.screening=0.85 result.visits=0.60"
        + " result.infections=0.80",
    "global-budget,GLOBAL_BUDGET,20000,0,118000000,0,7385831.30,"
        + "healthStatus=1.0404 result.control=0.70 result.screening=0.85 result.visits=0.60"
        + " result.infections=0.80",
    "total-cost-medicaid,TOTAL_COST,30000,0,0,0.8,-2494350.00,"
        + "ratingCategory.child.memberMonths=240000 ratingCategory.child.riskScore=1"
        + " ratingCategory.adult.memberMonths=96000 ratingCategory.adult.riskScore=1.05"
        + " ratingCategory.disabled.memberMonths=24000 ratingCategory.disabled.riskScore=1"
        + " rawCost=168000000 waiverServices=3100000 longTermServices=0 drug.J0001.units=100000"
        + " drug.J0001.cost=12650000 memberCost.1=360000 memberCost.2=325000 memberCost.3=90000",
    "medical-loss-ratio,MEDICAL_LOSS_RATIO,20000,0,77900000,0.9,1305000.00,"
        + "premium=96000000 taxesAndFees=1000000 qualityImprovement=900000 unpaidClaims=0",
    "utilization-index,UTILIZATION_INDEX,1200,0,0,0.8,28383.53,"
        + "use.emergency.actual=375 use.emergency.expected=450 use.admissions.actual=61"
        + " use.admissions.expected=66 use.generic.actual=90.5 use.generic.expected=88"
        + " use.imaging.actual=118 use.imaging.expected=125",
    "episode-bundle,BUNDLE,1000,0,0,0.92,-9526.40,"
        + "episode.E1.allowed=24000 episode.E1.caseMix=1 episode.E2.allowed=24000"
        + " episode.E2.caseMix=1 episode.E3.allowed=24000 episode.E3.caseMix=1"
        + " episode.E4.allowed=24000 episode.E4.caseMix=1 episode.E5.allowed=24000"
        + " episode.E5.caseMix=1 episode.E6.allowed=24000 episode.E6.caseMix=1"
        + " episode.E7.allowed=24000 episode.E7.caseMix=1 episode.E8.allowed=24000"
        + " episode.E8.caseMix=1 episode.E9.allowed=24000 episode.E9.caseMix=1"
        + " episode.E10.allowed=24000 episode.E10.caseMix=1 episode.E11.allowed=20000"
        + " episode.E11.caseMix=1 episode.E12.allowed=98000 episode.E12.caseMix=1",
    "one-sided-commercial,ONE_SIDED,800,1000000,900000,0.8,40000.00,",
    "two-sided-medicare,TWO_SIDED,9000,1000000,900000,0.8,50000.00,",
    "practice-payments,ONE_SIDED,800,1000000,900000,1,40000.00,"
        + "quarter.1.Q01.met=81 quarter.1.Q01.patients=100 quarter.1.Q02.met=81 "
        + "quarter.1.Q02.patients=100 quarter.2.Q01.met=82 quarter.2.Q01.patients=100 "
        + "quarter.2.Q02.met=82 quarter.2.Q02.patients=100 quarter.3.Q01.met=83 "
        + "quarter.3.Q01.patients=100 quarter.3.Q02.met=83 quarter.3.Q02.patients=100 "
        + "quarter.4.Q01.met=84 quarter.4.Q01.patients=100 quarter.4.Q02.met=84 "
        + "quarter.4.Q02.patients=100 events.2023.count=110 events.2023.memberMonths=9600 "
        + "events.2024.count=105 events.2024.memberMonths=9600 events.2025.count=95"
  })
  void workedExamples(
      String file,
      Shape shape,
      long members,
      String budget,
      String counted,
      String composite,
      String payment,
      String figures)
      throws IOException {
    ContractTerms terms = terms(file);
    PeriodFacts facts =
        facts(terms, members, budget, counted, composite, Objects.requireNonNullElse(figures, ""));
    Settled settled = settled(terms, facts);
    assertThat(settled.shape()).isEqualTo(shape);
    assertThat(settled.payment()).isEqualTo(Money.of(payment));
    ClosedExample closed =
        ClosedExample.of(terms, members, budget, counted, composite, facts.stated().figures());
    assertClosed(closed, terms, payment);
  }

  /** Interim with all inputs final equals final, and the statement can be worked out again. */
  private static void assertClosed(ClosedExample closed, ContractTerms terms, String payment) {
    Statement statement = closed.statement();
    assertThat(closed.estimate().getExpected().getPayment()).isEqualTo(payment);
    assertThat(statement.getResult()).isEqualTo(payment);
    assertThat(statement.getShape()).isEqualTo(closed.estimate().getShape());
    assertThat(statement.getSteps()).isEqualTo(closed.estimate().getSteps());
    assertThat(statement.getInputs())
        .extracting(input -> input.getName() + "=" + input.getValue())
        .isEqualTo(
            closed.estimate().getInputs().stream()
                .map(input -> input.getName() + "=" + input.getValue())
                .toList());
    TreeMap<String, String> stored = new TreeMap<>();
    statement.getInputs().forEach(input -> stored.put(input.getName(), input.getValue()));
    PeriodFacts frozen = FactText.facts(facts(terms, 0, "0", "0", "0", "").period(), stored);
    assertThat(settled(terms, frozen).payment()).isEqualTo(Money.of(payment));
  }

  @Test
  @DisplayName("capitation: 1,260,000 paid, 1,278,018 entitled, 38,200 leaked: 20,182.00 go back")
  void capitation() throws IOException {
    StringBuilder figures = new StringBuilder();
    for (int month = 1; month <= 12; month++) {
      String name = String.format("month.2025-%02d.", month);
      figures.append(name).append("paid=105000 ").append(name).append("memberMonths=2450 ");
      figures.append(name).append("riskScore=1.035 ");
    }
    figures.append("month.2025-03.elsewhere.99213=30000 month.2025-03.elsewhere.99214=8200");
    figures.append(" month.2025-03.elsewhere.90686=21500");
    ContractTerms terms = terms("primary-care-capitation");
    Settled settled = settled(terms, facts(terms, 2_450, "0", "0", "0", figures.toString()));
    assertThat(settled.payment()).isEqualTo(Money.of("-20182.00"));
    TreeMap<String, BigDecimal> stated =
        new TreeMap<>(facts(terms, 2_450, "0", "0", "0", figures.toString()).stated().figures());
    assertClosed(ClosedExample.of(terms, 2_450, "0", "0", "0", stated), terms, "-20182.00");
  }

  @Test
  @DisplayName("the glide path: nothing, a fifth and two fifths of a loss of 100,000, capped")
  void glidePath() throws IOException {
    ContractTerms terms = terms("practice-payments");
    PeriodFacts facts = facts(terms, 800, "1000000", "1100000", "1", "");
    String[] owed = {"0", "-20000", "-40000", "-40000"};
    for (int year = 1; year <= owed.length; year++) {
      Settled settled =
          (Settled) ENGINE.settle(AgreedTermsMapper.of(terms, year), facts, View.EXPECTED);
      assertThat(settled.payment()).as("year %d", year).isEqualTo(Money.of(owed[year - 1]));
    }
  }

  @Test
  @DisplayName("payments beside the shape are those of the file, and the parts sum to the whole")
  void payments() throws IOException {
    AgreedPayments payments = AgreedPaymentsMapper.of(terms("practice-payments").getSettlement());
    assertThat(
            Objects.requireNonNull(payments.interim()).advance(3, Money.of("1200000"), Money.ZERO))
        .satisfies(advance -> assertThat(advance.payment()).isEqualTo(Money.of("120000")));
    assertThat(
            Objects.requireNonNull(payments.practiceTarget())
                .settle(Rate.of(2_000), Money.of("880000"))
                .payment())
        .isEqualTo(Money.of("6000"));
    HandedOn.Shares shares = Objects.requireNonNull(payments.handedOn()).divide(Money.of("100.01"));
    Money sum = shares.kept();
    for (Money part : shares.practices().values()) {
      sum = sum.plus(part);
    }
    for (Money part : shares.clinicians().values()) {
      sum = sum.plus(part);
    }
    assertThat(sum).isEqualTo(Money.of("100.01"));
    assertThat(shares.kept()).isEqualTo(Money.of("40.00"));
    assertThat(shares.practices().get("456789012")).isEqualTo(Money.of("20.00"));
    assertThat(shares.clinicians()).hasSize(2);
  }
}
