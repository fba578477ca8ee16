package io.corridor.portal.program;

import io.corridor.portal.shell.Format;
import io.corridor.schemas.EvaluationDesign;
import io.corridor.schemas.EvaluationEconomics;
import io.corridor.schemas.ProgramEvaluation;
import io.corridor.schemas.Step;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The report of an evaluation as its page shows it.
 *
 * @param headline what it found
 * @param program program
 * @param day business date of the report
 * @param asOf how it was made and on what
 * @param figures the figures beside each other
 * @param arms both arms: cost and events
 * @param balance how alike the arms were
 * @param warnings what a reader must know
 * @param economics what it is worth, step by step; empty where the cost was not stated
 * @param history all reports of the program, the latest first
 */
record EvaluationView(
    String headline,
    String program,
    LocalDate day,
    String asOf,
    List<Figure> figures,
    List<Arm> arms,
    List<Trait> balance,
    List<String> warnings,
    List<Line> economics,
    List<Earlier> history) {

  private static final BigDecimal APART = new BigDecimal("0.10");
  private static final String SCHEDULE = "SCHEDULE";

  /** A figure with its name and what it rests on. */
  record Figure(String label, String value, String note) {}

  /** A row of both arms. */
  record Arm(String what, String cases, String controls) {}

  /** A trait and how far the arms are apart in it. */
  record Trait(String name, String difference, String verdict) {}

  /** A step of the economics. */
  record Line(String name, String formula, String value) {}

  /** A report of the program: how the answer moved as claims matured. */
  record Earlier(LocalDate day, String matched, String effect, String range, String by) {}

  static EvaluationView of(ProgramQueries.Stored stored, List<ProgramQueries.Stored> all) {
    ProgramEvaluation report = stored.body();
    return new EvaluationView(
        EvaluationWords.effect(report),
        report.getProgram(),
        report.getBusinessDate(),
        asOf(report.getDesign(), report.getBusinessDate()),
        figures(report),
        arms(report),
        report.getBalance().stream().map(trait -> trait(trait)).toList(),
        report.getWarnings().stream().map(EvaluationWords::warning).toList(),
        economics(report),
        all.stream().map(one -> earlier(one.body())).toList());
  }

  private static String asOf(EvaluationDesign design, LocalDate day) {
    return "as known on "
        + Format.plainDay(day)
        + " · "
        + Format.counted(design.getMonths(), "month", "months")
        + " from enrollment · up to "
        + Format.counted(design.getControls(), "control", "controls")
        + " a patient"
        + (design.getDifferenceInDifferences() ? " · less what they differed by before" : "");
  }

  private static List<Figure> figures(ProgramEvaluation report) {
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure(
            "Difference a member month",
            Format.rateInDollarsSigned(EvaluationWords.number(report.getEffect())),
            EvaluationWords.range(report)));
    figures.add(
        new Figure(
            "Patients matched",
            Format.count(report.getMatched()) + " of " + Format.count(report.getCases()),
            Format.counted(report.getEnrolled(), "member", "members") + " enrolled"));
    EvaluationEconomics worth = report.getEconomics();
    if (worth != null && !worth.getSteps().isEmpty()) {
      figures.add(
          new Figure(
              "Net of the program",
              Format.rateInDollarsSigned(worth.getNet()),
              Format.rateInDollarsSigned(worth.getNetPerPatient()) + " a patient"));
    }
    return figures;
  }

  private static List<Arm> arms(ProgramEvaluation report) {
    List<Arm> arms = new ArrayList<>();
    if (report.getEffect() == null) {
      return arms;
    }
    arms.add(
        new Arm(
            "Cost of a member month",
            Format.rateInDollars(EvaluationWords.number(report.getCasePmpm())),
            Format.rateInDollars(EvaluationWords.number(report.getControlPmpm()))));
    report
        .getEvents()
        .forEach(event ->
            arms.add(
                new Arm(
                    EvaluationWords.event(event.getName()) + ", of a thousand",
                    Format.number(EvaluationWords.number(event.getCases()), 1),
                    Format.number(EvaluationWords.number(event.getControls()), 1))));
    return arms;
  }

  private static Trait trait(io.corridor.schemas.EvaluationTrait trait) {
    BigDecimal apart = EvaluationWords.number(trait.getDifference());
    return new Trait(
        EvaluationWords.trait(trait.getTrait()),
        Format.number(apart, 3),
        apart == null || apart.compareTo(APART) >= 0 ? "apart" : "alike");
  }

  private static List<Line> economics(ProgramEvaluation report) {
    EvaluationEconomics worth = report.getEconomics();
    if (worth == null) {
      return List.of();
    }
    return worth.getSteps().stream().map(EvaluationView::line).toList();
  }

  private static Line line(Step step) {
    String inputs =
        String.join(
            ", ",
            step.getInputs().stream()
                .map(input -> input.getName() + " " + Format.grouped(input.getValue()))
                .toList());
    return new Line(
        step.getName(), step.getFormula() + "; " + inputs, Format.grouped(step.getValue()));
  }

  private static Earlier earlier(ProgramEvaluation report) {
    return new Earlier(
        report.getBusinessDate(),
        Format.count(report.getMatched()) + " of " + Format.count(report.getCases()),
        EvaluationWords.effect(report),
        EvaluationWords.range(report),
        report.getRequestedBy().equals(SCHEDULE) ? "repeated by itself" : report.getRequestedBy());
  }
}
