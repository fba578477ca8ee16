package io.corridor.benchmark.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Payment conditions of one model with their hierarchies: a severe form of a disease stands for its
 * milder forms, which are then not counted.
 */
final class ConditionHierarchy {

  /**
   * A payment condition.
   *
   * @param hcc the condition
   * @param label what it is
   * @param chronic true when it is expected to be coded every year
   */
  record Condition(Hcc hcc, String label, boolean chronic) {}

  /** A step of the hierarchy: with this condition counted, others are not. */
  private record Step(Hcc hcc, SortedSet<Hcc> drops) {}

  private final Map<Hcc, Condition> conditions;
  private final List<Step> steps;
  private final Map<Hcc, SortedSet<Hcc>> companions;

  private ConditionHierarchy(
      Map<Hcc, Condition> conditions, List<Step> steps, Map<Hcc, SortedSet<Hcc>> companions) {
    this.conditions = conditions;
    this.steps = steps;
    this.companions = companions;
  }

  static ConditionHierarchy load(RiskModel model) {
    return of(
        model,
        TableRow.load("codes/conditions.csv"),
        TableRow.load("codes/hierarchies.csv"),
        TableRow.load("codes/companions.csv"));
  }

  static ConditionHierarchy of(
      RiskModel model,
      List<TableRow> conditionRows,
      List<TableRow> hierarchyRows,
      List<TableRow> companionRows) {
    Map<Hcc, Condition> conditions = new HashMap<>();
    for (TableRow row : conditionRows) {
      if (row.isFor(model)) {
        Condition condition =
            new Condition(row.hcc("hcc"), row.required("label"), row.text("chronic").equals("Y"));
        if (conditions.put(condition.hcc(), condition) != null) {
          throw row.broken("lists a condition twice");
        }
      }
    }
    List<Step> steps = new ArrayList<>();
    for (TableRow row : hierarchyRows) {
      if (row.isFor(model)) {
        steps.add(new Step(row.hcc("hcc"), row.hccs("drops")));
      }
    }
    Map<Hcc, SortedSet<Hcc>> companions = new HashMap<>();
    for (TableRow row : companionRows) {
      if (row.isFor(model)) {
        companions.put(row.hcc("hcc"), row.hccs("needs_one_of"));
      }
    }
    return new ConditionHierarchy(conditions, steps, companions);
  }

  /** All payment conditions, ascending. */
  SortedSet<Hcc> conditions() {
    return new TreeSet<>(conditions.keySet());
  }

  /** A payment condition of the model. */
  Condition condition(Hcc hcc) {
    Condition condition = conditions.get(hcc);
    if (condition == null) {
      throw new IllegalArgumentException(hcc + " is not a payment condition of the model");
    }
    return condition;
  }

  /** All conditions that a step or a companion rule names. */
  SortedSet<Hcc> named() {
    SortedSet<Hcc> named = new TreeSet<>(companions.keySet());
    companions.values().forEach(named::addAll);
    for (Step step : steps) {
      named.add(step.hcc());
      named.addAll(step.drops());
    }
    return named;
  }

  /**
   * What is not counted of the coded conditions, in the order in which it is dropped. Steps are
   * taken in CMS's order, and only a condition that is still counted drops others.
   */
  List<DroppedCondition> dropped(SortedSet<Hcc> coded) {
    SortedSet<Hcc> counted = new TreeSet<>(coded);
    List<DroppedCondition> dropped = new ArrayList<>();
    companions.forEach((hcc, others) -> {
      if (counted.contains(hcc) && others.stream().noneMatch(coded::contains)) {
        counted.remove(hcc);
        dropped.add(DroppedCondition.alone(hcc));
      }
    });
    for (Step step : steps) {
      if (counted.contains(step.hcc())) {
        for (Hcc milder : step.drops()) {
          if (counted.remove(milder)) {
            dropped.add(DroppedCondition.by(milder, step.hcc()));
          }
        }
      }
    }
    return List.copyOf(dropped);
  }
}
