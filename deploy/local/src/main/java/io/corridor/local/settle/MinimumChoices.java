package io.corridor.local.settle;

import io.corridor.common.money.Rate;
import io.corridor.local.settle.LineRejection.Code;
import io.corridor.settlement.mssp.MinimumRateChoice;
import java.math.BigDecimal;
import java.util.Set;

/**
 * Reads the choice of a minimum savings rate: {@code TABLE}, or a percent with or without its sign.
 * The four permitted choices are understood as ratios too; no percent that is permitted equals one.
 */
final class MinimumChoices {

  private static final int PERCENT = 2;
  private static final int LONGEST = 24;
  private static final Set<Rate> AS_RATIO =
      Set.of(Rate.of("0.005"), Rate.of("0.01"), Rate.of("0.015"), Rate.of("0.02"));

  private MinimumChoices() {}

  static MinimumRateChoice of(String text) throws LineRejection {
    if (text.equals("TABLE")) {
      return MinimumRateChoice.TABLE;
    }
    boolean sign = text.endsWith("%");
    String number = sign ? text.substring(0, text.length() - 1).strip() : text;
    try {
      if (number.length() > LONGEST || number.indexOf('e') >= 0 || number.indexOf('E') >= 0) {
        throw new LineRejection(Code.FIELD_INVALID, "minimumSavingsRateChoice");
      }
      Rate given = Rate.of(number);
      return new MinimumRateChoice.Stated(
          !sign && AS_RATIO.contains(given) ? given : ratio(given.value()));
    } catch (NumberFormatException notANumber) {
      throw new LineRejection(Code.FIELD_INVALID, "minimumSavingsRateChoice");
    }
  }

  private static Rate ratio(BigDecimal percent) {
    return new Rate(percent.movePointLeft(PERCENT));
  }
}
