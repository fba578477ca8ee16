package io.corridor.local.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Step;
import io.corridor.portal.report.evaluation.Economics;
import io.corridor.portal.report.evaluation.Evaluation;
import io.corridor.portal.report.evaluation.Study;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluations as JSON with their workings, and as lines for a terminal. */
final class EvaluationReport {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final ObjectNode root = JSON.createObjectNode();
  private final ArrayNode programs;
  private final List<String> lines = new ArrayList<>();

  EvaluationReport(String contract, int months, boolean differenceInDifferences) {
    root.put("contract", contract);
    root.put("months", months);
    root.put("differenceInDifferences", differenceInDifferences);
    programs = root.putArray("programs");
  }

  /** A program of which no member has a control and a month in the window. */
  void addNone(String program, int enrolled) {
    ObjectNode node = programs.addObject();
    node.put("program", program);
    node.put("enrolled", enrolled);
    node.put("refusal", "NO_MATCHED_CASE");
    lines.add(program + ": none of " + enrolled + " members has a control and a month to compare");
  }

  /**
   * A program with its evaluation.
   *
   * @param enrolled members enrolled, of whom those attributed in that month are the cases
   */
  void add(String program, int enrolled, Study.Result found) {
    Evaluation evaluation = found.evaluation();
    Economics economics = found.economics();
    ObjectNode node = programs.addObject();
    node.put("program", program);
    node.put("enrolled", enrolled);
    node.put("cases", evaluation.cases());
    node.put("matched", evaluation.matched());
    put(node, "matchedShare", evaluation.matchedShare());
    ObjectNode balance = node.putObject("standardizedDifferences");
    evaluation.balance().forEach((trait, apart) -> put(balance, trait, apart));
    put(node, "casePmpm", evaluation.casePmpm());
    put(node, "controlPmpm", evaluation.controlPmpm());
    put(node, "effect", evaluation.effect());
    interval(node, evaluation.interval());
    ObjectNode events = node.putObject("eventsOfThousandMonths");
    evaluation
        .events()
        .forEach((name, rates) -> {
          ObjectNode both = events.putObject(name);
          put(both, "cases", rates.cases());
          put(both, "controls", rates.controls());
        });
    ArrayNode warnings = node.putArray("warnings");
    evaluation.warnings().forEach(warning -> warnings.add(warning.name()));
    if (economics != null) {
      economics(node.putObject("economics"), economics);
    }
    pairs(node.putArray("pairs"), evaluation.pairs());
    lines(program, evaluation, economics);
  }

  private static void put(ObjectNode node, String name, @Nullable Rate value) {
    node.put(name, value == null ? null : value.value().stripTrailingZeros().toPlainString());
  }

  private static void interval(ObjectNode node, Evaluation.@Nullable Interval interval) {
    if (interval != null) {
      ObjectNode paired = node.putObject("pairedDifference");
      put(paired, "mean", interval.mean());
      put(paired, "standardError", interval.standardError());
      put(paired, "t", interval.t());
      put(paired, "low", interval.low());
      put(paired, "high", interval.high());
    }
  }

  private static void pairs(ArrayNode array, List<Evaluation.Pair> pairs) {
    for (Evaluation.Pair pair : pairs) {
      ObjectNode node = array.addObject();
      node.put("member", pair.member());
      ArrayNode controls = node.putArray("controls");
      pair.controls().forEach(controls::add);
      put(node, "months", pair.months());
      put(node, "cost", pair.cost());
      put(node, "controlCost", pair.controlCost());
      put(node, "difference", pair.difference());
    }
  }

  private static void economics(ObjectNode node, Economics economics) {
    ArrayNode steps = node.putArray("steps");
    for (Step step : economics.steps()) {
      ObjectNode one = steps.addObject();
      one.put("name", step.name());
      one.put("citation", step.citation());
      one.put("formula", step.formula());
      ObjectNode inputs = one.putObject("inputs");
      step.inputs().forEach(input -> inputs.put(input.name(), input.value().toPlainString()));
      one.put("value", step.value().stripTrailingZeros().toPlainString());
    }
    node.put("netPerPatient", economics.perPatient().roundHalfUp().dollars().toPlainString());
    put(node, "returnOnInvestment", economics.returnOnInvestment());
    put(node, "breakEvenMonths", economics.breakEvenMonths());
  }

  private void lines(String program, Evaluation evaluation, @Nullable Economics economics) {
    lines.add(
        program
            + ": "
            + evaluation.matched()
            + " of "
            + evaluation.cases()
            + " patients matched; a member month costs "
            + cents(evaluation.casePmpm())
            + ", of controls "
            + cents(evaluation.controlPmpm())
            + ", saved "
            + cents(evaluation.effect()));
    Evaluation.Interval interval = evaluation.interval();
    if (interval != null) {
      lines.add(
          "  paired difference "
              + cents(interval.mean())
              + ", 95 percent from "
              + cents(interval.low())
              + " to "
              + cents(interval.high()));
    }
    if (economics != null) {
      lines.add(
          "  net of the program "
              + economics.net().roundHalfUp().dollars().toPlainString()
              + ", a patient "
              + economics.perPatient().roundHalfUp().dollars().toPlainString());
    }
    lines.add("  " + String.join(", ", evaluation.warnings().stream().map(Enum::name).toList()));
  }

  private static String cents(Rate dollars) {
    return new io.corridor.common.money.Amount(dollars.value())
        .roundHalfUp()
        .dollars()
        .toPlainString();
  }

  void print(PrintWriter console) {
    lines.forEach(console::println);
  }

  void write(Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    JSON.writeValue(file.toFile(), root);
  }
}
