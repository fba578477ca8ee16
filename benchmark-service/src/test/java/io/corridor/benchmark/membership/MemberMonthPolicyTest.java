package io.corridor.benchmark.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.money.Rate;
import io.corridor.common.time.DateSpan;
import io.corridor.common.time.Months;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberMonthPolicyTest {

  private static DateSpan span(String from, @Nullable String lastDay) {
    return DateSpan.ofInclusive(
        LocalDate.parse(from), lastDay == null ? null : LocalDate.parse(lastDay));
  }

  private static Rate of2022(MemberMonthPolicy policy, DateSpan... spans) {
    return Months.between(YearMonth.of(2022, 1), YearMonth.of(2022, 12)).stream()
        .map(month -> policy.of(List.of(spans), month, null))
        .reduce(Rate.ZERO, Rate::plus);
  }

  @ParameterizedTest
  @CsvSource({"ANY_DAY,11", "MID_MONTH,11", "PRORATE,10.209677"})
  @DisplayName("domain.md 2.3: 1 January to 15 June and 10 August to 31 December")
  void workedExample(MemberMonthPolicy policy, String memberMonths) {
    assertThat(of2022(policy, span("2022-01-01", "2022-06-15"), span("2022-08-10", "2022-12-31")))
        .isEqualTo(Rate.of(memberMonths));
  }

  @Test
  @DisplayName("domain.md 2.3: had the first span ended on 14 June, the 15th would be missed")
  void theFifteenthDecides() {
    assertThat(
            of2022(
                MemberMonthPolicy.MID_MONTH,
                span("2022-01-01", "2022-06-14"),
                span("2022-08-10", "2022-12-31")))
        .isEqualTo(Rate.of(10));
  }

  @Test
  @DisplayName("coverage ended after the fact takes its months back")
  void retroTermination() {
    for (MemberMonthPolicy policy : MemberMonthPolicy.values()) {
      assertThat(of2022(policy, span("2022-01-01", null))).isEqualTo(Rate.of(12));
      assertThat(of2022(policy, span("2022-01-01", "2022-03-31"))).isEqualTo(Rate.of(3));
      assertThat(of2022(policy)).isEqualTo(Rate.ZERO);
    }
  }

  @Test
  @DisplayName("spans that overlap cover a day once")
  void overlap() {
    assertThat(
            MemberMonthPolicy.PRORATE.of(
                List.of(span("2022-04-01", "2022-04-10"), span("2022-04-06", "2022-04-15")),
                YearMonth.of(2022, 4),
                null))
        .isEqualTo(Rate.of("0.5"));
  }

  @Test
  @DisplayName("the birth month counts whole, however late the birth; prorated it counts its days")
  void newborn() {
    LocalDate birth = LocalDate.of(2022, 4, 22);
    List<DateSpan> spans = List.of(span("2022-04-22", null));
    YearMonth month = YearMonth.of(2022, 4);
    assertThat(MemberMonthPolicy.ANY_DAY.of(spans, month, birth)).isEqualTo(Rate.ONE);
    assertThat(MemberMonthPolicy.MID_MONTH.of(spans, month, birth)).isEqualTo(Rate.ONE);
    assertThat(MemberMonthPolicy.MID_MONTH.of(spans, month, null)).isEqualTo(Rate.ZERO);
    assertThat(MemberMonthPolicy.PRORATE.of(spans, month, birth)).isEqualTo(Rate.of("0.3"));
    assertThat(MemberMonthPolicy.MID_MONTH.of(List.of(), month, birth)).isEqualTo(Rate.ZERO);
  }

  @Test
  void aLeapDayIsADay() {
    List<DateSpan> spans = List.of(span("2024-02-29", "2024-02-29"));
    assertThat(MemberMonthPolicy.PRORATE.of(spans, YearMonth.of(2024, 2), null))
        .isEqualTo(Rate.of("0.034483"));
  }
}
