package io.corridor.settlement.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.facts.Row;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.time.LocalDate;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InputRowsTest {

  private static final RunningBudget BUDGET =
      new RunningBudget(
          800,
          Rate.of("9600.5"),
          Money.of("1000000.01"),
          Money.of("-3.20"),
          LocalDate.of(2025, 6, 1));
  private static final QualityResult SCORE =
      new QualityResult(QualityResult.Gate.MET, Rate.of("0.333333"), Rate.of("0.3333333333"), null);

  @Test
  void whatIsWrittenIsRead() {
    assertThat(InputRows.budget(Row.holding("budget|2025", InputRows.bytes(BUDGET))))
        .isEqualTo(BUDGET);
    assertThat(InputRows.score(Row.holding("score|2025", InputRows.bytes(SCORE)))).isEqualTo(SCORE);
  }

  @Test
  @DisplayName("the first layouts stay readable")
  void storedBytes() {
    byte[] budget =
        HexFormat.of()
            .parseHex(
                "01000000000000032000"
                    + "06393630302e35"
                    + "0000000005f5e101"
                    + "fffffffffffffec0"
                    + "0000000000004f10");
    assertThat(InputRows.budget(Row.holding("budget|2025", budget))).isEqualTo(BUDGET);
    assertThat(InputRows.bytes(BUDGET)).isEqualTo(budget);
  }

  @Test
  void anUnknownLayoutIsNotGuessed() {
    assertThatThrownBy(() -> InputRows.budget(Row.holding("budget|2025", new byte[] {9})))
        .isInstanceOf(IllegalStateException.class);
  }
}
