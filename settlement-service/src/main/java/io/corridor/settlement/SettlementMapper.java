package io.corridor.settlement;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Step;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.FactChange;
import io.corridor.common.streams.Subject;
import io.corridor.schemas.Budget;
import io.corridor.schemas.BudgetValue;
import io.corridor.schemas.Score;
import io.corridor.schemas.ScoreValue;
import io.corridor.schemas.StepInput;
import io.corridor.schemas.topic.Topics;
import io.corridor.settlement.estimate.Estimate;
import io.corridor.settlement.estimate.Estimate.Outcomes;
import io.corridor.settlement.estimate.InputRows;
import io.corridor.settlement.estimate.Outcome;
import io.corridor.settlement.estimate.QualityResult;
import io.corridor.settlement.estimate.QualityResult.Gate;
import io.corridor.settlement.estimate.QualityResult.Points;
import io.corridor.settlement.estimate.RunningBudget;
import io.corridor.settlement.terms.PeriodTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Budgets and scores into rows, estimates into answers. */
final class SettlementMapper {

  private static final String LEVEL = "CONTRACT";

  private SettlementMapper() {}

  // ---------- in

  static FactChange budget(BudgetValue value) {
    Budget budget = value.getBody();
    if (!budget.getLevel().equals(LEVEL) || !InputRows.isYear(budget.getPeriod())) {
      return FactChange.nothing();
    }
    return FactChange.replace(
        value.getEnvelope(), InputRows.BUDGET + budget.getPeriod(), budgetBytes(budget));
  }

  /** A budget as its row holds it. */
  static byte[] budgetBytes(Budget budget) {
    return InputRows.bytes(
        new RunningBudget(
            budget.getMembers(),
            new Rate(budget.getMemberMonths()),
            Money.of(budget.getBudget()),
            Money.of(budget.getCounted()),
            budget.getCompleteTo()));
  }

  static FactChange score(ScoreValue value) {
    Score score = value.getBody();
    if (!score.getLevel().equals(LEVEL) || !InputRows.isYear(score.getPeriod())) {
      return FactChange.nothing();
    }
    return FactChange.replace(
        value.getEnvelope(), InputRows.SCORE + score.getPeriod(), scoreBytes(score));
  }

  /** A score as its row holds it. */
  static byte[] scoreBytes(Score score) {
    List<Points> points = new ArrayList<>();
    score
        .getMeasures()
        .forEach(measure -> {
          if (measure.getPoints() != null) {
            points.add(new Points(new Rate(measure.getWeight()), measure.getPoints()));
          }
        });
    BigDecimal composite = score.getComposite();
    return InputRows.bytes(
        QualityResult.of(
            gate(score.getGate()),
            composite == null ? null : new Rate(composite),
            points,
            score.getCompleteTo()));
  }

  private static Gate gate(String gate) {
    return switch (gate) {
      case "MET" -> Gate.MET;
      case "NOT_MET" -> Gate.NOT_MET;
      default -> Gate.UNKNOWN;
    };
  }

  // ---------- out

  private static String key(String contract, int year) {
    return contract + '|' + LEVEL + '|' + contract + '|' + year;
  }

  /** The estimate no longer has a budget behind it. */
  static Answer nothing(Subject subject, int year) {
    String key = key(subject.id(), year);
    String tenant =
        subject
            .answer(Topics.ESTIMATE, key)
            .map(estimate -> estimate.getEnvelope().getTenant())
            .orElse("");
    return Answer.none(Topics.ESTIMATE, key, tenant, LocalDate.of(year, 1, 1));
  }

  static Answer answer(
      PeriodTerms terms, RunningBudget budget, @Nullable QualityResult score, Estimate estimate) {
    String contract = terms.contract().id().value();
    int year = terms.year().year();
    return Answer.of(
        Topics.ESTIMATE,
        key(contract, year),
        body(terms, budget, score, estimate),
        terms.contract().payer(),
        terms.year().span().from(),
        List.of());
  }

  private static io.corridor.schemas.Estimate body(
      PeriodTerms terms, RunningBudget budget, @Nullable QualityResult score, Estimate estimate) {
    String contract = terms.contract().id().value();
    Optional<Outcomes> outcomes = estimate.outcomes();
    return io.corridor.schemas.Estimate.newBuilder()
        .setContract(contract)
        .setLevel(LEVEL)
        .setId(contract)
        .setPeriod(String.valueOf(terms.year().year()))
        .setRefusal(estimate.refusal().map(Enum::name).orElse(null))
        .setMemberMonths(budget.memberMonths().sixDigitsHalfUp())
        .setMembers(budget.members())
        .setBenchmarkExpenditure(budget.budget().dollars())
        .setExpenditure(budget.counted().dollars())
        .setSavings(estimate.savings().dollars())
        .setSavingsRate(sixDigits(estimate.savingsRate()))
        .setMinimumSavingsRate(outcomes.map(o -> o.minimum().sixDigitsHalfUp()).orElse(null))
        .setDistanceToMinimum(outcomes.map(o -> o.distance().dollars()).orElse(null))
        .setQualityGate(estimate.quality().name())
        .setQualityScore(sixDigits(estimate.score()))
        .setLow(outcomes.map(o -> outcome(o.low())).orElse(null))
        .setExpected(outcomes.map(o -> outcome(o.expected())).orElse(null))
        .setHigh(outcomes.map(o -> outcome(o.high())).orElse(null))
        .setSteps(steps(estimate.steps()))
        .setCompleteTo(completeTo(terms, budget, score))
        .build();
  }

  /** The earlier of the inputs' dates; unknown while one of them is. */
  static @Nullable LocalDate completeTo(
      PeriodTerms terms, RunningBudget budget, @Nullable QualityResult score) {
    LocalDate cost = budget.completeTo();
    if (terms.contract().quality() == null || cost == null) {
      return cost;
    }
    LocalDate quality = score == null ? null : score.completeTo();
    return quality == null || quality.isBefore(cost) ? quality : cost;
  }

  private static @Nullable BigDecimal sixDigits(@Nullable Rate rate) {
    return rate == null ? null : rate.sixDigitsHalfUp();
  }

  private static io.corridor.schemas.Outcome outcome(Outcome outcome) {
    return io.corridor.schemas.Outcome.newBuilder()
        .setGenerated(outcome.generated().dollars())
        .setPayment(outcome.payment().dollars())
        .setLimitsBinding(new ArrayList<>(outcome.limits().stream().map(Enum::name).toList()))
        .build();
  }

  static List<io.corridor.schemas.Step> steps(List<Step> steps) {
    List<io.corridor.schemas.Step> records = new ArrayList<>();
    for (Step step : steps) {
      List<StepInput> inputs = new ArrayList<>();
      step.inputs().forEach(in -> inputs.add(new StepInput(in.name(), text(in.value()))));
      records.add(
          io.corridor.schemas.Step.newBuilder()
              .setOrder(records.size() + 1)
              .setName(step.name())
              .setCitation(step.citation())
              .setFormula(step.formula())
              .setInputs(inputs)
              .setValue(text(step.value()))
              .build());
    }
    return records;
  }

  private static String text(BigDecimal value) {
    return value.toPlainString();
  }
}
