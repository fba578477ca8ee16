package io.corridor.portal.shell.svg;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Maps values to places on a drawing, in whole numbers: places are tenths of a pixel, values
 * whatever unit the caller counts in (cents, months times 1000).
 *
 * @param valueFrom value at the first place
 * @param valueTo value at the last place, another one
 * @param placeFrom first place, tenths of a pixel
 * @param placeTo last place, tenths of a pixel
 */
public record Scale(long valueFrom, long valueTo, long placeFrom, long placeTo) {

  /** Refuses a scale of no length. */
  public Scale {
    if (valueFrom == valueTo) {
      throw new IllegalArgumentException("A scale needs two different values");
    }
  }

  /** Place of a value, rounded half up to the tenth. */
  public long at(long value) {
    BigDecimal way =
        BigDecimal.valueOf(Math.subtractExact(value, valueFrom))
            .multiply(BigDecimal.valueOf(Math.subtractExact(placeTo, placeFrom)));
    BigDecimal whole = BigDecimal.valueOf(Math.subtractExact(valueTo, valueFrom));
    return placeFrom + way.divide(whole, 0, RoundingMode.HALF_UP).longValueExact();
  }

  /**
   * Round steps that divide a span into at most this many parts: 1, 2 or 5 times a power of ten.
   */
  public static long step(long span, int parts) {
    long step = 1;
    while (true) {
      for (long factor : new long[] {1, 2, 5}) {
        if (Math.multiplyExact(Math.multiplyExact(step, factor), parts) >= span) {
          return step * factor;
        }
      }
      step = Math.multiplyExact(step, 10);
    }
  }
}
