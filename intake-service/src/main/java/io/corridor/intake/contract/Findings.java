package io.corridor.intake.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with one file, and remembers on which line each field stands. */
final class Findings {

  private final String file;
  private final Map<String, Integer> lines = new HashMap<>();
  private final List<ContractProblem> problems = new ArrayList<>();
  private final List<ContractProblem> warnings = new ArrayList<>();

  Findings(String file) {
    this.file = file;
  }

  /** Remembers the line of a field. */
  void at(String field, int line) {
    lines.put(field, line);
  }

  void problem(ContractCode code, String field, String text) {
    problems.add(new ContractProblem(code, file, line(field), field, text));
  }

  void problem(ContractCode code, int line, String text) {
    problems.add(new ContractProblem(code, file, line, null, text));
  }

  void warning(ContractCode code, String field, String text) {
    warnings.add(new ContractProblem(code, file, line(field), field, text));
  }

  boolean none() {
    return problems.isEmpty();
  }

  ContractResult.Rejected rejected() {
    return new ContractResult.Rejected(
        file, problems.stream().sorted(Comparator.comparingInt(ContractProblem::line)).toList());
  }

  List<ContractProblem> warnings() {
    return List.copyOf(warnings);
  }

  /** The line of the field, or of the nearest one around it. */
  private int line(String field) {
    String path = field;
    while (!path.isEmpty()) {
      Integer line = lines.get(path);
      if (line != null) {
        return line;
      }
      int end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
      path = end < 0 ? "" : path.substring(0, end);
    }
    return lines.getOrDefault("", 0);
  }
}
