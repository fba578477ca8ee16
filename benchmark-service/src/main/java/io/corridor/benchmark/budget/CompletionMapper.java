package io.corridor.benchmark.budget;

import io.corridor.benchmark.completion.CategoryGroup;
import io.corridor.benchmark.completion.CompletedMonth;
import io.corridor.benchmark.completion.ContractCompletion;
import io.corridor.benchmark.completion.Projection;
import io.corridor.benchmark.completion.YearProjection;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.schemas.BudgetCompletion;
import io.corridor.schemas.CompletedGroup;
import io.corridor.schemas.CompletedPart;
import io.corridor.schemas.CompletionBand;
import io.corridor.schemas.CompletionStep;
import io.corridor.schemas.Parameters;
import io.corridor.schemas.Triangle;
import io.corridor.schemas.TriangleCell;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Triangles and completion to Avro, and completion parameters onto budgets. */
final class CompletionMapper {

  private CompletionMapper() {}

  static Triangle triangle(BudgetKey key, long[] lags) {
    List<TriangleCell> cells = new ArrayList<>();
    for (int lag = 0; lag < lags.length; lag++) {
      if (lags[lag] != 0) {
        cells.add(new TriangleCell(lag, Money.ofCents(lags[lag]).dollars()));
      }
    }
    return new Triangle(key.contract(), key.id(), key.period(), cells);
  }

  /**
   * What a parameter is about.
   *
   * @param key its key
   * @param through last whole month of payments
   * @param completed months of its period that are completed
   * @param memberMonths their member months
   * @param toDate their counted cost
   */
  record Figures(
      ParameterKey key,
      YearMonth through,
      List<YearMonth> completed,
      Rate memberMonths,
      Money toDate) {

    static Figures of(
        ParameterKey key,
        YearMonth through,
        List<YearMonth> completed,
        Map<YearMonth, ContractCompletion.MonthCost> months) {
      Rate memberMonths = Rate.ZERO;
      Money toDate = Money.ZERO;
      for (YearMonth month : completed) {
        ContractCompletion.MonthCost cost = months.get(month);
        if (cost != null) {
          memberMonths = memberMonths.plus(cost.memberMonths());
          toDate = cost.counted().values().stream().reduce(toDate, Money::plus);
        }
      }
      return new Figures(key, through, completed, memberMonths, toDate);
    }
  }

  /** A practice's part of a completed month. */
  record Part(Tin tin, Money toDate, Money completed) {}

  static Parameters.Builder parameters(Figures figures, @Nullable ContractCompletion completion) {
    Money completed =
        completion == null ? figures.toDate() : completion.completed(figures.completed());
    return Parameters.newBuilder()
        .setContract(figures.key().contract())
        .setName(figures.key().name())
        .setPeriod(figures.key().period())
        .setThrough(figures.through().toString())
        .setMemberMonths(figures.memberMonths().sixDigitsHalfUp())
        .setToDate(figures.toDate().dollars())
        .setCompleted(completed.dollars())
        .setBand(
            completion == null ? null : band(completion.band(figures.completed()).orElse(null)));
  }

  private static @Nullable CompletionBand band(ContractCompletion.@Nullable Band band) {
    return band == null
        ? null
        : new CompletionBand(
            band.low().roundHalfUp().dollars(), band.high().roundHalfUp().dollars());
  }

  static List<CompletedGroup> groups(
      ContractCompletion completion, YearMonth month, boolean withSteps) {
    List<CompletedGroup> groups = new ArrayList<>();
    completion
        .month(month)
        .forEach((group, completed) ->
            groups.add(
                CompletedGroup.newBuilder()
                    .setGroup(group.name())
                    .setAge(completed.age())
                    .setToDate(completed.toDate().dollars())
                    .setCompletionFactor(completed.completionFactor().value().toPlainString())
                    .setProjection(kind(completed))
                    .setExpectation(expectation(completed))
                    .setCompleted(completed.completed().dollars())
                    .setSteps(withSteps ? steps(completion, group) : List.of())
                    .build()));
    return groups;
  }

  private static String kind(CompletedMonth month) {
    return switch (month.projection()) {
      case Projection.Complete _ -> "COMPLETE";
      case Projection.Developed _ -> "DEVELOPED";
      case Projection.Expected _ -> "EXPECTED";
      case Projection.Unknown _ -> "UNKNOWN";
    };
  }

  private static @Nullable String expectation(CompletedMonth month) {
    return month.projection() instanceof Projection.Expected expected
        ? expected.perMemberMonth().dollars().toPlainString()
        : null;
  }

  private static List<CompletionStep> steps(ContractCompletion completion, CategoryGroup group) {
    return completion.steps(group).stream()
        .map(step ->
            new CompletionStep(
                step.age(),
                step.from().dollars(),
                step.to().dollars(),
                step.kind().name(),
                step.factor().toPlainString()))
        .toList();
  }

  static List<CompletedPart> parts(List<Part> parts) {
    return parts.stream()
        .map(part ->
            new CompletedPart(
                part.tin().value(), part.toDate().dollars(), part.completed().dollars()))
        .toList();
  }

  static io.corridor.schemas.Projection projection(YearProjection projection) {
    return new io.corridor.schemas.Projection(
        projection.monthsToCome(),
        projection.memberMonthsToCome().sixDigitsHalfUp(),
        projection.base().dollars().toPlainString(),
        projection.projected().dollars(),
        band(projection.band()));
  }

  /**
   * What the parameters of a budget's months and year say of it.
   *
   * @param key the budget
   * @param months parameters of its completed months, ascending
   * @param year parameters of the year, for a year
   */
  static Optional<BudgetCompletion> completion(
      BudgetKey key, List<Parameters> months, Optional<Parameters> year) {
    Money toDate = Money.ZERO;
    Money completed = Money.ZERO;
    String through = "";
    for (Parameters month : months) {
      through =
          through.isEmpty() || month.getThrough().compareTo(through) < 0
              ? month.getThrough()
              : through;
      if (key.level().equals(BudgetKey.TIN)) {
        for (CompletedPart part : month.getParts()) {
          if (part.getTin().equals(key.id())) {
            toDate = toDate.plus(Money.of(part.getToDate()));
            completed = completed.plus(Money.of(part.getCompleted()));
          }
        }
      } else {
        toDate = toDate.plus(Money.of(month.getToDate()));
        completed = completed.plus(Money.of(month.getCompleted()));
      }
    }
    if (months.isEmpty() || Levels.isNotCompleted(key.level())) {
      return Optional.empty();
    }
    Optional<Parameters> whole =
        key.level().equals(BudgetKey.CONTRACT)
            ? key.isMonth() ? Optional.of(months.getFirst()) : year
            : Optional.empty();
    return Optional.of(
        BudgetCompletion.newBuilder()
            .setThrough(through)
            .setToDate(toDate.dollars())
            .setCompleted(completed.dollars())
            .setIncurredButNotReported(completed.minus(toDate).dollars())
            .setPercentComplete(share(toDate, completed))
            .setBand(whole.map(Parameters::getBand).orElse(null))
            .setProjection(whole.map(Parameters::getProjection).orElse(null))
            .build());
  }

  private static @Nullable BigDecimal share(Money toDate, Money completed) {
    return completed.isZero()
        ? null
        : Rate.ratio(toDate.dollars(), completed.dollars()).sixDigitsHalfUp();
  }
}
