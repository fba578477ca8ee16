package io.corridor.settlement;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Step;
import io.corridor.schemas.Budget;
import io.corridor.schemas.Score;
import io.corridor.schemas.StepInput;
import io.corridor.settlement.estimate.InputRows;
import io.corridor.settlement.estimate.QualityResult;
import io.corridor.settlement.estimate.QualityResult.Gate;
import io.corridor.settlement.estimate.QualityResult.Points;
import io.corridor.settlement.estimate.RunningBudget;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Frozen budgets and scores into rows, and steps into records. */
final class SettlementMapper {

  private SettlementMapper() {}

  // ---------- in

  /** A budget as its row holds it. */
  static byte[] budgetBytes(Budget budget) {
    return InputRows.bytes(
        new RunningBudget(
            budget.getMembers(),
            new Rate(budget.getMemberMonths()),
            Money.of(budget.getBudget()),
            Money.of(budget.getCounted()),
            budget.getCompleteTo()));
  }

  /** A score as its row holds it. */
  static byte[] scoreBytes(Score score) {
    List<Points> points = new ArrayList<>();
    score
        .getMeasures()
        .forEach(measure -> {
          if (measure.getPoints() != null) {
            points.add(new Points(new Rate(measure.getWeight()), measure.getPoints()));
          }
        });
    BigDecimal composite = score.getComposite();
    return InputRows.bytes(
        QualityResult.of(
            gate(score.getGate()),
            composite == null ? null : new Rate(composite),
            points,
            score.getCompleteTo()));
  }

  private static Gate gate(String gate) {
    return switch (gate) {
      case "MET" -> Gate.MET;
      case "NOT_MET" -> Gate.NOT_MET;
      default -> Gate.UNKNOWN;
    };
  }

  // ---------- out

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
