package io.corridor.benchmark.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.id.Tin;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CompletionPropertyTest {

  private static final int MONTHS = 24;

  private static List<PaidTriangle.Cell> cells(Random random, int lags) {
    List<PaidTriangle.Cell> cells = new ArrayList<>();
    for (int month = 0; month < MONTHS; month++) {
      YearMonth incurred = Triangles.FIRST.plusMonths(month);
      for (int lag = 0; lag < Math.min(lags, MONTHS - month); lag++) {
        long cents = random.nextLong(-20_000, 1_000_000);
        cells.add(new PaidTriangle.Cell(incurred, incurred.plusMonths(lag), Money.ofCents(cents)));
      }
    }
    return cells;
  }

  private static ObservedMonths observed() {
    return new ObservedMonths(Triangles.FIRST, Triangles.FIRST.plusMonths(MONTHS - 1L));
  }

  private static Completion complete(PaidTriangle triangle, CompletionTerms terms) {
    List<CompletionRules.MonthToDate> months = new ArrayList<>();
    for (int month = 0; month < MONTHS; month++) {
      YearMonth incurred = Triangles.FIRST.plusMonths(month);
      months.add(
          new CompletionRules.MonthToDate(
              incurred, triangle.through(incurred, MONTHS), Rate.of(100 + month)));
    }
    return CompletionRules.complete(
        ChainLadder.develop(triangle, observed(), terms), observed(), months);
  }

  @RepeatedTest(20)
  @DisplayName("L1: the order of cells does not matter, and a cell taken back leaves no trace")
  void lawL1_orderFree(RepetitionInfo repetition) {
    long seed = repetition.getCurrentRepetition();
    Random random = new Random(seed);
    List<PaidTriangle.Cell> cells = cells(random, 6);
    PaidTriangle folded = PaidTriangle.EMPTY;
    List<PaidTriangle.Cell> shuffled = new ArrayList<>(cells);
    Collections.shuffle(shuffled, random);
    PaidTriangle.Cell wrong = cells(random, 1).getFirst();
    folded = folded.plus(wrong);
    for (PaidTriangle.Cell cell : shuffled) {
      folded = folded.plus(cell);
    }
    folded = folded.minus(wrong);
    assertThat(folded).as("seed %d", seed).isEqualTo(PaidTriangle.of(cells));
    CompletionTerms terms = Triangles.terms(CategoryGroup.OTHER_MEDICAL);
    assertThat(complete(folded, terms))
        .as("seed %d", seed)
        .isEqualTo(complete(PaidTriangle.of(cells), terms));
  }

  @RepeatedTest(20)
  @DisplayName("L4: every cell taken back leaves the empty triangle")
  void lawL4_retraction(RepetitionInfo repetition) {
    long seed = repetition.getCurrentRepetition();
    List<PaidTriangle.Cell> cells = cells(new Random(seed), 4);
    PaidTriangle triangle = PaidTriangle.of(cells);
    for (PaidTriangle.Cell cell : cells) {
      triangle = triangle.minus(cell);
    }
    assertThat(triangle).as("seed %d", seed).isEqualTo(PaidTriangle.EMPTY);
  }

  @RepeatedTest(20)
  @DisplayName("a fully developed triangle completes to itself")
  void fullyDeveloped(RepetitionInfo repetition) {
    long seed = repetition.getCurrentRepetition();
    PaidTriangle triangle = PaidTriangle.of(cells(new Random(seed), 1));
    Completion completion = complete(triangle, Triangles.terms(CategoryGroup.INPATIENT));
    assertThat(completion.months())
        .as("seed %d", seed)
        .allSatisfy(month -> assertThat(month.completed()).isEqualTo(month.toDate()));
  }

  @RepeatedTest(50)
  @DisplayName("L3: the parts of practices sum to the completed figure of the contract")
  void lawL3_partsSumToTheWhole(RepetitionInfo repetition) {
    long seed = repetition.getCurrentRepetition();
    Random random = new Random(seed);
    PaidTriangle triangle = PaidTriangle.of(cells(random, 5));
    for (CompletedMonth month :
        complete(triangle, Triangles.terms(CategoryGroup.OTHER_MEDICAL)).months()) {
      Map<Tin, CompletedParts.PartToDate> parts = parts(random, month);
      Map<Tin, Money> placed = CompletedParts.place(month, parts);
      assertThat(placed.values().stream().reduce(Money.ZERO, Money::plus))
          .as("seed %d, %s", seed, month.incurred())
          .isEqualTo(month.completed());
      placed.forEach((tin, money) -> {
        CompletedParts.PartToDate part = parts.getOrDefault(tin, none());
        BigDecimal exact =
            month.projection().completed(part.toDate(), part.memberMonths()).dollars();
        assertThat(money.dollars().subtract(exact).abs())
            .as("seed %d: within a cent of the part", seed)
            .isLessThan(new BigDecimal("0.01"));
      });
    }
  }

  private static CompletedParts.PartToDate none() {
    return new CompletedParts.PartToDate(Money.ZERO, Rate.ZERO);
  }

  /** Seven practices; the last takes what the others leave. */
  private static Map<Tin, CompletedParts.PartToDate> parts(Random random, CompletedMonth month) {
    Map<Tin, CompletedParts.PartToDate> parts = new LinkedHashMap<>();
    long cents = month.toDate().cents();
    BigDecimal memberMonths = month.memberMonths().value();
    for (int i = 1; i <= 7; i++) {
      long given = i == 7 ? cents : random.nextLong(-5_000, 100_000);
      BigDecimal counted = i == 7 ? memberMonths : BigDecimal.valueOf(random.nextInt(15));
      cents -= given;
      memberMonths = memberMonths.subtract(counted);
      parts.put(
          new Tin("10000000" + (8 - i)),
          new CompletedParts.PartToDate(Money.ofCents(given), new Rate(counted)));
    }
    return parts;
  }

  @Test
  @DisplayName("the odd cent goes to the largest remainder, then to the smaller TIN")
  void oddCents() {
    CompletedMonth month =
        new CompletedMonth(
            Triangles.FIRST,
            1,
            Money.of("3.00"),
            Rate.of("3"),
            Rate.of("0.9"),
            new Projection.Developed(Rate.of("1.005")));
    CompletedParts.PartToDate dollar = new CompletedParts.PartToDate(Money.of("1.00"), Rate.ONE);
    Map<Tin, Money> placed =
        CompletedParts.place(
            month,
            Map.of(
                new Tin("300000000"), dollar,
                new Tin("100000000"), dollar,
                new Tin("200000000"), dollar));
    assertThat(month.completed()).isEqualTo(Money.of("3.02"));
    assertThat(placed.values())
        .containsExactly(Money.of("1.01"), Money.of("1.01"), Money.of("1.00"));
  }

  @Test
  @DisplayName("two thirds of a cent are a tie, whatever the last digit of the division")
  void tieOfThirds() {
    Amount third = new Amount(new BigDecimal("8.656666666666666666666666666666667"));
    CompletedMonth month =
        new CompletedMonth(
            Triangles.FIRST,
            0,
            Money.ZERO,
            Rate.of("8"),
            Rate.ZERO,
            new Projection.Expected(Rate.ZERO, third));
    Map<Tin, Money> placed =
        CompletedParts.place(
            month,
            Map.of(
                new Tin("100000000"), new CompletedParts.PartToDate(Money.ZERO, Rate.ONE),
                new Tin("200000000"), new CompletedParts.PartToDate(Money.ZERO, Rate.of("7"))));
    assertThat(placed.values()).containsExactly(Money.of("8.66"), Money.of("60.59"));
  }

  @Test
  void partsThatAreNotTheWholeAreRefused() {
    CompletedMonth month =
        new CompletedMonth(
            Triangles.FIRST,
            1,
            Money.of("3.00"),
            Rate.of("3"),
            Rate.ONE,
            new Projection.Complete());
    Map<Tin, CompletedParts.PartToDate> parts =
        Map.of(new Tin("100000000"), new CompletedParts.PartToDate(Money.of("2.00"), Rate.of("3")));
    assertThatThrownBy(() -> CompletedParts.place(month, parts))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
