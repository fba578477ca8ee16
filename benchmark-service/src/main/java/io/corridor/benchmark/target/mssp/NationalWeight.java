package io.corridor.benchmark.target.mssp;

import io.corridor.benchmark.target.Worksheet;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The weight of the nation in a blend (settlement.md 2 step 3; 42 CFR 425.652(a)(5)): the ACO's
 * share of the assignable beneficiaries of its counties, each county weighted by the share of the
 * ACO's beneficiaries who live there. An ACO that is its region is measured by the nation.
 */
public final class NationalWeight {

  private static final String CITATION = "settlement.md 2 step 3; 42 CFR 425.652(a)(5)";

  private NationalWeight() {}

  /**
   * A county.
   *
   * @param assigned beneficiaries assigned to the ACO
   * @param assignable assignable beneficiaries, the assigned included
   */
  public record County(Rate assigned, Rate assignable) {

    /** Rejects a county with more assigned than assignable beneficiaries, or none assignable. */
    public County {
      if (assigned.compareTo(assignable) > 0 || assignable.compareTo(Rate.ZERO) <= 0) {
        throw new IllegalArgumentException("assigned beneficiaries are assignable");
      }
    }
  }

  /**
   * Notes the weight, from 0 to 1.
   *
   * @param counties counties by a code of letters and digits
   * @throws ArithmeticException if nobody is assigned
   */
  public static Expression of(Worksheet sheet, Map<String, County> counties) {
    SortedMap<String, County> sorted = new TreeMap<>(counties);
    List<Expression> assigned = new ArrayList<>();
    sorted.forEach((code, county) -> assigned.add(named(code, "assigned", county.assigned())));
    Expression all = sheet.step("assigned", CITATION, Expression.sum(assigned));
    List<Expression> parts = new ArrayList<>();
    sorted.forEach((code, county) -> {
      Expression here = named(code, "assigned", county.assigned());
      parts.add(here.over(named(code, "assignable", county.assignable())).times(here).over(all));
    });
    return sheet.step("nationalWeight", CITATION, Expression.sum(parts));
  }

  private static Expression named(String code, String what, Rate value) {
    return Expression.named("county" + code + "." + what, value);
  }
}
