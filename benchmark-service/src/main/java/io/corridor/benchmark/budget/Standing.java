package io.corridor.benchmark.budget;

import io.corridor.common.care.Contract;
import io.corridor.common.streams.World;
import io.corridor.schemas.Parameters;
import io.corridor.schemas.TargetParameter;
import io.corridor.schemas.topic.CostTopics;
import java.util.Optional;

/** The population parameters that a budget is made with. */
@FunctionalInterface
interface Standing {

  /** The parameter under a key; empty where there is none yet. */
  Optional<Parameters> of(ParameterKey key);

  /** Those that the last tick made. */
  static Standing lastMade(World world) {
    return key ->
        Optional.ofNullable(world.table(CostTopics.PARAMETERS).get(key.text()))
            .map(value -> value.getBody());
  }

  /** Completion of a contract's month or year. */
  default Optional<Parameters> completion(String contract, String period) {
    return of(new ParameterKey(contract, ParameterKey.COMPLETION, period));
  }

  /** The target of a year; empty where no method is asked for. */
  default Optional<TargetParameter> target(Contract contract, int year) {
    return TargetTotals.asks(contract, year)
        ? target(contract, ParameterKey.TARGET, year)
        : Optional.empty();
  }

  /** What is expected of services in a year; empty where it is not asked for. */
  default Optional<TargetParameter> use(Contract contract, int year) {
    return contract.cost().yearTargets().use(year).isPresent()
        ? target(contract, ParameterKey.USE, year)
        : Optional.empty();
  }

  private Optional<TargetParameter> target(Contract contract, String name, int year) {
    return of(new ParameterKey(contract.id().value(), name, Integer.toString(year)))
        .flatMap(made -> Optional.ofNullable(made.getTarget()));
  }
}
