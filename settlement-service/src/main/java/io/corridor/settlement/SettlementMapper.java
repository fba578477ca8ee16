package io.corridor.settlement;

import io.corridor.common.rules.Step;
import io.corridor.schemas.StepInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Steps of a calculation into records. */
final class SettlementMapper {

  private SettlementMapper() {}

  static List<io.corridor.schemas.Step> steps(List<Step> steps) {
    List<io.corridor.schemas.Step> records = new ArrayList<>();
    for (Step step : steps) {
      List<StepInput> inputs = new ArrayList<>();
      step.inputs().forEach(in -> inputs.add(new StepInput(in.name(), text(in.value()))));
      records.add(
          io.corridor.schemas.Step.newBuilder()
              .setOrder(records.size() + 1)
              .setName(step.name())
              .setCitation(step.citation())
              .setFormula(step.formula())
              .setInputs(inputs)
              .setValue(text(step.value()))
              .build());
    }
    return records;
  }

  private static String text(BigDecimal value) {
    return value.toPlainString();
  }
}
