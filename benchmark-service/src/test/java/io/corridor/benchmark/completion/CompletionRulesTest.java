package io.corridor.benchmark.completion;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.CodeTable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CompletionRulesTest {

  @Test
  @DisplayName("domain.md 2.5: expected 1050 makes 700 paid at .604733 a final 1115.03")
  void workedExampleBornhuetterFerguson() {
    Rate paidShare =
        Triangles.pattern(Triangles.WORKED, Triangles.terms(CategoryGroup.OTHER_MEDICAL))
            .completionFactor(0);
    Projection expected = new Projection.Expected(paidShare, new Amount(new BigDecimal("105")));
    assertThat(expected.completed(Money.of("700"), Rate.of("10")).roundHalfUp())
        .isEqualTo(Money.of("1115.03"));
  }

  @Test
  @DisplayName("a young month is expected to cost the mean PMPM of the 3 latest mature months")
  void youngMonth() {
    Completion completion =
        Triangles.complete(Triangles.WORKED, Triangles.terms(CategoryGroup.OTHER_MEDICAL));
    // (1000 + 1080 * 1000/980 + 910 * 2060/1900 * 1000/980) / 3 months / 10 member months
    BigDecimal mean =
        new BigDecimal("3108.806")
            .divide(new BigDecimal("30"), MathContext.DECIMAL128)
            .setScale(4, RoundingMode.HALF_UP);
    Amount expected = completion.expectedPerMemberMonth();
    assertThat(expected).isNotNull();
    assertThat(expected.dollars().setScale(4, RoundingMode.HALF_UP)).isEqualTo(mean);
    assertThat(completion.months().getLast().projection()).isInstanceOf(Projection.Expected.class);
    // 700 + (1 - .604733) * 1036.2687
    assertThat(completion.months().getLast().completed()).isEqualTo(Money.of("1109.60"));
  }

  @Test
  @DisplayName("without a mature month the chain ladder stands")
  void noExpectation() {
    Completion completion = Triangles.complete(Triangles.WORKED, Triangles.matureFrom("2"));
    assertThat(completion.expectedPerMemberMonth()).isNull();
    assertThat(completion.months().getLast().completed()).isEqualTo(Money.of("1157.53"));
  }

  @Test
  @DisplayName("nothing paid and no expectation: the month stands as paid and there is no band")
  void nothingToGoBy() {
    long[][] triangle = {{0, 500}, {0}};
    Completion completion = Triangles.complete(triangle, Triangles.matureFrom("2"));
    assertThat(completion.months().getLast().projection()).isEqualTo(new Projection.Unknown());
    assertThat(completion.band()).isNull();
  }

  @Test
  @DisplayName("nothing paid yet but an expectation: the whole expected cost is to come")
  void allIsToCome() {
    long[][] triangle = {{0, 500}, {0}};
    Completion completion = Triangles.complete(triangle, Triangles.terms(CategoryGroup.INPATIENT));
    assertThat(completion.months().getLast().incurredButNotReported()).isEqualTo(Money.of("500"));
  }

  @Test
  @DisplayName("months without members say nothing about a member month")
  void emptyMonthsAreNotExpectations() {
    List<CompletionRules.MonthToDate> months =
        Triangles.latest(Triangles.WORKED, "10").stream()
            .map(month ->
                month.incurred().equals(Triangles.FIRST)
                    ? month
                    : new CompletionRules.MonthToDate(month.incurred(), month.toDate(), Rate.ZERO))
            .toList();
    CompletionTerms terms = Triangles.terms(CategoryGroup.OTHER_MEDICAL);
    Completion completion =
        CompletionRules.complete(
            Triangles.pattern(Triangles.WORKED, terms),
            Triangles.observed(Triangles.WORKED),
            months);
    assertThat(completion.expectedPerMemberMonth()).isEqualTo(new Amount(new BigDecimal("100")));
    assertThat(completion.months().getLast().completed()).isEqualTo(Money.of("700"));
  }

  @Test
  void everyGroupHasTermsAndEveryRowACitation() {
    assertThat(Triangles.terms(CategoryGroup.INPATIENT).diagonals()).isEqualTo(12);
    CodeTable table =
        CodeTable.load(DefaultCompletionTerms.class, "parameters/completion_terms.csv");
    assertThat(table.rows()).allSatisfy(row -> assertThat(row.get("citation")).isNotBlank());
  }
}
