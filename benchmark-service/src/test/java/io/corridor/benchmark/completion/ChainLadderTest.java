package io.corridor.benchmark.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChainLadderTest {

  private static String six(BigDecimal value) {
    return value.setScale(6, RoundingMode.HALF_UP).toPlainString();
  }

  private static Money money(long dollars) {
    return Money.ofCents(100 * dollars);
  }

  @Test
  @DisplayName("domain.md 2.5: factors 1.494681, 1.084211, 1.020408 and what follows from them")
  void workedExample() {
    CompletionPattern pattern =
        Triangles.pattern(Triangles.WORKED, Triangles.terms(CategoryGroup.OTHER_MEDICAL));
    assertThat(pattern.steps())
        .extracting(step -> six(step.factor()))
        .containsExactly("1.494681", "1.084211", "1.020408");
    assertThat(pattern.steps().getFirst().from()).isEqualTo(money(1880));
    assertThat(pattern.steps().getFirst().to()).isEqualTo(money(2810));
    assertThat(List.of(0, 1, 2, 3))
        .extracting(age -> six(pattern.toUltimate(age).orElseThrow().value()))
        .containsExactly("1.653621", "1.106337", "1.020408", "1.000000");
    assertThat(List.of(0, 1, 2, 3))
        .extracting(age -> six(pattern.completionFactor(age).value()))
        .containsExactly("0.604733", "0.903883", "0.980000", "1.000000");
  }

  @Test
  @DisplayName("domain.md 2.5: final costs 1102.04, 1006.77, 1157.53; to come 576.34 in all")
  void workedExampleCompleted() {
    Completion completion = Triangles.complete(Triangles.WORKED, Triangles.matureFrom("0.60"));
    assertThat(completion.months())
        .extracting(month -> month.completed().toString())
        .containsExactly("1000.00", "1102.04", "1006.77", "1157.53");
    assertThat(completion.months())
        .extracting(month -> month.incurredButNotReported().toString())
        .containsExactly("0.00", "22.04", "96.77", "457.53");
    assertThat(completion.incurredButNotReported()).isEqualTo(Money.of("576.34"));
  }

  @Test
  @DisplayName("the last diagonals alone tell how payments develop")
  void olderDiagonalsAreForgotten() {
    long[][] triangle = {{100, 100, 100}, {100, 300}, {100}};
    CompletionTerms all = Triangles.terms(CategoryGroup.OTHER_MEDICAL);
    CompletionTerms one =
        new CompletionTerms(
            true, 1, Rate.ONE, false, all.matureFrom(), 3, Rate.ONE, all.bandErrors());
    assertThat(Triangles.pattern(triangle, all).steps().getFirst().factor())
        .isEqualByComparingTo("2");
    assertThat(Triangles.pattern(triangle, one).steps().getFirst().factor())
        .isEqualByComparingTo("3");
  }

  @Test
  @DisplayName("an age beyond the triangle is developed by the tail alone")
  void beyondTheTriangle() {
    CompletionTerms terms = Triangles.terms(CategoryGroup.OTHER_MEDICAL);
    assertThat(Triangles.pattern(Triangles.WORKED, terms).completionFactor(40)).isEqualTo(Rate.ONE);
    CompletionTerms tailed =
        new CompletionTerms(
            true, 12, Rate.of("1.25"), false, terms.matureFrom(), 3, Rate.ONE, terms.bandErrors());
    CompletionPattern pattern = Triangles.pattern(Triangles.WORKED, tailed);
    assertThat(pattern.completionFactor(3)).isEqualTo(Rate.of("0.8"));
    assertThat(pattern.completionFactor(40)).isEqualTo(Rate.of("0.8"));
  }

  @Test
  @DisplayName("a triangle of one month tells nothing: its month stands as paid and says so")
  void tooSmall() {
    long[][] single = {{700}};
    CompletionTerms terms = Triangles.terms(CategoryGroup.INPATIENT);
    assertThat(Triangles.pattern(single, terms).isUnknown()).isTrue();
    Completion completion = Triangles.complete(single, terms);
    assertThat(completion.months().getFirst().projection()).isEqualTo(new Projection.Unknown());
    assertThat(completion.completed()).isEqualTo(money(700));
    assertThat(completion.band()).isNull();
  }

  @Test
  @DisplayName("a month in which nothing was ever paid does not disturb the others")
  void emptyMonth() {
    long[][] triangle = {{100, 200, 200}, {0, 0}, {100}};
    CompletionPattern pattern =
        Triangles.pattern(triangle, Triangles.terms(CategoryGroup.INPATIENT));
    assertThat(pattern.steps().getFirst().factor()).isEqualByComparingTo("2");
    assertThat(pattern.steps().getLast().factor()).isEqualByComparingTo("1");
  }

  @Test
  @DisplayName("nothing paid by an age: no multiple of nothing is the final cost")
  void nothingPaidYet() {
    long[][] triangle = {{0, 500, 500}, {0, 400}, {0}};
    CompletionPattern pattern =
        Triangles.pattern(triangle, Triangles.terms(CategoryGroup.INPATIENT));
    assertThat(pattern.steps().getFirst().kind()).isEqualTo(Development.Kind.NOTHING_PAID_YET);
    assertThat(pattern.toUltimate(0)).isEmpty();
    assertThat(pattern.completionFactor(0)).isEqualTo(Rate.ZERO);
    assertThat(pattern.completionFactor(1)).isEqualTo(Rate.ONE);
  }

  @Test
  @DisplayName("recoveries lower a factor; only terms with a floor keep it at one")
  void recoveries() {
    long[][] triangle = {{1000, 900}, {1000}};
    CompletionTerms terms = Triangles.terms(CategoryGroup.INPATIENT);
    assertThat(Triangles.pattern(triangle, terms).completionFactor(0).value())
        .isGreaterThan(BigDecimal.ONE);
    CompletionTerms floored =
        new CompletionTerms(
            true, 12, Rate.ONE, true, terms.matureFrom(), 3, Rate.ONE, terms.bandErrors());
    assertThat(Triangles.pattern(triangle, floored).completionFactor(0)).isEqualTo(Rate.ONE);
  }

  @Test
  @DisplayName("more recovered than paid has no ratio: the step is one and is marked")
  void moreRecoveredThanPaid() {
    long[][] triangle = {{-1000, 900}, {1000}};
    Development step =
        Triangles.pattern(triangle, Triangles.terms(CategoryGroup.INPATIENT)).steps().getFirst();
    assertThat(step.kind()).isEqualTo(Development.Kind.RECOVERIES);
    assertThat(step.factor()).isEqualByComparingTo("1");
  }

  @Test
  @DisplayName("drugs are complete when paid")
  void pharmacy() {
    Completion completion =
        Triangles.complete(Triangles.WORKED, Triangles.terms(CategoryGroup.PHARMACY));
    assertThat(completion.incurredButNotReported()).isEqualTo(Money.ZERO);
    assertThat(completion.months())
        .allSatisfy(month -> assertThat(month.completionFactor()).isEqualTo(Rate.ONE));
    CompletionBand band = completion.band();
    assertThat(band).isNotNull();
    assertThat(band.standardError().dollars()).isEqualByComparingTo("0");
  }

  @Test
  @DisplayName("a tail that a contract states is not for drugs")
  void pharmacyWithTail() {
    CompletionTerms terms = Triangles.terms(CategoryGroup.PHARMACY);
    Completion completion =
        Triangles.complete(
            Triangles.WORKED,
            new CompletionTerms(
                false,
                terms.diagonals(),
                Rate.of("1.002"),
                terms.floorAtOne(),
                terms.matureFrom(),
                terms.expectationMonths(),
                terms.expectationTrend(),
                terms.bandErrors()));
    assertThat(completion.months())
        .allSatisfy(month -> assertThat(month.completionFactor()).isEqualTo(Rate.ONE));
  }

  @Test
  void aMonthAfterTheLastPaidMonthIsRefused() {
    ObservedMonths observed = Triangles.observed(Triangles.WORKED);
    assertThatThrownBy(() -> observed.age(YearMonth.of(2025, 5)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("a payment dated before its service counts in the month of the service")
  void paidBeforeTheService() {
    YearMonth may = YearMonth.of(2025, 5);
    PaidTriangle early =
        PaidTriangle.of(List.of(new PaidTriangle.Cell(may, may.minusMonths(2), money(5))));
    assertThat(early.through(may, 0)).isEqualTo(money(5));
  }
}
