package io.corridor.portal.report.evaluation;

import static io.corridor.common.rules.Workings.DIGITS;

import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a program (domain.md 6). The months of a case are the denominator of its controls too:
 * both arms are measured over the same months, to death.
 */
public final class EvaluationRules {

  private static final BigDecimal ERRORS = new BigDecimal("1.96");
  private static final BigDecimal BALANCED = new BigDecimal("0.10");
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private EvaluationRules() {}

  /** What happened to a person from a day on; empty when the person has no month in the window. */
  @FunctionalInterface
  public interface Outcomes {

    /** The outcome. */
    Optional<Outcome> of(String member, LocalDate index);
  }

  /**
   * How to evaluate.
   *
   * @param controls most controls of a case, 1 to 3
   * @param minimum matched patients below which the report warns
   * @param differenceInDifferences true when what the arms differed by before is taken off
   */
  public record Design(int controls, int minimum, boolean differenceInDifferences) {}

  /** A case and its controls in the window, in dollars. */
  private record Pair(
      Matching.Matched matched,
      BigDecimal months,
      BigDecimal caseCost,
      BigDecimal controlCost,
      BigDecimal before,
      Outcome outcome,
      List<Outcome> controls) {

    BigDecimal difference() {
      return controlCost.subtract(caseCost).divide(months, DIGITS).subtract(before);
    }
  }

  /**
   * The evaluation of controls that are the same on every index date.
   *
   * @return empty when no case has a control and a month in the window
   */
  public static Optional<Evaluation> evaluate(
      Collection<Candidate> cases,
      Collection<Candidate> controls,
      Outcomes outcomes,
      Design design) {
    return evaluate(cases, index -> controls, outcomes, design);
  }

  /**
   * The evaluation.
   *
   * @param controls controls as they were on the index date of a case
   * @return empty when no case has a control and a month in the window
   */
  public static Optional<Evaluation> evaluate(
      Collection<Candidate> cases,
      Function<LocalDate, ? extends Collection<Candidate>> controls,
      Outcomes outcomes,
      Design design) {
    List<Pair> pairs = new ArrayList<>();
    for (Matching.Matched matched : Matching.match(cases, controls, design.controls())) {
      pair(matched, outcomes, design).ifPresent(pairs::add);
    }
    if (pairs.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal months = sum(pairs, Pair::months);
    BigDecimal caseCost = sum(pairs, Pair::caseCost).divide(months, DIGITS);
    BigDecimal controlCost = sum(pairs, Pair::controlCost).divide(months, DIGITS);
    BigDecimal before =
        sum(pairs, pair -> pair.before().multiply(pair.months())).divide(months, DIGITS);
    Map<String, @Nullable Rate> balance = balance(pairs);
    Evaluation.Interval interval = interval(pairs);
    return Optional.of(
        new Evaluation(
            cases.size(),
            pairs.size(),
            Rate.ratio(BigDecimal.valueOf(pairs.size()), BigDecimal.valueOf(cases.size())),
            balance,
            new Rate(caseCost),
            new Rate(controlCost),
            new Rate(controlCost.subtract(caseCost).subtract(before)),
            interval,
            events(pairs, months),
            pairs.stream().map(EvaluationRules::shown).toList(),
            warnings(pairs.size(), design, balance, interval)));
  }

  private static Optional<Pair> pair(Matching.Matched matched, Outcomes outcomes, Design design) {
    LocalDate index = Objects.requireNonNull(matched.subject().index(), "a case has an index date");
    Outcome outcome = outcomes.of(matched.subject().member(), index).orElse(null);
    List<Outcome> others =
        matched.controls().stream()
            .flatMap(control -> outcomes.of(control.member(), index).stream())
            .toList();
    if (outcome == null || outcome.memberMonths().isZero() || others.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal before =
        design.differenceInDifferences()
            ? mean(others, other -> other.prior().value()).subtract(outcome.prior().value())
            : BigDecimal.ZERO;
    return Optional.of(
        new Pair(
            matched,
            outcome.memberMonths().value(),
            outcome.cost().dollars(),
            mean(others, other -> other.cost().dollars()),
            before,
            outcome,
            others));
  }

  private static Evaluation.Pair shown(Pair pair) {
    return new Evaluation.Pair(
        pair.matched().subject().member(),
        pair.matched().controls().stream().map(Candidate::member).toList(),
        new Rate(pair.months()),
        new Rate(pair.caseCost()),
        new Rate(pair.controlCost()),
        new Rate(pair.difference()));
  }

  private static <T> BigDecimal sum(Collection<T> all, Function<T, BigDecimal> figure) {
    return all.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static <T> BigDecimal mean(Collection<T> all, Function<T, BigDecimal> figure) {
    return sum(all, figure).divide(BigDecimal.valueOf(all.size()), DIGITS);
  }

  /** The square of the sample's standard deviation; zero for one. */
  private static BigDecimal variance(List<BigDecimal> sample) {
    if (sample.size() < 2) {
      return BigDecimal.ZERO;
    }
    BigDecimal mean = mean(sample, Function.identity());
    return sum(sample, one -> one.subtract(mean, DIGITS).pow(2, DIGITS))
        .divide(BigDecimal.valueOf(sample.size() - 1L), DIGITS);
  }

  private static Evaluation.@Nullable Interval interval(List<Pair> pairs) {
    if (pairs.size() < 2) {
      return null;
    }
    List<BigDecimal> differences = pairs.stream().map(Pair::difference).toList();
    BigDecimal mean = mean(differences, Function.identity());
    BigDecimal error =
        variance(differences)
            .sqrt(DIGITS)
            .divide(BigDecimal.valueOf(pairs.size()).sqrt(DIGITS), DIGITS);
    BigDecimal reach = error.multiply(ERRORS, DIGITS);
    return new Evaluation.Interval(
        new Rate(mean),
        new Rate(error),
        error.signum() == 0 ? null : new Rate(mean.divide(error, DIGITS)),
        new Rate(mean.subtract(reach)),
        new Rate(mean.add(reach)));
  }

  private static Map<String, @Nullable Rate> balance(List<Pair> pairs) {
    Map<String, @Nullable Rate> balance = new LinkedHashMap<>();
    balance.put("age", apart(pairs, one -> BigDecimal.valueOf(one.age())));
    balance.put("risk", apart(pairs, one -> one.risk().value()));
    balance.put("priorCost", apart(pairs, one -> one.priorCost().dollars()));
    return balance;
  }

  /** The difference of the means over the root of the mean of both variances. */
  private static @Nullable Rate apart(List<Pair> pairs, Function<Candidate, BigDecimal> trait) {
    List<BigDecimal> cases =
        pairs.stream().map(pair -> trait.apply(pair.matched().subject())).toList();
    List<BigDecimal> controls =
        pairs.stream().flatMap(pair -> pair.matched().controls().stream()).map(trait).toList();
    BigDecimal difference =
        mean(cases, Function.identity()).subtract(mean(controls, Function.identity())).abs();
    BigDecimal spread =
        variance(cases).add(variance(controls)).divide(BigDecimal.TWO, DIGITS).sqrt(DIGITS);
    if (difference.signum() == 0) {
      return Rate.ZERO;
    }
    return spread.signum() == 0 ? null : new Rate(difference.divide(spread, DIGITS));
  }

  private static Map<String, Evaluation.Rates> events(List<Pair> pairs, BigDecimal months) {
    TreeSet<String> names = new TreeSet<>();
    pairs.forEach(pair -> {
      names.addAll(pair.outcome().events().keySet());
      pair.controls().forEach(control -> names.addAll(control.events().keySet()));
    });
    Map<String, Evaluation.Rates> rates = new TreeMap<>();
    for (String name : names) {
      ToLongFunction<Outcome> count = outcome -> outcome.events().getOrDefault(name, 0L);
      BigDecimal cases = sum(pairs, pair -> number(count, pair.outcome()));
      BigDecimal controls =
          sum(pairs, pair -> mean(pair.controls(), control -> number(count, control)));
      rates.put(name, new Evaluation.Rates(rate(cases, months), rate(controls, months)));
    }
    return rates;
  }

  private static BigDecimal number(ToLongFunction<Outcome> count, Outcome outcome) {
    return BigDecimal.valueOf(count.applyAsLong(outcome));
  }

  private static Rate rate(BigDecimal events, BigDecimal months) {
    return Rate.ratio(events.multiply(THOUSAND), months);
  }

  private static List<Evaluation.Warning> warnings(
      int matched,
      Design design,
      Map<String, @Nullable Rate> balance,
      Evaluation.@Nullable Interval interval) {
    List<Evaluation.Warning> warnings =
        new ArrayList<>(List.of(Evaluation.Warning.SELECTION, Evaluation.Warning.SURVIVORSHIP));
    if (matched < design.minimum()) {
      warnings.add(Evaluation.Warning.SMALL_NUMBER);
    }
    if (balance.values().stream()
        .anyMatch(apart -> apart == null || apart.value().compareTo(BALANCED) >= 0)) {
      warnings.add(Evaluation.Warning.IMBALANCE);
    }
    if (interval == null
        || (interval.low().value().signum() <= 0 && interval.high().value().signum() >= 0)) {
      warnings.add(Evaluation.Warning.MAY_BE_CHANCE);
    }
    return warnings;
  }
}
