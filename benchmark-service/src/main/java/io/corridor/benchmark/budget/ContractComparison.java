package io.corridor.benchmark.budget;

import io.corridor.benchmark.membership.MemberMonthRules.Side;
import io.corridor.benchmark.target.ComparisonGroup;
import io.corridor.benchmark.target.ComparisonGroup.Cell;
import io.corridor.benchmark.target.ComparisonGroup.Volume;
import io.corridor.benchmark.target.RiskQuintiles;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The two sides of a contract's comparison, out of its sums. */
final class ContractComparison {

  private static final int MILLIONTHS = 6;

  private ContractComparison() {}

  /**
   * The comparison group of a performance year, standardized to the contract's members.
   *
   * @param minimum member months of the group that cells measured together need
   */
  static Optional<ComparisonGroup.Standardized> of(ContractSums sums, int year, Rate minimum) {
    Map<ComparedCell, Volume> volumes = volumes(sums.compared(year));
    Map<Long, Rate> scores = new HashMap<>();
    volumes.forEach((cell, volume) -> {
      if (cell.side() == Side.COMPARED) {
        scores.merge(cell.score(), volume.memberMonths(), Rate::plus);
      }
    });
    RiskQuintiles quintiles = RiskQuintiles.of(scores);
    Map<Cell, Volume> group = new HashMap<>();
    Map<Cell, Rate> own = new HashMap<>();
    volumes.forEach((cell, volume) -> {
      Cell measured = new Cell(cell.sex(), cell.ageBand(), quintiles.of(cell.score()));
      switch (cell.side()) {
        case COMPARED -> group.merge(measured, volume, Volume::plus);
        case OWN -> own.merge(measured, volume.memberMonths(), Rate::plus);
      }
    });
    return ComparisonGroup.standardize(group, own, minimum);
  }

  private static Map<ComparedCell, Volume> volumes(Map<ComparedCell, long[]> sums) {
    Map<ComparedCell, Volume> volumes = new HashMap<>();
    sums.forEach((cell, sum) ->
        volumes.put(
            cell,
            new Volume(new Rate(BigDecimal.valueOf(sum[0], MILLIONTHS)), Money.ofCents(sum[1]))));
    return volumes;
  }
}
