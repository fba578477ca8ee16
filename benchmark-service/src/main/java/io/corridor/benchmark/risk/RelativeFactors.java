package io.corridor.benchmark.risk;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Relative factors of one model: for each segment the variables of its regression and what each
 * adds. A variable outside a segment's equation has no factor there, which is not the same as a
 * factor of zero.
 */
final class RelativeFactors {

  private static final List<String> NEW_ENROLLEE_GROUPS =
      List.of("NMCAID_NORIGDIS", "MCAID_NORIGDIS", "NMCAID_ORIGDIS", "MCAID_ORIGDIS");

  private final Map<Segment, Map<String, BigDecimal>> bySegment;

  private RelativeFactors(Map<Segment, Map<String, BigDecimal>> bySegment) {
    this.bySegment = bySegment;
  }

  static RelativeFactors load(RiskModel model) {
    return of(
        TableRow.load("parameters/relative_factors_" + model.fileName() + ".csv"),
        TableRow.load("parameters/new_enrollee_factors_" + model.fileName() + ".csv"));
  }

  static RelativeFactors of(List<TableRow> continuing, List<TableRow> newEnrollees) {
    RelativeFactors factors = new RelativeFactors(new EnumMap<>(Segment.class));
    for (TableRow row : continuing) {
      for (Segment segment : Segment.values()) {
        if (!segment.isNewEnrollee()) {
          factors.put(row, segment, row.required("variable"), segment.code());
        }
      }
    }
    for (TableRow row : newEnrollees) {
      for (String group : NEW_ENROLLEE_GROUPS) {
        for (Segment segment : newEnrolleeSegments()) {
          factors.put(
              row,
              segment,
              newEnrolleeVariable(group, row.required("band")),
              segment.code() + "_" + group);
        }
      }
    }
    return factors;
  }

  private void put(TableRow row, Segment segment, String variable, String column) {
    if (!row.text(column).isEmpty()
        && bySegment
                .computeIfAbsent(segment, any -> new HashMap<>())
                .put(variable, row.decimal(column))
            != null) {
      throw row.broken("states a factor twice");
    }
  }

  /**
   * Variable of a new enrollee.
   *
   * @param band sex and age band as in {@code F65}
   */
  static String newEnrolleeVariable(boolean medicaid, boolean originallyDisabled, String band) {
    return newEnrolleeVariable(
        (medicaid ? "MCAID_" : "NMCAID_") + (originallyDisabled ? "ORIGDIS" : "NORIGDIS"), band);
  }

  private static String newEnrolleeVariable(String group, String band) {
    return group + "_NE" + band;
  }

  static List<Segment> newEnrolleeSegments() {
    return Stream.of(Segment.values()).filter(Segment::isNewEnrollee).toList();
  }

  /** The term of a variable, if the segment's equation has it. */
  Optional<Part> part(Segment segment, String variable) {
    return Optional.ofNullable(bySegment.getOrDefault(segment, Map.of()).get(variable))
        .map(factor -> new Part(variable, factor));
  }

  /** The terms of those variables that the segment's equation has, in their order. */
  List<Part> parts(Segment segment, Collection<String> variables) {
    return variables.stream().flatMap(variable -> part(segment, variable).stream()).toList();
  }

  /** All variables of the continuing enrollees' equations. */
  Set<String> variables() {
    Set<String> variables = new TreeSet<>();
    bySegment.forEach((segment, factors) -> {
      if (!segment.isNewEnrollee()) {
        variables.addAll(factors.keySet());
      }
    });
    return variables;
  }
}
