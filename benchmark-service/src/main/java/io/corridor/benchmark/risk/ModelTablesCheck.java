package io.corridor.benchmark.risk;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.IntStream;

/**
 * Checks that the tables of a model fit together: nothing named is missing, nothing is left over.
 */
record ModelTablesCheck(
    RiskModel model,
    AgeBands ages,
    DiagnosisMap diagnoses,
    DiagnosisEdits edits,
    ConditionHierarchy hierarchy,
    Interactions interactions,
    RelativeFactors factors) {

  private static final List<String> SEXES = List.of("F", "M");

  /**
   * Checks.
   *
   * @throws IllegalStateException naming the first thing that does not fit
   */
  void check() {
    SortedSet<Hcc> conditions = hierarchy.conditions();
    known(conditions, diagnoses.conditions(), "diagnoses");
    known(conditions, edits.conditions(), "edits");
    known(conditions, hierarchy.named(), "hierarchies");
    known(conditions, interactions.conditions(), "interactions");
    Set<String> used =
        new HashSet<>(Set.of("OriginallyDisabled_Female", "OriginallyDisabled_Male"));
    used.addAll(List.of("LTIMCAID", "ORIGDS"));
    for (Segment segment : Segment.values()) {
      if (segment.isNewEnrollee()) {
        newEnrollees(segment);
      } else {
        used.addAll(everyCondition(segment, conditions));
        used.addAll(everyAge(segment));
      }
    }
    for (String variable : interactions.variables()) {
      required(factors.variables().contains(variable), variable + " has no factor in any segment");
      used.add(variable);
    }
    IntStream.rangeClosed(1, 10).mapToObj(CmsHccModel::countVariable).forEach(used::add);
    Set<String> left = new HashSet<>(factors.variables());
    left.removeAll(used);
    required(left.isEmpty(), "factors without a meaning: " + left);
  }

  private void known(SortedSet<Hcc> conditions, Collection<Hcc> named, String where) {
    for (Hcc hcc : named) {
      required(
          conditions.contains(hcc), where + " name " + hcc + ", which is no payment condition");
    }
  }

  private List<String> everyCondition(Segment segment, SortedSet<Hcc> conditions) {
    return required(segment, conditions.stream().map(Hcc::variable).toList());
  }

  private List<String> everyAge(Segment segment) {
    return required(
        segment,
        ages.bands(AgeBands.Kind.CONTINUING).stream()
            .filter(band -> segment.hasAge(band.firstAge()))
            .flatMap(band -> SEXES.stream().map(sex -> sex + band.name()))
            .toList());
  }

  private void newEnrollees(Segment segment) {
    for (AgeBands.Band band : ages.bands(AgeBands.Kind.NEW)) {
      for (String sex : SEXES) {
        for (boolean medicaid : List.of(false, true)) {
          for (boolean disabled : band.firstAge() < 65 ? List.of(false) : List.of(false, true)) {
            required(
                segment,
                List.of(
                    RelativeFactors.newEnrolleeVariable(medicaid, disabled, sex + band.name())));
          }
        }
      }
    }
  }

  private List<String> required(Segment segment, List<String> variables) {
    for (String variable : variables) {
      required(
          factors.part(segment, variable).isPresent(),
          variable + " has no factor in segment " + segment.code());
    }
    return variables;
  }

  private void required(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalStateException("tables of " + model + ": " + problem);
    }
  }
}
