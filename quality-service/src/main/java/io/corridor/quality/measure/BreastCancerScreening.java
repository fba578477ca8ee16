package io.corridor.quality.measure;

import io.corridor.common.care.Person;
import io.corridor.common.time.Ages;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Q01, breast cancer screening: women of 52 to 74 at the end of the period, a mammogram from 1
 * October two years before the measurement year (decisions 18). Excluded: both breasts removed, by
 * one code, by both sides, or by one-sided procedures without a side on two days.
 */
public final class BreastCancerScreening implements Screening {

  /** Measure. */
  public static final String ID = "Q01";

  static final String BY_MODIFIER = "MASTECTOMY_BY_MODIFIER";
  private static final String BOTH = "MASTECTOMY_BOTH";
  private static final String LEFT = "MASTECTOMY_LEFT";
  private static final String RIGHT = "MASTECTOMY_RIGHT";
  private static final String ONE_SIDE = "MASTECTOMY_ONE_SIDE";

  BreastCancerScreening() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean asks(Person person, Period period) {
    int age = Ages.on(period.lastDay(), person.birthDate());
    return person.female() && age >= 52 && age <= 74;
  }

  @Override
  public Optional<String> excludedBy(MemberRecord member, Period period) {
    boolean both =
        !removed(member, BOTH, period).isEmpty()
            || (!removed(member, LEFT, period).isEmpty()
                && !removed(member, RIGHT, period).isEmpty())
            || removed(member, ONE_SIDE, period).size() >= 2;
    return both ? Optional.of("BILATERAL_MASTECTOMY") : Optional.empty();
  }

  private static Set<LocalDate> removed(MemberRecord member, String what, Period period) {
    return member.exclusionsBefore(ID, what, period.until());
  }

  /** The side that modifiers name; empty when they name none, which says too little. */
  static String side(List<String> modifiers) {
    boolean left = modifiers.contains("LT");
    boolean right = modifiers.contains("RT");
    if (modifiers.contains("50") || (left && right)) {
      return BOTH;
    }
    return left ? LEFT : right ? RIGHT : "";
  }
}
