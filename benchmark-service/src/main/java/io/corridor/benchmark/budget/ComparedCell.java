package io.corridor.benchmark.budget;

import io.corridor.benchmark.membership.MemberMonthRules.Side;
import io.corridor.benchmark.target.ComparisonGroup;
import java.util.Comparator;
import java.util.List;

/**
 * Where a member month of a comparison is counted: the id of its sum.
 *
 * @param side the contract's members, or its comparison group
 * @param sex sex
 * @param ageBand number of the age band
 * @param score prospective score in thousandths; 0 where members are not scored
 */
record ComparedCell(Side side, ComparisonGroup.Sex sex, int ageBand, long score) {

  static final Comparator<ComparedCell> ORDER =
      Comparator.comparing(ComparedCell::side)
          .thenComparing(ComparedCell::sex)
          .thenComparing(ComparedCell::ageBand)
          .thenComparing(ComparedCell::score);

  static ComparedCell parse(String id) {
    List<String> parts = List.of(id.split("\\."));
    return new ComparedCell(
        Side.valueOf(parts.get(0)),
        ComparisonGroup.Sex.valueOf(parts.get(1)),
        Integer.parseInt(parts.get(2)),
        Long.parseLong(parts.get(3)));
  }

  String text() {
    return String.join(
        ".", side.name(), sex.name(), Integer.toString(ageBand), Long.toString(score));
  }
}
