package io.corridor.portal.program;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Step;
import io.corridor.portal.report.evaluation.Economics;
import io.corridor.portal.report.evaluation.Evaluation;
import io.corridor.portal.report.evaluation.ProgramCost;
import io.corridor.portal.report.evaluation.Study;
import io.corridor.schemas.EvaluationDesign;
import io.corridor.schemas.EvaluationEconomics;
import io.corridor.schemas.EvaluationEvents;
import io.corridor.schemas.EvaluationInterval;
import io.corridor.schemas.EvaluationPair;
import io.corridor.schemas.EvaluationTrait;
import io.corridor.schemas.ProgramEvaluation;
import io.corridor.schemas.StepInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns evaluations into records of their topic, and the design of a record into a study. */
final class EvaluationMapper {

  /** Why nothing could be compared. */
  static final String NO_MATCHED_CASE = "NO_MATCHED_CASE";

  private static final int RATE_SCALE = 6;

  private EvaluationMapper() {}

  /** The report of what a study found, or that it found nobody to compare. */
  static ProgramEvaluation report(
      EvaluationJob.Order order, int enrolled, Optional<Study.Result> found) {
    Study study = order.study();
    ProgramEvaluation.Builder report =
        ProgramEvaluation.newBuilder()
            .setContract(order.contract())
            .setProgram(order.program())
            .setBusinessDate(order.day())
            .setDesign(
                new EvaluationDesign(
                    study.months(),
                    study.controls(),
                    study.minimum(),
                    study.differenceInDifferences()))
            .setRequestedBy(order.user())
            .setEnrolled(enrolled)
            .setCases(0)
            .setMatched(0);
    if (found.isEmpty()) {
      report.setRefusal(NO_MATCHED_CASE);
      ProgramCost stated = study.program();
      return report.setEconomics(stated == null ? null : stated(stated).build()).build();
    }
    figures(report, found.get().evaluation());
    Economics economics = found.get().economics();
    if (economics != null) {
      report.setEconomics(economics(Objects.requireNonNull(study.program()), economics));
    }
    return report.build();
  }

  private static void figures(ProgramEvaluation.Builder report, Evaluation found) {
    report
        .setCases(found.cases())
        .setMatched(found.matched())
        .setMatchedShare(text(found.matchedShare()))
        .setCasePmpm(text(found.casePmpm()))
        .setControlPmpm(text(found.controlPmpm()))
        .setEffect(text(found.effect()))
        .setInterval(interval(found.interval()))
        .setWarnings(found.warnings().stream().map(Enum::name).toList())
        .setPairs(found.pairs().stream().map(EvaluationMapper::pair).toList());
    List<EvaluationTrait> balance = new ArrayList<>();
    found.balance().forEach((trait, apart) -> balance.add(new EvaluationTrait(trait, text(apart))));
    report.setBalance(balance);
    List<EvaluationEvents> events = new ArrayList<>();
    found
        .events()
        .forEach((name, rates) ->
            events.add(
                new EvaluationEvents(
                    name,
                    Objects.requireNonNull(text(rates.cases())),
                    Objects.requireNonNull(text(rates.controls())))));
    report.setEvents(events);
  }

  private static @Nullable EvaluationInterval interval(Evaluation.@Nullable Interval interval) {
    return interval == null
        ? null
        : new EvaluationInterval(
            exact(interval.mean()),
            exact(interval.standardError()),
            text(interval.t()),
            exact(interval.low()),
            exact(interval.high()));
  }

  private static EvaluationPair pair(Evaluation.Pair pair) {
    return new EvaluationPair(
        pair.member(),
        pair.controls(),
        exact(pair.months()),
        exact(pair.cost()),
        exact(pair.controlCost()),
        exact(pair.difference()));
  }

  private static EvaluationEconomics.Builder stated(ProgramCost program) {
    return EvaluationEconomics.newBuilder()
        .setProgramCost(program.cost().dollars())
        .setBilled(program.billed().dollars())
        .setFixedCost(program.fixedCost().dollars())
        .setAcoShare(rate(program.acoShare()))
        .setEligible(program.eligible())
        .setUptake(rate(program.uptake()))
        .setNet(Money.ZERO.dollars())
        .setNetPerPatient(Money.ZERO.dollars());
  }

  private static EvaluationEconomics economics(ProgramCost program, Economics found) {
    List<io.corridor.schemas.Step> steps = new ArrayList<>();
    for (Step step : found.steps()) {
      steps.add(
          new io.corridor.schemas.Step(
              steps.size() + 1,
              step.name(),
              step.citation(),
              step.formula(),
              step.inputs().stream()
                  .map(input -> new StepInput(input.name(), input.value().toPlainString()))
                  .toList(),
              step.value().stripTrailingZeros().toPlainString()));
    }
    return stated(program)
        .setNet(cents(found.net()))
        .setNetPerPatient(cents(found.perPatient()))
        .setReturnOnInvestment(text(found.returnOnInvestment()))
        .setBreakEvenMonths(text(found.breakEvenMonths()))
        .setSteps(steps)
        .build();
  }

  /** The study of a report, to repeat it. */
  static Study study(ProgramEvaluation report) {
    EvaluationDesign design = report.getDesign();
    EvaluationEconomics stated = report.getEconomics();
    return new Study(
        design.getMonths(),
        design.getControls(),
        design.getMinimum(),
        design.getDifferenceInDifferences(),
        stated == null
            ? null
            : new ProgramCost(
                new Rate(stated.getAcoShare()),
                Money.of(stated.getProgramCost()),
                Money.of(stated.getBilled()),
                Money.of(stated.getFixedCost()),
                stated.getEligible(),
                new Rate(stated.getUptake())));
  }

  private static BigDecimal rate(Rate rate) {
    return rate.value().setScale(RATE_SCALE, RoundingMode.HALF_UP);
  }

  private static BigDecimal cents(Amount amount) {
    return amount.roundHalfUp().dollars();
  }

  private static String exact(Rate rate) {
    return rate.value().stripTrailingZeros().toPlainString();
  }

  private static @Nullable String text(@Nullable Rate rate) {
    return rate == null ? null : exact(rate);
  }
}
