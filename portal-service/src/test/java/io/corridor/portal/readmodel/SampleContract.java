package io.corridor.portal.readmodel;

import io.corridor.schemas.AttributionTerms;
import io.corridor.schemas.Budget;
import io.corridor.schemas.BudgetCategory;
import io.corridor.schemas.BudgetCompletion;
import io.corridor.schemas.BudgetLine;
import io.corridor.schemas.CompletionBand;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.CostTerms;
import io.corridor.schemas.Estimate;
import io.corridor.schemas.MeasureScore;
import io.corridor.schemas.MeasureTerms;
import io.corridor.schemas.Outcome;
import io.corridor.schemas.Participant;
import io.corridor.schemas.PerformanceYear;
import io.corridor.schemas.Projection;
import io.corridor.schemas.QualityTerms;
import io.corridor.schemas.Score;
import io.corridor.schemas.SettlementTerms;
import io.corridor.schemas.Step;
import io.corridor.schemas.StepInput;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Terms, budget, score and estimate of the invented contracts. */
@org.jspecify.annotations.NullUnmarked
final class SampleContract {

  private static final String[] BUDGET = {
    "15810000", "14580000", "15660000", "15200000", "15200000", "14890000", "15040000", "15200000"
  };
  private static final String[] COUNTED = {
    "15710000", "14880000", "15260000", "14700000", "14600000", "14290000", "14440000", "14120000"
  };

  /** How much of each month has been received. */
  private static final String[] RECEIVED = {"1", "1", "1", "1", "1", "0.999", "0.995", "0.98"};

  private SampleContract() {}

  static void write(Records records) {
    terms(
        records,
        Sample.CONTRACT,
        "harborlight",
        "Harborlight Commercial ACO",
        List.of(
            participant(Sample.TIN, "Ashgrove Family Medicine"),
            participant(Sample.SECOND_TIN, "Larch Hill Internists")));
    terms(
        records,
        Sample.OTHER_CONTRACT,
        "tidewater",
        "Tidewater Medicare ACO",
        List.of(participant(Sample.OTHER_TIN, "Tidewater Primary Care")));
    BigDecimal budget = BigDecimal.ZERO;
    BigDecimal counted = BigDecimal.ZERO;
    BigDecimal completed = BigDecimal.ZERO;
    for (int i = 0; i < BUDGET.length; i++) {
      String month = String.format(Locale.ROOT, "2026-%02d", i + 1);
      BigDecimal expected = completed(COUNTED[i], RECEIVED[i]);
      completed = completed.add(expected);
      budget(
          records,
          "CONTRACT",
          Sample.CONTRACT,
          month,
          BUDGET[i],
          COUNTED[i],
          "31240",
          completion(COUNTED[i], expected, null));
      budget(records, "TIN", Sample.TIN, month, share(BUDGET[i]), share(COUNTED[i]), "9000", null);
      budget = budget.add(new BigDecimal(BUDGET[i]));
      counted = counted.add(new BigDecimal(COUNTED[i]));
    }
    budget(
        records,
        "CONTRACT",
        Sample.CONTRACT,
        "2026",
        budget.toString(),
        counted.toString(),
        "249920",
        completion(counted.toString(), completed, projection(completed)));
    budget(
        records,
        "TIN",
        Sample.TIN,
        "2026",
        share(budget.toString()),
        share(counted.toString()),
        "72000",
        null);
    score(records, "CONTRACT", Sample.CONTRACT);
    score(records, "TIN", Sample.TIN);
    estimate(records, budget, counted);
  }

  private static String share(String dollars) {
    return new BigDecimal(dollars).multiply(new BigDecimal("0.29")).setScale(2).toString();
  }

  private static Participant participant(String tin, String name) {
    return Participant.newBuilder()
        .setTin(tin)
        .setName(name)
        .setFrom(LocalDate.of(2024, 1, 1))
        .setUntil(null)
        .build();
  }

  private static void terms(
      Records records, String contract, String aco, String name, List<Participant> practices) {
    records.put(
        Topics.TERMS,
        contract + "|1",
        1,
        ContractTerms.newBuilder()
            .setContract(contract)
            .setVersion(1)
            .setPayer("harborlight")
            .setLineOfBusiness("COMMERCIAL")
            .setAco(aco)
            .setAcoName(name)
            .setEffectiveFrom(LocalDate.of(2026, 1, 1))
            .setPerformanceYears(
                List.of(
                    new PerformanceYear(2026, LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1))))
            .setParticipants(practices)
            .setAttribution(
                AttributionTerms.newBuilder()
                    .setMethods(List.of("PCP_SELECTION", "PLURALITY_VISITS"))
                    .setWindowMonths(24)
                    .setTieBreaks(List.of("RECENCY"))
                    .setAnchor("FIRST_DAY")
                    .setOfficeVisitsArePrimaryCare(true)
                    .setExcludeDuals(false)
                    .setRequirePartsAandB(false)
                    .build())
            .setMemberMonths("ANY_DAY")
            .setAmountBasis("ALLOWED")
            .setScope(List.of())
            .setCost(CostTerms.newBuilder().setReports(List.of("CARE_VARIATION")).build())
            .setStopLoss(null)
            .setBudget(List.of(new BudgetLine(2026, "ALL", new BigDecimal("486.440000"))))
            .setQuality(
                QualityTerms.newBuilder()
                    .setMeasures(
                        List.of(measure("Q01", "0.70", "0.80"), measure("Q02", "0.65", "0.75")))
                    .setGate(new BigDecimal("0.600000"))
                    .setScaled(true)
                    .setFullScore(new BigDecimal("1.000000"))
                    .setMinimumShare(new BigDecimal("0.500000"))
                    .build())
            .setSettlement(
                SettlementTerms.newBuilder()
                    .setShape("TWO_SIDED")
                    .setSharePercent(new BigDecimal("0.600000"))
                    .setLossSharePercent(new BigDecimal("0.600000"))
                    .setMinimumSavingsRate(new BigDecimal("0.020000"))
                    .setPaymentCapPercent(new BigDecimal("0.100000"))
                    .setLossCapPercent(new BigDecimal("0.100000"))
                    .build())
            .setMinLives(500)
            .setContactDue("TCM_2_BUSINESS_DAYS")
            .setVisitDays(7)
            .setZone(Sample.ZONE.getId())
            .setRejectedLimit(100)
            .setReceivedAt(Sample.NOW)
            .build());
  }

  private static MeasureTerms measure(String id, String threshold, String benchmark) {
    return new MeasureTerms(
        id,
        new BigDecimal("1.000000"),
        new BigDecimal(threshold).setScale(6),
        new BigDecimal(benchmark).setScale(6),
        20);
  }

  private static void budget(
      Records records,
      String level,
      String id,
      String period,
      String budget,
      String counted,
      String memberMonths,
      @Nullable BudgetCompletion completion) {
    BigDecimal months = new BigDecimal(memberMonths).setScale(6);
    BigDecimal planned = new BigDecimal(budget).setScale(2);
    BigDecimal cost = new BigDecimal(counted).setScale(2);
    records.put(
        Topics.BUDGET,
        Sample.CONTRACT + "|" + level + "|" + id + "|" + period,
        1,
        Budget.newBuilder()
            .setContract(Sample.CONTRACT)
            .setLevel(level)
            .setId(id)
            .setPeriod(period)
            .setMembers(level.equals("TIN") ? 9000 : 31240)
            .setMemberMonths(months)
            .setAllowed(cost)
            .setPaid(cost)
            .setInScope(cost)
            .setCounted(cost)
            .setBudget(planned)
            .setVariance(planned.subtract(cost))
            .setCountedPmpm(cost.divide(months, 6, RoundingMode.HALF_UP))
            .setBudgetPmpm(planned.divide(months, 6, RoundingMode.HALF_UP))
            .setInsidePaid(BigDecimal.ZERO.setScale(2))
            .setUnpricedLines(0)
            .setCategories(List.<BudgetCategory>of())
            .setCompleteTo(Sample.TODAY)
            .setCompletion(completion)
            .build());
  }

  private static BigDecimal completed(String counted, String received) {
    return new BigDecimal(counted).divide(new BigDecimal(received), 2, RoundingMode.HALF_UP);
  }

  private static BudgetCompletion completion(
      String counted, BigDecimal completed, @Nullable Projection projection) {
    BigDecimal toDate = new BigDecimal(counted).setScale(2);
    return BudgetCompletion.newBuilder()
        .setThrough("2026-08")
        .setToDate(toDate)
        .setCompleted(completed)
        .setIncurredButNotReported(completed.subtract(toDate))
        .setPercentComplete(toDate.divide(completed, 6, RoundingMode.HALF_UP))
        .setBand(band(completed, "0.01"))
        .setProjection(projection)
        .build();
  }

  /** The year to its end: a mean month for each of four to come. */
  private static Projection projection(BigDecimal completed) {
    BigDecimal projected =
        completed.multiply(new BigDecimal("1.5")).setScale(2, RoundingMode.HALF_UP);
    return Projection.newBuilder()
        .setMonthsToCome(4)
        .setMemberMonthsToCome(new BigDecimal("124960.000000"))
        .setBasePmpm("475")
        .setProjected(projected)
        .setBand(band(projected, "0.03"))
        .build();
  }

  private static CompletionBand band(BigDecimal cost, String share) {
    BigDecimal reach = cost.multiply(new BigDecimal(share)).setScale(2, RoundingMode.HALF_UP);
    return CompletionBand.newBuilder()
        .setLow(cost.subtract(reach))
        .setHigh(cost.add(reach))
        .build();
  }

  private static void score(Records records, String level, String id) {
    records.put(
        Topics.SCORE,
        Sample.CONTRACT + "|" + level + "|" + id + "|2026",
        1,
        Score.newBuilder()
            .setContract(Sample.CONTRACT)
            .setLevel(level)
            .setId(id)
            .setPeriod("2026")
            .setMeasures(
                List.of(
                    result("Q01", 1532, 2100, 80, 568, "0.729524", 6),
                    result("Q02", 2640, 4197, 212, 1557, "0.629021", 0),
                    result("Q14", 9800, 249920, 0, 0, "470.550576", null)))
            .setComposite(new BigDecimal("0.920000"))
            .setGate("MET")
            .setCompleteTo(Sample.TODAY)
            .build());
  }

  private static MeasureScore result(
      String id,
      long numerator,
      long denominator,
      long excluded,
      long open,
      String rate,
      Integer points) {
    return new MeasureScore(
        id,
        numerator,
        denominator,
        excluded,
        open,
        new BigDecimal(rate),
        points,
        new BigDecimal("1.000000"));
  }

  private static void estimate(Records records, BigDecimal budget, BigDecimal counted) {
    BigDecimal savings = budget.subtract(counted).setScale(2);
    BigDecimal rate = savings.divide(budget, 6, RoundingMode.HALF_UP);
    BigDecimal shared = savings.multiply(new BigDecimal("0.6")).multiply(new BigDecimal("0.92"));
    BigDecimal payment = shared.setScale(2, RoundingMode.HALF_UP);
    List<Step> steps = new ArrayList<>();
    step(
        steps,
        "savings",
        "benchmarkExpenditure - expenditure",
        savings,
        "benchmarkExpenditure",
        budget.toString(),
        "expenditure",
        counted.toString());
    step(steps, "savingsRate", "savings / benchmarkExpenditure", rate);
    step(steps, "minimumSavingsRate", "stated", new BigDecimal("0.02"), "stated", "0.02");
    step(
        steps,
        "distanceToMinimum",
        "savings - minimumSavingsRate * benchmarkExpenditure",
        savings.subtract(budget.multiply(new BigDecimal("0.02"))));
    step(
        steps,
        "generated",
        "if(savings > 0 and savingsRate >= minimumSavingsRate, savings, 0)",
        savings);
    step(steps, "qualityFactor", "composite", new BigDecimal("0.92"));
    step(
        steps,
        "sharedSavings",
        "generated * sharePercent * qualityFactor",
        shared,
        "generated",
        savings.toString(),
        "sharePercent",
        "0.6",
        "qualityFactor",
        "0.92");
    step(
        steps,
        "paymentCap",
        "paymentCapPercent * benchmarkExpenditure",
        budget.multiply(new BigDecimal("0.1")),
        "paymentCapPercent",
        "0.1");
    step(steps, "capped", "min(sharedSavings, paymentCap)", shared);
    step(steps, "payment", "roundHalfUp(capped, 2)", payment);
    Outcome outcome = new Outcome(savings, payment, List.of(), List.of());
    records.put(
        Topics.ESTIMATE,
        Sample.CONTRACT + "|CONTRACT|" + Sample.CONTRACT + "|2026",
        1,
        Estimate.newBuilder()
            .setContract(Sample.CONTRACT)
            .setLevel("CONTRACT")
            .setId(Sample.CONTRACT)
            .setPeriod("2026")
            .setRefusal(null)
            .setMemberMonths(new BigDecimal("249920.000000"))
            .setMembers(31240)
            .setBenchmarkExpenditure(budget.setScale(2))
            .setExpenditure(counted.setScale(2))
            .setSavings(savings)
            .setSavingsRate(rate)
            .setMinimumSavingsRate(new BigDecimal("0.020000"))
            .setDistanceToMinimum(
                savings.subtract(budget.multiply(new BigDecimal("0.02")).setScale(2)))
            .setQualityGate("MET")
            .setQualityScore(new BigDecimal("0.920000"))
            .setLow(outcome)
            .setExpected(outcome)
            .setHigh(outcome)
            .setSteps(steps)
            .setCompleteTo(Sample.TODAY)
            .build());
  }

  private static void step(
      List<Step> steps, String name, String formula, BigDecimal value, String... inputs) {
    List<StepInput> given = new ArrayList<>();
    for (int i = 0; i < inputs.length; i += 2) {
      given.add(new StepInput(inputs[i], inputs[i + 1]));
    }
    steps.add(
        new Step(steps.size() + 1, name, "contract terms", formula, given, value.toPlainString()));
  }
}
