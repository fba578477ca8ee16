package io.corridor.settlement.incentive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.incentive.PerformancePay.Direction;
import io.corridor.settlement.incentive.PerformancePay.FixedAmount;
import io.corridor.settlement.incentive.PerformancePay.Measure;
import io.corridor.settlement.incentive.PerformancePay.PerPatient;
import io.corridor.settlement.incentive.PerformancePay.Result;
import io.corridor.settlement.share.Laws;
import io.corridor.settlement.share.Limit;
import io.corridor.settlement.share.Settled;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PerformancePayTest {

  private static final PerformancePay TERMS =
      new PerformancePay(
          List.of(
              new Measure(
                  "screening",
                  Direction.AT_LEAST,
                  Rate.of("0.70"),
                  30,
                  new FixedAmount(Money.of("250"))),
              new Measure(
                  "control",
                  Direction.AT_LEAST,
                  Rate.of("0.60"),
                  30,
                  new PerPatient(new Amount(new BigDecimal("12.50")))),
              new Measure(
                  "readmission",
                  Direction.AT_MOST,
                  Rate.of("0.10"),
                  30,
                  new FixedAmount(Money.of("400")))));

  private static Settled settle(Result... results) {
    Settled settled = TERMS.settle(List.of(results));
    Laws.explained(settled);
    return settled;
  }

  @Test
  @DisplayName("a clinician is paid 250 for each quarter in which the metric is met")
  void fixedAmountEachQuarter() {
    Settled settled =
        settle(
            new Result("screening", 1, 70, 100),
            new Result("screening", 2, 69, 100),
            new Result("screening", 3, 90, 100),
            new Result("screening", 4, 30, 30));
    assertThat(settled.payment()).isEqualTo(Money.of("750"));
    assertThat(settled.value("screening.q2.reward")).isZero();
  }

  @Test
  void eachMeasureIsPaidByItself() {
    Settled settled =
        settle(
            new Result("control", 1, 60, 100),
            new Result("screening", 1, 0, 100),
            new Result("readmission", 1, 10, 100));
    assertThat(settled.value("control.q1.reward")).isEqualByComparingTo("750");
    assertThat(settled.value("readmission.q1.reward")).isEqualByComparingTo("400");
    assertThat(settled.payment()).isEqualTo(Money.of("1150"));
    assertThat(settle(new Result("readmission", 1, 11, 100)).payment()).isEqualTo(Money.ZERO);
  }

  @Test
  void tooFewPatientsEarnNothing() {
    Settled settled = settle(new Result("screening", 1, 29, 29), new Result("control", 2, 0, 0));
    assertThat(settled.payment()).isEqualTo(Money.ZERO);
    assertThat(settled.limits()).containsExactly(Limit.MINIMUM_COUNT);
  }

  @Test
  void nothingReportedEarnsNothing() {
    assertThat(settle().payment()).isEqualTo(Money.ZERO);
  }

  @Test
  void theOrderOfResultsDoesNotMatter() {
    Result one = new Result("control", 1, 60, 100);
    Result two = new Result("screening", 4, 80, 100);
    Result three = new Result("control", 2, 61, 100);
    assertThat(settle(one, two, three)).isEqualTo(settle(three, one, two));
  }

  @Test
  void contradictionsAreRefused() {
    Result one = new Result("control", 1, 60, 100);
    assertThatThrownBy(() -> TERMS.settle(List.of(one, one)))
        .hasMessage("a measure has two results in a quarter");
    assertThatThrownBy(() -> TERMS.settle(List.of(new Result("other", 1, 1, 1))))
        .hasMessage("measure other is not in the terms");
    assertThatThrownBy(() -> new Result("control", 5, 1, 1))
        .hasMessage("a quarter lies between 1 and 4");
    assertThatThrownBy(() -> new Result("control", 1, 2, 1))
        .hasMessage("no more patients can meet a measure than it counts");
  }
}
