package io.corridor.portal.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.money.Money;
import io.corridor.portal.dashboard.ContractFigures.Band;
import io.corridor.portal.dashboard.ContractFigures.Completion;
import io.corridor.portal.dashboard.ContractFigures.Month;
import io.corridor.portal.dashboard.ContractFigures.Period;
import io.corridor.portal.dashboard.ContractFigures.Projected;
import io.corridor.portal.shell.svg.Drawing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BurnDownTest {

  private static final BigDecimal GATE = new BigDecimal("0.02");
  private static final List<YearMonth> YEAR =
      IntStream.rangeClosed(1, 12).mapToObj(month -> YearMonth.of(2026, month)).toList();

  /** A period of a hundred members. */
  static Period period(String budget, String counted, @Nullable Completion completion) {
    return new Period(
        100,
        new BigDecimal("100"),
        Money.of(counted),
        Money.of(budget),
        0,
        null,
        Instant.EPOCH,
        completion);
  }

  private static Completion completed(String cost, String received) {
    return new Completion(Money.of(cost), new BigDecimal(received), null, null);
  }

  private static ContractFigures figures(@Nullable Period year, Period... periods) {
    List<Month> months = new ArrayList<>();
    for (Period period : periods) {
      months.add(new Month(YearMonth.of(2026, months.size() + 1), period));
    }
    return new ContractFigures("CONTRACT", "C", year, months);
  }

  private static BurnDown completing(@Nullable Projected projected) {
    Band band = new Band(Money.of("180"), Money.of("220"));
    return BurnDown.of(
        figures(
            period(
                "310",
                "225",
                new Completion(Money.of("200"), new BigDecimal("0.95"), band, projected)),
            period("100", "95", completed("100", "0.95")),
            period("110", "90", completed("100", "0.90")),
            period("100", "40", null)),
        YEAR,
        GATE);
  }

  private static List<String> classes(Drawing drawing) {
    return drawing.shapes().stream()
        .filter(Drawing.Path.class::isInstance)
        .map(shape -> ((Drawing.Path) shape).css())
        .toList();
  }

  private static List<String> words(Drawing drawing) {
    return drawing.shapes().stream()
        .filter(Drawing.Text.class::isInstance)
        .map(shape -> ((Drawing.Text) shape).text())
        .toList();
  }

  @Test
  @DisplayName("months to come are planned at the last budget; without completion no cost is drawn")
  void planned() {
    BurnDown burnDown =
        BurnDown.of(
            figures(
                period("210", "210", null), period("100", "90", null), period("110", "120", null)),
            YEAR,
            GATE);
    assertThat(burnDown.drawable()).isTrue();
    assertThat(burnDown.completes()).isFalse();
    assertThat(burnDown.points().getLast().budget()).isEqualTo(Money.of("1310"));
    assertThat(burnDown.points().get(2).counted()).isNull();
    assertThat(burnDown.lines()).hasSize(2);
    assertThat(burnDown.lines().get(1).running()).isEqualTo("0");
    assertThat(burnDown.lines().get(0).difference()).isEqualTo("+10");
    assertThat(burnDown.lines().get(0).received()).isEqualTo("–");
    assertThat(classes(burnDown.wide())).doesNotContain("l-paid", "l-proj", "a-band");
    assertThat(burnDown.narrow().viewBox()).startsWith("0 0 340 ");
    assertThat(burnDown.figcaption()).contains("late claims are not estimated");
  }

  @Test
  @DisplayName("cost is drawn with late claims as far as months are completed, what came is dotted")
  void completed() {
    BurnDown burnDown = completing(null);
    assertThat(burnDown.completed()).isEqualTo(2);
    assertThat(burnDown.known()).isEqualTo(3);
    assertThat(burnDown.expected()).isEqualTo(Money.of("10"));
    assertThat(burnDown.expectedAtEnd()).isNull();
    assertThat(burnDown.lines().get(1).completed()).isEqualTo("100");
    assertThat(burnDown.lines().get(1).received()).isEqualTo("90.0%");
    assertThat(burnDown.lines().get(2).completed()).isEqualTo("–");
    assertThat(classes(burnDown.wide())).contains("l-paid", "l-est").doesNotContain("l-proj");
    assertThat(words(burnDown.wide())).contains("95%", "90%");
  }

  @Test
  @DisplayName("a projection goes dashed to the year's end, shaded where it may lie")
  void projected() {
    BurnDown burnDown =
        completing(new Projected(Money.of("1200"), new Band(Money.of("1100"), Money.of("1900"))));
    assertThat(burnDown.points().getLast().budget()).isEqualTo(Money.of("1210"));
    assertThat(burnDown.expectedAtEnd()).isEqualTo(Money.of("10"));
    assertThat(burnDown.savingsAtEnd()).isEqualTo(new Band(Money.of("-690"), Money.of("110")));
    for (Drawing drawing : List.of(burnDown.wide(), burnDown.narrow())) {
      assertThat(classes(drawing)).contains("l-proj", "a-band");
      assertThat(words(drawing)).anyMatch(text -> text.endsWith("projected"));
    }
    assertThat(burnDown.figcaption()).contains("Dashed");
  }

  @Test
  @DisplayName("a month that is not completed ends the line: later ones are not added to a gap")
  void gap() {
    BurnDown burnDown =
        BurnDown.of(
            figures(
                null,
                period("100", "95", completed("100", "0.95")),
                period("100", "95", null),
                period("100", "90", completed("100", "0.90"))),
            YEAR,
            null);
    assertThat(burnDown.completed()).isEqualTo(1);
    assertThat(burnDown.points().get(2).completed()).isNull();
  }

  @Test
  @DisplayName("without figures there is nothing to draw")
  void nothing() {
    assertThat(BurnDown.of(figures(null), YEAR, null).drawable()).isFalse();
  }
}
