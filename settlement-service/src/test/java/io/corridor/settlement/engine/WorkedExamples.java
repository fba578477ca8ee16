package io.corridor.settlement.engine;

import io.corridor.common.care.Contract;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.bundle.BundleFacts.Reference;
import io.corridor.settlement.bundle.BundleTerms;
import io.corridor.settlement.capitation.CapitationTerms;
import io.corridor.settlement.corridor.DrugPriceControl;
import io.corridor.settlement.corridor.StopLoss;
import io.corridor.settlement.corridor.TotalCostTerms;
import io.corridor.settlement.engine.PeriodFacts.Period;
import io.corridor.settlement.engine.PeriodFacts.Population;
import io.corridor.settlement.engine.ShapeTerms.CategoryBenchmark;
import io.corridor.settlement.engine.ShapeTerms.DrugPrice;
import io.corridor.settlement.estimate.QualityResult.Gate;
import io.corridor.settlement.globalbudget.GlobalBudgetTerms;
import io.corridor.settlement.globalbudget.Measure;
import io.corridor.settlement.globalbudget.QualityProgramme;
import io.corridor.settlement.medicalloss.MedicalLossTerms;
import io.corridor.settlement.mssp.MinimumRateChoice;
import io.corridor.settlement.mssp.Track;
import io.corridor.settlement.share.Corridor;
import io.corridor.settlement.share.Corridor.Band;
import io.corridor.settlement.share.Credibility;
import io.corridor.settlement.share.Scale;
import io.corridor.settlement.share.Scale.Point;
import io.corridor.settlement.utilization.UtilizationTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Terms and facts of each shape whose payment settlement.md works out. */
public final class WorkedExamples {

  /** Full quality pays in full, none pays nothing, straight between. */
  static final Contract.Quality LINEAR =
      new Contract.Quality(List.of(), Rate.ZERO, true, Rate.ONE, Rate.ZERO);

  private WorkedExamples() {}

  /**
   * An example.
   *
   * @param agreed terms
   * @param facts facts
   * @param payment what it pays
   */
  public record Example(AgreedTerms agreed, PeriodFacts facts, String payment) {

    @Override
    public String toString() {
      return agreed.shape().shape().name();
    }
  }

  /** One example of each shape. */
  public static Stream<Example> all() {
    return Stream.of(
        sharedSavings(),
        mssp(),
        globalBudget(),
        totalCost(),
        medicalLoss(),
        utilization(),
        capitation(),
        bundle());
  }

  static PeriodFacts facts(int contractYear, long members, String budget, String counted) {
    LocalDate from = LocalDate.of(2025, 1, 1);
    return new PeriodFacts(
        new Period(
            "C1",
            Level.CONTRACT,
            "C1",
            2025,
            contractYear,
            from,
            from.plusYears(1),
            LocalDate.of(2027, 1, 1)),
        Population.of(members, Rate.of(members * 12)),
        CostFacts.of(Money.of(budget), Money.of(counted)),
        QualityFacts.none(),
        Stated.NONE);
  }

  static PeriodFacts stated(PeriodFacts facts, String... namesAndValues) {
    PeriodFacts all = facts;
    for (int i = 0; i < namesAndValues.length; i += 2) {
      all = all.withStated(namesAndValues[i], new BigDecimal(namesAndValues[i + 1]));
    }
    return all;
  }

  private static AgreedTerms agreed(ShapeTerms shape, Contract.@Nullable Quality quality) {
    return new AgreedTerms(shape, quality, 1);
  }

  private static PeriodFacts scored(PeriodFacts facts, String composite) {
    return facts.withQuality(QualityFacts.of(Gate.MET, Rate.of(composite)));
  }

  private static Amount amount(String dollars) {
    return new Amount(new BigDecimal(dollars));
  }

  /** A tenth of a million saved, half of it shared. */
  static Example sharedSavings() {
    return new Example(
        agreed(
            new ShapeTerms.SharedSavings(
                new Contract.Settlement(
                    true,
                    Rate.of("0.5"),
                    Rate.of("0.3"),
                    Rate.of("0.02"),
                    Rate.of("0.10"),
                    Rate.of("0.04"))),
            null),
        facts(1, 800, "1000000", "900000"),
        "50000.00");
  }

  /** settlement.md 1.9: A1539 of 2023, ENHANCED, owes at a rate scaled by quality. */
  static Example mssp() {
    PeriodFacts facts = facts(1, 21_867, "242995775", "251349785");
    Period year =
        new Period(
            "A1539",
            Level.CONTRACT,
            "A1539",
            2023,
            5,
            LocalDate.of(2023, 1, 1),
            LocalDate.of(2024, 1, 1),
            null);
    return new Example(
        agreed(
            new ShapeTerms.Mssp(
                Track.ENHANCED,
                LocalDate.of(2019, 7, 1),
                new MinimumRateChoice.Stated(Rate.of("0.01")),
                9),
            LINEAR),
        stated(
            scored(facts.withPeriod(year), "0.7809"),
            "healthEquityAdjustedScore",
            "0.7809",
            "disasterReduction",
            "-2566990"),
        "-894285.00");
  }

  static Example globalBudget() {
    List<Measure> measures = new ArrayList<>();
    for (String name : List.of("control", "screening", "visits", "infections")) {
      measures.add(
          new Measure(
              name,
              name.equals("infections") ? Measure.Setting.HOSPITAL : Measure.Setting.AMBULATORY,
              name.equals("control") ? Measure.Kind.OUTCOME : Measure.Kind.PROCESS,
              rates("0.50", "0.60", "0.70", "0.80", "0.90")));
    }
    GlobalBudgetTerms terms =
        new GlobalBudgetTerms(
            amount("400"),
            Rate.of("1.0200"),
            rates("0.06", "0.055", "0.05", "0.045", "0.04"),
            new QualityProgramme(measures, Rate.of(3), Rate.of("0.5")),
            byScore("0", "0.02", "0.03", "0.05", "0.09", "0.10"),
            GlobalBudgetTerms.BonusBase.ACTUAL,
            byScore("0.20", "0.30", "0.40", "0.55", "0.70", "0.80"));
    return new Example(
        agreed(new ShapeTerms.GlobalBudget(terms), null),
        stated(
            facts(3, 20_000, "114979132.80", "112300000"),
            "healthStatus",
            "1.0404",
            "result.control",
            "0.70",
            "result.screening",
            "0.85",
            "result.visits",
            "0.60",
            "result.infections",
            "0.80"),
        "9780151.50");
  }

  static Example totalCost() {
    Corridor bands =
        new Corridor(
            List.of(
                new Band(Rate.ZERO, Rate.of("0.02"), Rate.ONE),
                new Band(Rate.of("0.02"), Rate.of("0.06"), Rate.of("0.5")),
                new Band(Rate.of("0.06"), Rate.of("0.10"), Rate.of("0.25"))));
    TotalCostTerms terms =
        new TotalCostTerms(
            bands,
            bands,
            rates("0", "0.5", "1"),
            new Credibility(Rate.of(12_000)),
            new StopLoss(Money.of("125000"), Rate.of("0.95"), amount("2.66")),
            new DrugPriceControl(Rate.of("0.05")),
            Rate.ZERO);
    return new Example(
        agreed(
            new ShapeTerms.TotalCost(
                terms,
                List.of(
                    new CategoryBenchmark("child", amount("320"), amount("320")),
                    new CategoryBenchmark("adult", amount("600"), amount("600")),
                    new CategoryBenchmark("disabled", amount("980"), amount("980"))),
                List.of(new DrugPrice("J0001", amount("100")))),
            LINEAR),
        stated(
            scored(facts(1, 30_000, "160800000", "163294350"), "0.8"),
            "ratingCategory.child.memberMonths",
            "240000",
            "ratingCategory.child.riskScore",
            "1",
            "ratingCategory.adult.memberMonths",
            "96000",
            "ratingCategory.adult.riskScore",
            "1.05",
            "ratingCategory.disabled.memberMonths",
            "24000",
            "ratingCategory.disabled.riskScore",
            "1",
            "rawCost",
            "168000000",
            "waiverServices",
            "3100000",
            "longTermServices",
            "0",
            "drug.J0001.units",
            "100000",
            "drug.J0001.cost",
            "12650000",
            "memberCost.1",
            "360000",
            "memberCost.2",
            "325000",
            "memberCost.3",
            "90000"),
        "-2494350.00");
  }

  static Example medicalLoss() {
    MedicalLossTerms.Sharing half = new MedicalLossTerms.Sharing(Rate.of("0.5"), Rate.of("0.03"));
    return new Example(
        agreed(
            new ShapeTerms.MedicalLoss(
                new MedicalLossTerms(Rate.of("0.86"), half, half, List.of(3, 12))),
            LINEAR),
        stated(
            scored(facts(1, 20_000, "0", "77900000"), "0.9"),
            "premium",
            "96000000",
            "taxesAndFees",
            "1000000",
            "qualityImprovement",
            "900000",
            "unpaidClaims",
            "0"),
        "1305000.00");
  }

  static Example utilization() {
    List<UtilizationTerms.Category> categories =
        List.of(
            category("emergency", "0.35", UtilizationTerms.Direction.LESS_IS_BETTER),
            category("admissions", "0.35", UtilizationTerms.Direction.LESS_IS_BETTER),
            category("generic", "0.15", UtilizationTerms.Direction.MORE_IS_BETTER),
            category("imaging", "0.15", UtilizationTerms.Direction.LESS_IS_BETTER));
    UtilizationTerms terms =
        new UtilizationTerms(
            categories,
            Rate.of(2),
            new Credibility(Rate.of(36_000)),
            new Scale(
                List.of(
                    new Point(Rate.of("0.85"), Rate.of("6.00")), new Point(Rate.ONE, Rate.ZERO))),
            Rate.ZERO);
    return new Example(
        agreed(new ShapeTerms.Utilization(terms), LINEAR),
        stated(
            scored(facts(1, 1_200, "0", "0"), "0.8"),
            "use.emergency.actual",
            "375",
            "use.emergency.expected",
            "450",
            "use.admissions.actual",
            "61",
            "use.admissions.expected",
            "66",
            "use.generic.actual",
            "90.5",
            "use.generic.expected",
            "88",
            "use.imaging.actual",
            "118",
            "use.imaging.expected",
            "125"),
        "28383.53");
  }

  private static UtilizationTerms.Category category(
      String name, String weight, UtilizationTerms.Direction direction) {
    return new UtilizationTerms.Category(name, Rate.of(weight), direction);
  }

  static Example capitation() {
    PeriodFacts facts = facts(1, 2_450, "0", "0");
    for (int month = 1; month <= 12; month++) {
      String name = String.format("month.2025-%02d.", month);
      facts =
          stated(
              facts,
              name + "paid",
              "105000",
              name + "memberMonths",
              "2450",
              name + "riskScore",
              "1.035");
    }
    return new Example(
        agreed(
            new ShapeTerms.Capitation(
                new CapitationTerms(amount("42"), Set.of("99213", "99214"), Set.of("90686"), null)),
            null),
        stated(
            facts,
            "month.2025-03.elsewhere.99213",
            "30000",
            "month.2025-03.elsewhere.99214",
            "8200",
            "month.2025-03.elsewhere.90686",
            "21500"),
        "-20182.00");
  }

  static Example bundle() {
    PeriodFacts facts = scored(facts(1, 1_000, "0", "0"), "0.92");
    for (int i = 1; i <= 12; i++) {
      facts =
          stated(
              facts,
              "episode.E" + i + ".allowed",
              i == 12 ? "98000" : i == 11 ? "20000" : "24000",
              "episode.E" + i + ".caseMix",
              "1");
    }
    BundleTerms terms =
        new BundleTerms(
            Rate.of("0.0234375"),
            BundleTerms.Outliers.WINSORIZE,
            Rate.of("0.10"),
            Rate.of("0.05"),
            Rate.of("0.05"),
            12,
            BundleTerms.BelowMinimum.DROP);
    Reference reference =
        new Reference(amount("25600"), Rate.of("1.032"), amount("9000"), amount("60000"));
    return new Example(agreed(new ShapeTerms.Bundle(terms, reference), LINEAR), facts, "-9526.40");
  }

  private static List<Rate> rates(String... texts) {
    return Stream.of(texts).map(Rate::of).toList();
  }

  private static Scale byScore(String... values) {
    List<Point> points = new ArrayList<>();
    for (String value : values) {
      points.add(new Point(Rate.of(points.size()), Rate.of(value)));
    }
    return new Scale(points);
  }
}
