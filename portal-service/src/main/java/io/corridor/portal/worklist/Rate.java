package io.corridor.portal.worklist;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * How often a clock was met.
 *
 * @param met met in time
 * @param due all that fell due
 */
public record Rate(long met, long due) {

  /** Nothing fell due. */
  static final Rate NONE = new Rate(0, 0);

  /** Share met; null when nothing fell due. */
  public @Nullable BigDecimal share() {
    return due == 0
        ? null
        : BigDecimal.valueOf(met).divide(BigDecimal.valueOf(due), MathContext.DECIMAL128);
  }
}
