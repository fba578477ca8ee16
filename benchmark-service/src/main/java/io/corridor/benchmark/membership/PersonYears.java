package io.corridor.benchmark.membership;

import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Person-years by enrollment type: member months over twelve (domain.md 2.3). A member whose type
 * changes counts in each type for its months. Sums of members add up; a month taken back leaves no
 * trace.
 */
public final class PersonYears {

  /** Nobody. */
  public static final PersonYears NONE = new PersonYears(Map.of());

  private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

  private final Map<EnrollmentType, BigDecimal> months;

  private PersonYears(Map<EnrollmentType, BigDecimal> months) {
    this.months = months;
  }

  /** This with member months of a type. */
  public PersonYears plus(EnrollmentType type, Rate memberMonths) {
    return with(type, memberMonths.value());
  }

  /** This without member months of a type. */
  public PersonYears minus(EnrollmentType type, Rate memberMonths) {
    return with(type, memberMonths.value().negate());
  }

  private PersonYears with(EnrollmentType type, BigDecimal more) {
    Map<EnrollmentType, BigDecimal> next = new EnumMap<>(EnrollmentType.class);
    next.putAll(months);
    BigDecimal sum = next.getOrDefault(type, BigDecimal.ZERO).add(more);
    if (sum.signum() == 0) {
      next.remove(type);
    } else {
      next.put(type, sum);
    }
    return new PersonYears(next);
  }

  /** Member months of a type. */
  public Rate memberMonths(EnrollmentType type) {
    return new Rate(months.getOrDefault(type, BigDecimal.ZERO));
  }

  /** Person-years of the types that have members, unrounded. */
  public Map<EnrollmentType, Rate> byType() {
    Map<EnrollmentType, Rate> years = new EnumMap<>(EnrollmentType.class);
    months.forEach((type, count) -> years.put(type, Rate.ratio(count, MONTHS)));
    return Collections.unmodifiableMap(years);
  }

  /** Person-years of all types, unrounded. */
  public Rate total() {
    return Rate.ratio(months.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add), MONTHS);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PersonYears that
        && months.keySet().equals(that.months.keySet())
        && months.keySet().stream()
            .allMatch(type -> memberMonths(type).equals(that.memberMonths(type)));
  }

  @Override
  public int hashCode() {
    return byType().hashCode();
  }

  @Override
  public String toString() {
    return months.toString();
  }
}
