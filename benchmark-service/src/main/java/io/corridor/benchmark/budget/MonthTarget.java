package io.corridor.benchmark.budget;

import io.corridor.benchmark.membership.EnrollmentType;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.schemas.TargetParameter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a member month may cost.
 *
 * @param mean target of a member month, unrounded
 * @param byType the same by enrollment type, where the method tells them apart
 */
record MonthTarget(Rate mean, Map<EnrollmentType, Rate> byType) {

  /** Keeps its own copy. */
  MonthTarget {
    byType = Map.copyOf(byType);
  }

  /** The target that a parameter holds; empty when it is refused. */
  static Optional<MonthTarget> of(TargetParameter made) {
    Map<EnrollmentType, Rate> types = new EnumMap<>(EnrollmentType.class);
    made.getTypes()
        .forEach(
            type -> types.put(EnrollmentType.valueOf(type.getType()), Rate.of(type.getPmpm())));
    return Optional.ofNullable(made.getPmpm()).map(mean -> new MonthTarget(Rate.of(mean), types));
  }

  /** Budget of a month, half up to the cent; a type without a target of its own has the mean. */
  Money budget(CostSums sums) {
    Amount budget = Amount.ZERO;
    Rate left = sums.memberMonths();
    if (!byType.isEmpty()) {
      for (Map.Entry<EnrollmentType, PopulationSums.TypeSum> type :
          sums.population().byType().entrySet()) {
        Rate months = type.getValue().memberMonths();
        Rate target = byType.getOrDefault(type.getKey(), mean);
        budget = budget.plus(new Amount(target.value()).times(months.value()));
        left = new Rate(left.value().subtract(months.value()));
      }
    }
    return budget.plus(new Amount(mean.value()).times(left.value())).roundHalfUp();
  }
}
