package io.corridor.benchmark.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.benchmark.spend.Category;
import io.corridor.benchmark.spend.MonthSpend;
import io.corridor.common.care.AssignedSpan;
import io.corridor.common.care.Contract;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.time.DateSpan;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TruncationTest {

  private static Contract.StopLoss limit(String attachment, String excluded) {
    return new Contract.StopLoss(Money.of(attachment), Rate.of(excluded));
  }

  private static MemberMonthCost month(int month, Map<Category, Money> cells) {
    return new MemberMonthCost(
        new Standing(
            YearMonth.of(2025, month),
            new AssignedSpan(DateSpan.of(YearMonth.of(2025, month)), new Tin("111111111"), null),
            Rate.ONE,
            null,
            Traits.NONE),
        new MonthSpend(Map.of(), Money.ZERO, 0),
        cells,
        cells,
        Money.ZERO);
  }

  private static Money total(List<MemberMonthCost> year) {
    return year.stream()
        .map(month -> MemberMonthCost.total(month.counted()))
        .reduce(Money.ZERO, Money::plus);
  }

  @Test
  @DisplayName("domain.md 2.4: c 500,000, A 300,000, x .95 counts 310,000.00")
  void workedExample() {
    assertThat(Truncation.counted(Money.of("500000.00"), limit("300000.00", "0.95")))
        .isEqualTo(Money.of("310000.00"));
  }

  @Test
  void costAtTheAttachmentPointIsNotTouched() {
    List<MemberMonthCost> year = List.of(month(1, Map.of(Category.ED, Money.of("300000.00"))));
    assertThat(Truncation.apply(year, limit("300000.00", "1"))).isEqualTo(year);
  }

  @Test
  void oddCentGoesToTheLargestRemainderThenTheEarlierCell() {
    List<MemberMonthCost> year =
        List.of(
            month(1, Map.of(Category.ED, Money.of("1.00"), Category.LAB, Money.of("1.00"))),
            month(2, Map.of(Category.ED, Money.of("1.00"))));
    List<MemberMonthCost> limited = Truncation.apply(year, limit("1.00", "1"));
    assertThat(limited.getFirst().counted())
        .containsEntry(Category.ED, Money.of("0.34"))
        .containsEntry(Category.LAB, Money.of("0.33"));
    assertThat(limited.get(1).counted()).containsEntry(Category.ED, Money.of("0.33"));
  }

  @RepeatedTest(50)
  @DisplayName(
      "L3: the parts of a truncated member-year sum to its counted cost, recoveries and all")
  void lawL3_partsSumToTheWhole(RepetitionInfo repetition) {
    long seed = repetition.getCurrentRepetition();
    Random random = new Random(seed);
    List<MemberMonthCost> year = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      year.add(
          month(
              month,
              Map.of(
                  Category.INPATIENT, Money.ofCents(random.nextInt(5_000_000)),
                  Category.LAB, Money.ofCents(random.nextInt(20_000) - 5_000))));
    }
    Contract.StopLoss limit = limit("100000.00", "0.8");
    Money cost = total(year);
    assertThat(total(Truncation.apply(year, limit)))
        .as("seed " + seed)
        .isEqualTo(Truncation.counted(cost, limit));
  }
}
