package io.corridor.benchmark.completion;

import static io.corridor.common.rules.Workings.DIGITS;

import io.corridor.common.money.Amount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the final cost may lie: the completed figure less and plus some standard errors.
 *
 * <p>Months by chain ladder have Mack's standard error (Mack, "Distribution-free calculation of the
 * standard error of chain ladder reserve estimates", ASTIN Bulletin 23, 1993), which also says how
 * errors of months that share factors add up. Months by Bornhuetter-Ferguson err as the PMPM of the
 * mature months scatters, all in the same direction. The two kinds are taken as independent. The
 * tail is taken as certain.
 *
 * @param low lower end
 * @param high upper end
 * @param standardError standard error of the sum of the months
 */
public record CompletionBand(Amount low, Amount high, Amount standardError) {

  /** The band of all months together; empty where one of them cannot be judged. */
  static Optional<CompletionBand> of(CompletionPattern pattern, List<CompletedMonth> months) {
    return of(pattern, months, months);
  }

  /**
   * The band of some months together.
   *
   * @param all all months of the group: their scatter is that of the expectation
   * @param months the months whose sum is judged
   */
  static Optional<CompletionBand> of(
      CompletionPattern pattern, List<CompletedMonth> all, List<CompletedMonth> months) {
    return new Errors(pattern, all, months)
        .squared()
        .map(squared -> {
          Amount error = new Amount(squared.sqrt(DIGITS));
          Amount reach = error.times(pattern.terms().bandErrors().value());
          Amount completed =
              months.stream().map(CompletedMonth::exact).reduce(Amount.ZERO, Amount::plus);
          return new CompletionBand(completed.minus(reach), completed.plus(reach), error);
        });
  }

  /** Adds up the squared errors of months. */
  private record Errors(
      CompletionPattern pattern, List<CompletedMonth> all, List<CompletedMonth> months) {

    Optional<BigDecimal> squared() {
      List<CompletedMonth> developed = new ArrayList<>();
      List<CompletedMonth> expected = new ArrayList<>();
      for (CompletedMonth month : months) {
        switch (month.projection()) {
          case Projection.Complete _ -> {}
          case Projection.Developed _ -> developed.add(month);
          case Projection.Expected _ -> expected.add(month);
          case Projection.Unknown _ -> {
            return Optional.empty();
          }
        }
      }
      return chainLadder(developed)
          .flatMap(one -> scatter(expected).map(other -> one.add(other, DIGITS)));
    }

    /** Sum over steps: each step errs alike for all months that still have it before them. */
    private Optional<BigDecimal> chainLadder(List<CompletedMonth> developed) {
      BigDecimal sum = BigDecimal.ZERO;
      for (Development step : pattern.steps()) {
        List<CompletedMonth> ahead =
            developed.stream().filter(month -> month.age() <= step.age()).toList();
        if (!ahead.isEmpty()) {
          BigDecimal variance = step.variance();
          if (variance == null) {
            return Optional.empty();
          }
          sum = sum.add(variance.multiply(share(step, ahead), DIGITS), DIGITS);
        }
      }
      return Optional.of(sum);
    }

    /** Squared final cost over what the factor rests on, and the months' own fluctuation. */
    private BigDecimal share(Development step, List<CompletedMonth> ahead) {
      if (step.from().isZero()) {
        return BigDecimal.ZERO;
      }
      BigDecimal together = BigDecimal.ZERO;
      BigDecimal own = BigDecimal.ZERO;
      for (CompletedMonth month : ahead) {
        BigDecimal ultimate = month.exact().dollars();
        together = together.add(ultimate, DIGITS);
        BigDecimal toUltimate = pattern.toUltimate(step.age()).orElseThrow().value();
        own = own.add(ultimate.abs().multiply(toUltimate, DIGITS), DIGITS);
      }
      return together
          .pow(2, DIGITS)
          .divide(step.from().dollars(), DIGITS)
          .add(own, DIGITS)
          .divide(step.factor().pow(2, DIGITS), DIGITS);
    }

    /** Squared scatter of the expectation over the part of the young months still to come. */
    private Optional<BigDecimal> scatter(List<CompletedMonth> expected) {
      if (expected.isEmpty()) {
        return Optional.of(BigDecimal.ZERO);
      }
      BigDecimal toCome = BigDecimal.ZERO;
      for (CompletedMonth month : expected) {
        BigDecimal share = BigDecimal.ONE.subtract(month.completionFactor().value(), DIGITS);
        toCome = toCome.add(month.memberMonths().value().multiply(share, DIGITS), DIGITS);
      }
      BigDecimal months = toCome.multiply(pattern.terms().expectationTrend().value(), DIGITS);
      return spread().map(variance -> variance.multiply(months.pow(2, DIGITS), DIGITS));
    }

    /** Variance of the PMPM among the latest mature months; empty for fewer than two. */
    private Optional<BigDecimal> spread() {
      List<BigDecimal> mature =
          all.stream()
              .filter(month -> month.projection() instanceof Projection.Developed)
              .filter(month -> month.memberMonths().value().signum() > 0)
              .sorted((one, other) -> other.incurred().compareTo(one.incurred()))
              .limit(pattern.terms().expectationMonths())
              .map(month -> month.perMemberMonth().dollars())
              .toList();
      if (mature.size() < 2) {
        return Optional.empty();
      }
      BigDecimal mean =
          mature.stream()
              .reduce(BigDecimal.ZERO, BigDecimal::add)
              .divide(BigDecimal.valueOf(mature.size()), DIGITS);
      BigDecimal squares =
          mature.stream()
              .map(value -> value.subtract(mean, DIGITS).pow(2, DIGITS))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      return Optional.of(squares.divide(BigDecimal.valueOf(mature.size() - 1L), DIGITS));
    }
  }
}
