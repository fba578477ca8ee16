package io.corridor.portal.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.money.Money;
import io.corridor.portal.dashboard.EstimateView.Input;
import io.corridor.portal.dashboard.EstimateView.Step;
import io.corridor.portal.dashboard.Waterfall.Kind;
import io.corridor.portal.dashboard.Waterfall.Row;
import io.corridor.portal.shell.svg.Drawing;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WaterfallTest {

  private static Step step(int order, String name, String value, Input... inputs) {
    return new Step(order, name, "terms", "formula", List.of(inputs), value);
  }

  private static EstimateView estimate(
      String savings, String generated, String shared, String payment, String gate) {
    return new EstimateView(
        null,
        Money.of(savings),
        new BigDecimal("0.0304"),
        new BigDecimal("0.02"),
        Money.of("1920000"),
        gate,
        new BigDecimal("0.92"),
        Money.of(payment),
        Money.of(payment),
        Money.of(payment),
        List.of(),
        List.of(
            step(1, "savings", savings),
            step(2, "generated", generated),
            step(
                3,
                "sharedSavings",
                shared,
                new Input("sharePercent", "0.6"),
                new Input("qualityFactor", "0.92")),
            step(4, "paymentCap", "18400000", new Input("paymentCapPercent", "0.1")),
            step(5, "payment", payment)));
  }

  @Test
  void goesFromSavingsOverTheGatesToThePayment() {
    Waterfall waterfall =
        Waterfall.of(estimate("5600000", "5600000", "3091200", "3091200.00", "MET"));
    assertThat(waterfall.rows().stream().map(Row::label))
        .containsExactly(
            "Savings to date",
            "Savings gate, 2%",
            "Payer’s share, 40%",
            "Quality, score 0.92",
            "Cap, 10% of budget",
            "Estimated payment");
    assertThat(waterfall.rows().stream().map(Row::value))
        .containsExactly("5.60", "passed", "−2.24", "−0.27", "0.00", "3.09");
    assertThat(waterfall.rows().get(4).note()).isEqualTo("not reached");
    assertEachRowStartsWhereTheOneBeforeEnded(waterfall);
  }

  @Test
  void belowTheGateNothingIsShared() {
    Waterfall waterfall = Waterfall.of(estimate("1000000", "0.00", "0.00", "0.00", "MET"));
    assertThat(waterfall.rows().get(1).kind()).isEqualTo(Kind.PIN_FAILED);
    assertThat(waterfall.rows().get(2).label()).isEqualTo("Below the gate");
    assertThat(waterfall.rows().getLast().value()).isEqualTo("0.00");
    assertEachRowStartsWhereTheOneBeforeEnded(waterfall);
  }

  @Test
  void aQualityGateNotMetTakesEverything() {
    Waterfall waterfall = Waterfall.of(estimate("5600000", "5600000", "0.00", "0.00", "NOT_MET"));
    Row quality =
        waterfall.rows().stream()
            .filter(row -> row.label().startsWith("Quality"))
            .findFirst()
            .orElseThrow();
    assertThat(quality.note()).isEqualTo("gate not met");
    assertThat(quality.to()).isEqualTo(Money.ZERO);
  }

  @Test
  void aRefusedEstimateHasNoRowsAndSaysWhy() {
    EstimateView refused =
        new EstimateView(
            "BELOW_MIN_LIVES",
            Money.ZERO,
            null,
            null,
            null,
            "UNKNOWN",
            null,
            null,
            null,
            null,
            List.of(),
            List.of());
    assertThat(Waterfall.of(refused).rows()).isEmpty();
    assertThat(refused.refusalText()).startsWith("Too few members");
  }

  @Test
  void everyBarLiesInsideTheDrawing() {
    for (String savings : List.of("5600000", "12.34", "987654321.09")) {
      Waterfall waterfall = Waterfall.of(estimate(savings, savings, "1.00", "1.00", "MET"));
      Drawing drawing = waterfall.drawing(430, 1700, Money.of("-400000"), Money.of("4110000"));
      assertThat(drawing.viewBox()).startsWith("0 0 430 ");
      assertThat(drawing.shapes())
          .allSatisfy(shape -> {
            if (shape instanceof Drawing.Rect rect) {
              BigDecimal right = new BigDecimal(rect.x()).add(new BigDecimal(rect.width()));
              assertThat(new BigDecimal(rect.x())).isGreaterThanOrEqualTo(BigDecimal.ZERO);
              assertThat(right).isLessThanOrEqualTo(new BigDecimal("430"));
            }
          });
    }
  }

  private static void assertEachRowStartsWhereTheOneBeforeEnded(Waterfall waterfall) {
    List<Row> rows = waterfall.rows();
    for (int i = 1; i < rows.size() - 1; i++) {
      assertThat(rows.get(i).from()).isEqualTo(rows.get(i - 1).to());
    }
    assertThat(rows.getLast().to()).isEqualTo(rows.get(rows.size() - 2).to());
  }

  private static ContractFigures.Period period(String budget, String counted) {
    return BurnDownTest.period(budget, counted, null);
  }

  @Test
  void headlinesStateTheFinding() {
    assertThat(headline("100000000", "94400000", "0.02").title())
        .isEqualTo("So far $5.6 million under budget");
    assertThat(headline("100000000", "94400000", "0.02").text())
        .startsWith("Past the savings gate of $2 million");
    assertThat(headline("100000000", "97800000", "0.02").text())
        .startsWith("Just past the savings gate");
    assertThat(headline("100000000", "98300000", "0.02").text())
        .startsWith("Just short of the savings gate");
    assertThat(headline("100000000", "99500000", "0.02").text())
        .startsWith("Inside the corridor: savings are shared from");
    assertThat(headline("100000000", "100500000", "0.02").text())
        .isEqualTo("Inside the corridor: nothing would be paid or owed today.");
    assertThat(headline("100000000", "103000000", "0.02").title())
        .isEqualTo("So far $3 million over budget");
    assertThat(headline("100000000", "103000000", "0.02").text()).startsWith("Past the loss gate");
    assertThat(Headline.of(null, null, null, false, true).title())
        .isEqualTo("No cost against budget yet");
    assertThat(Headline.of(period("100", "90"), null, null, true, true).text())
        .contains("not known yet");
  }

  @Test
  void aHeadlineWithLateClaimsIsJudgedByThem() {
    EstimateView estimate = estimate("0", "0", "0", "0", "MET");
    Headline headline =
        Headline.of(period("100000000", "99000000"), estimate, Money.of("-3000000"), false, true);
    assertThat(headline.title())
        .isEqualTo("So far $1 million under budget; with late claims $3 million over budget");
    assertThat(headline.text()).startsWith("Past the loss gate of $2 million");
  }

  private static Headline headline(String budget, String counted, @Nullable String gate) {
    EstimateView estimate =
        new EstimateView(
            null,
            Money.ZERO,
            null,
            gate == null ? null : new BigDecimal(gate),
            null,
            "MET",
            null,
            null,
            null,
            null,
            List.of(),
            List.of());
    return Headline.of(period(budget, counted), estimate, null, false, true);
  }

  @Test
  void gatesAreMetNearNotMetOrNotKnown() {
    assertThat(gate("0.714", "0.68").state().word()).isEqualTo("Met");
    assertThat(gate("0.629", "0.65").state().word()).isEqualTo("Near");
    assertThat(gate("0.485", "0.55").state().word()).isEqualTo("Not met");
    assertThat(gate(null, "0.74").state().word()).isEqualTo("Not known");
    assertThat(gate("0.629", "0.65").peopleMissing()).isEqualTo(21);
    assertThat(gate("0.629", "0.65").distance()).isEqualTo("−2.1, 21 people");
    assertThat(gate("0.714", "0.68").distance()).isEqualTo("+3.4");
  }

  private static GateRow gate(@Nullable String result, String gate) {
    return new GateRow(
        "Q02",
        "Colorectal",
        false,
        result == null ? null : new BigDecimal(result),
        new BigDecimal(gate),
        result == null ? 0 : new BigDecimal(result).movePointRight(3).longValue(),
        1000,
        null);
  }
}
