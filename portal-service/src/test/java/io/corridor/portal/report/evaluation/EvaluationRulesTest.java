package io.corridor.portal.report.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.portal.report.evaluation.EvaluationRules.Design;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Program evaluation (domain.md 6). */
@NullUnmarked
class EvaluationRulesTest {

  private static final LocalDate INDEX = LocalDate.of(2025, 1, 1);
  private static final Candidate.Stratum STRATUM =
      new Candidate.Stratum("MEDICARE", true, 8, 5, true, true, null);
  private static final Design PLAIN = new Design(3, 200, false);

  private static Candidate subject(String member, String prior) {
    return new Candidate(member, STRATUM, 82, Rate.of("2.1"), Money.of(prior), INDEX);
  }

  private static Candidate control(String member, String prior) {
    return new Candidate(member, STRATUM, 82, Rate.of("2.1"), Money.of(prior), null);
  }

  private static Outcome outcome(long months, String cost) {
    return new Outcome(Rate.of(months), Money.of(cost), Rate.ZERO, Map.of("ED", months));
  }

  private static EvaluationRules.Outcomes outcomes(Map<String, Outcome> all) {
    return (member, index) -> Optional.ofNullable(all.get(member));
  }

  @Test
  @DisplayName("worked example: 1,351 a month over six months leaves 2,696 a patient")
  void workedExample() {
    Evaluation evaluation =
        EvaluationRules.evaluate(
                List.of(subject("a", "50000.00")),
                List.of(control("x", "51000.00")),
                outcomes(Map.of("a", outcome(6, "30000.00"), "x", outcome(6, "38106.00"))),
                PLAIN)
            .orElseThrow();
    assertThat(evaluation.effect()).isEqualTo(Rate.of("1351"));
    Economics economics =
        Economics.of(
            evaluation.effect(),
            Rate.of(6),
            1,
            new ProgramCost(
                Rate.of("0.5"),
                Money.of("2714.00"),
                Money.of("1357.00"),
                Money.of("1351.00"),
                1000,
                Rate.of("0.2")));
    assertThat(economics.gross().roundHalfUp()).isEqualTo(Money.of("8106.00"));
    assertThat(economics.acoGain().roundHalfUp()).isEqualTo(Money.of("4053.00"));
    assertThat(economics.perPatient().roundHalfUp()).isEqualTo(Money.of("2696.00"));
    assertThat(economics.returnOnInvestment().sixDigitsHalfUp()).isEqualByComparingTo("1.986735");
    assertThat(economics.breakEvenMonths()).isEqualTo(Rate.of(2));
    assertThat(economics.scaled().roundHalfUp()).isEqualTo(Money.of("270200.00"));
    assertThat(economics.steps()).extracting(step -> step.name()).contains("gross", "net");
  }

  @Test
  @DisplayName("a program that costs or saves nothing has no return and no break-even")
  void nothingToDivideBy() {
    Economics free =
        Economics.of(
            Rate.ZERO,
            Rate.of(6),
            1,
            new ProgramCost(Rate.ONE, Money.ZERO, Money.ZERO, Money.ZERO, 0, Rate.ZERO));
    assertThat(free.returnOnInvestment()).isNull();
    assertThat(free.breakEvenMonths()).isNull();
  }

  @Test
  @DisplayName("nearest by the ratio of prior costs, ties to the smallest key, no control twice")
  void matching() {
    List<Matching.Matched> matched =
        Matching.match(
            List.of(subject("a", "99.00"), subject("b", "99.00")),
            index ->
                List.of(
                    control("z", "49.00"),
                    control("y", "199.00"),
                    control("x", "199.00"),
                    control("w", "9999.00")),
            2);
    assertThat(matched.get(0).controls())
        .extracting(Candidate::member)
        .as("50 and 200 are as far from 100; x has the smaller key; then what b left")
        .containsExactly("x", "z");
    assertThat(matched.get(1).controls()).extracting(Candidate::member).containsExactly("y", "w");
  }

  @Test
  @DisplayName("a control is what it was on the index date of its case, and is used once")
  void controlsOnTheIndexDate() {
    Candidate later =
        new Candidate("b", STRATUM, 82, Rate.of("2.1"), Money.of("99.00"), INDEX.plusMonths(1));
    List<Matching.Matched> matched =
        Matching.match(
            List.of(subject("a", "99.00"), later),
            index ->
                index.equals(INDEX)
                    ? List.of(control("x", "99.00"), control("y", "5.00"))
                    : List.of(control("x", "99.00"), control("y", "90.00")),
            1);
    assertThat(matched.get(0).controls()).extracting(Candidate::member).containsExactly("x");
    assertThat(matched.get(1).controls()).extracting(Candidate::member).containsExactly("y");
    assertThat(matched.get(1).controls().getFirst().priorCost()).isEqualTo(Money.of("90.00"));
  }

  @Test
  @DisplayName("somebody of another stratum is no control; the case is reported as unmatched")
  void otherStratum() {
    Candidate man =
        new Candidate(
            "x",
            new Candidate.Stratum("MEDICARE", false, 8, 5, true, true, null),
            82,
            Rate.ONE,
            Money.ZERO,
            null);
    assertThat(
            EvaluationRules.evaluate(
                List.of(subject("a", "1.00")), List.of(man), outcomes(Map.of()), PLAIN))
        .isEmpty();
    Evaluation half =
        EvaluationRules.evaluate(
                List.of(subject("a", "1.00"), subject("b", "2.00")),
                List.of(control("x", "1.00")),
                outcomes(
                    Map.of(
                        "a", outcome(6, "1.00"), "b", outcome(6, "1.00"), "x", outcome(6, "1.00"))),
                PLAIN)
            .orElseThrow();
    assertThat(half.matchedShare()).isEqualTo(Rate.of("0.5"));
    assertThat(half.interval()).isNull();
    assertThat(half.warnings())
        .containsExactly(
            Evaluation.Warning.SELECTION,
            Evaluation.Warning.SURVIVORSHIP,
            Evaluation.Warning.SMALL_NUMBER,
            Evaluation.Warning.MAY_BE_CHANCE);
  }

  @Test
  @DisplayName("interval by paired differences; months of the case divide both arms")
  void interval() {
    List<Candidate> cases = new ArrayList<>();
    List<Candidate> controls = new ArrayList<>();
    Map<String, Outcome> all = new HashMap<>();
    long[] savings = {100, 200, 300, 400};
    for (int i = 0; i < savings.length; i++) {
      cases.add(subject("a" + i, 1000 * (i + 1) + ".00"));
      controls.add(control("x" + i, 1000 * (i + 1) + ".00"));
      all.put("a" + i, outcome(2, "1000.00"));
      all.put("x" + i, outcome(4, 1000 + 2 * savings[i] + ".00"));
    }
    Evaluation evaluation =
        EvaluationRules.evaluate(cases, controls, outcomes(all), new Design(1, 4, false))
            .orElseThrow();
    assertThat(evaluation.effect()).isEqualTo(Rate.of("250"));
    Evaluation.Interval interval = evaluation.interval();
    assertThat(interval.mean()).isEqualTo(Rate.of("250"));
    // sd = sqrt(50000 / 3) = 129.099445, over 2 = 64.549722; t = 3.872983
    assertThat(interval.standardError().sixDigitsHalfUp()).isEqualByComparingTo("64.549722");
    assertThat(interval.t().sixDigitsHalfUp()).isEqualByComparingTo("3.872983");
    assertThat(interval.low().sixDigitsHalfUp()).isEqualByComparingTo("123.482544");
    assertThat(interval.high().sixDigitsHalfUp()).isEqualByComparingTo("376.517456");
    assertThat(evaluation.warnings())
        .containsExactly(Evaluation.Warning.SELECTION, Evaluation.Warning.SURVIVORSHIP);
    assertThat(evaluation.events().get("ED").cases()).isEqualTo(Rate.of("1000"));
    assertThat(evaluation.events().get("ED").controls()).isEqualTo(Rate.of("2000"));
  }

  @Test
  @DisplayName("difference in differences takes off what the arms differed by before")
  void differenceInDifferences() {
    Outcome subject = new Outcome(Rate.of(6), Money.of("600.00"), Rate.of("90"), Map.of());
    Outcome other = new Outcome(Rate.of(6), Money.of("900.00"), Rate.of("120"), Map.of());
    Evaluation evaluation =
        EvaluationRules.evaluate(
                List.of(subject("a", "1.00")),
                List.of(control("x", "1.00")),
                outcomes(Map.of("a", subject, "x", other)),
                new Design(1, 1, true))
            .orElseThrow();
    assertThat(evaluation.effect()).isEqualTo(Rate.of("20"));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  @DisplayName("L1: the order of rows does not matter")
  void orderDoesNotMatter(long seed) {
    Random random = new Random(seed);
    List<Candidate> cases = new ArrayList<>();
    List<Candidate> controls = new ArrayList<>();
    Map<String, Outcome> all = new HashMap<>();
    for (int i = 0; i < 30; i++) {
      cases.add(subject("a" + i, random.nextInt(5) * 1000 + ".00"));
      all.put("a" + i, outcome(1 + random.nextInt(6), random.nextInt(9000) + ".00"));
      controls.add(control("x" + i, random.nextInt(5) * 1000 + ".00"));
      all.put("x" + i, outcome(1 + random.nextInt(6), random.nextInt(9000) + ".00"));
    }
    Optional<Evaluation> first = EvaluationRules.evaluate(cases, controls, outcomes(all), PLAIN);
    Collections.shuffle(cases, random);
    Collections.shuffle(controls, random);
    assertThat(EvaluationRules.evaluate(cases, controls, outcomes(all), PLAIN)).isEqualTo(first);
    assertThat(first.orElseThrow().matched()).isPositive();
    assertThat(first.orElseThrow().casePmpm().value()).isGreaterThan(BigDecimal.ZERO);
  }
}
