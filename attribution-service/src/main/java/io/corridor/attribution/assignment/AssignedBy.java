package io.corridor.attribution.assignment;

import io.corridor.common.care.Contract.Method;
import org.jspecify.annotations.Nullable;

/**
 * By what somebody is accountable: a method of the contract, or an adjustment over all methods.
 *
 * @param method method of the contract; null for an approved adjustment
 */
public record AssignedBy(@Nullable Method method) {

  /** An approved adjustment. */
  public static final AssignedBy MANUAL_ADJUSTMENT = new AssignedBy(null);

  private static final String ADJUSTMENT = "MANUAL_ADJUSTMENT";

  /** By a method of the contract. */
  public static AssignedBy of(Method method) {
    return new AssignedBy(method);
  }

  /** Reads {@link #text()}. */
  public static AssignedBy parse(String text) {
    return text.equals(ADJUSTMENT) ? MANUAL_ADJUSTMENT : new AssignedBy(Method.valueOf(text));
  }

  /** The word for it in rows and on topics. */
  public String text() {
    Method by = method;
    return by == null ? ADJUSTMENT : by.name();
  }

  /** True for a method of the contract. */
  public boolean is(Method asked) {
    return method == asked;
  }

  boolean isAdjustment() {
    return method == null;
  }

  /** True for methods in which services of specialists can decide. */
  boolean asksSpecialists() {
    return switch (method) {
      case MSSP, SPECIALIST_FALLBACK, REACH_WEIGHTED -> true;
      case PCP_SELECTION, PLURALITY_VISITS, MOST_RECENT_VISIT, WELLNESS, PROXIMITY, HYBRID -> false;
      case null -> false;
    };
  }

  @Override
  public String toString() {
    return text();
  }
}
