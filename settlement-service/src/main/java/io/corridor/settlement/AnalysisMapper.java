package io.corridor.settlement;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Step;
import io.corridor.schemas.CostOpportunity;
import io.corridor.schemas.Marginal;
import io.corridor.schemas.MarginalChange;
import io.corridor.schemas.OpportunityLever;
import io.corridor.schemas.StepInput;
import io.corridor.schemas.WhatIf;
import io.corridor.schemas.WhatIfBar;
import io.corridor.schemas.WhatIfResult;
import io.corridor.schemas.WhatIfYear;
import io.corridor.settlement.engine.EstimateResult;
import io.corridor.settlement.engine.EstimateResult.Estimated;
import io.corridor.settlement.engine.EstimateResult.NotEstimated;
import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.engine.PeriodFacts.Period;
import io.corridor.settlement.engine.Settlement.Refused;
import io.corridor.settlement.marginal.SmallChange.CaseAvoided;
import io.corridor.settlement.marginal.SmallChange.GapsClosed;
import io.corridor.settlement.marginal.SmallChange.OnePercent;
import io.corridor.settlement.marginal.Worth;
import io.corridor.settlement.opportunity.Opportunity;
import io.corridor.settlement.opportunity.OpportunityRules;
import io.corridor.settlement.whatif.Bar;
import io.corridor.settlement.whatif.Bars;
import io.corridor.settlement.whatif.ChangeRefusal;
import io.corridor.settlement.whatif.WhatIfAnswer;
import io.corridor.settlement.whatif.WhatIfAnswer.Answered;
import io.corridor.settlement.whatif.WhatIfAnswer.NotAnswered;
import io.corridor.settlement.whatif.WhatIfAnswer.Year;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Marginal values, opportunities and what-if answers into records. */
final class AnalysisMapper {

  private AnalysisMapper() {}

  static Marginal marginal(
      PeriodFacts facts, EstimateResult estimate, List<Worth> worths, @Nullable LocalDate to) {
    Period period = facts.period();
    return Marginal.newBuilder()
        .setContract(period.contract())
        .setLevel(period.level().name())
        .setId(period.id())
        .setPeriod(String.valueOf(period.year()))
        .setRefusal(estimate instanceof NotEstimated not ? not.refused().code().name() : null)
        .setChanges(new ArrayList<>(worths.stream().map(AnalysisMapper::change).toList()))
        .setCompleteTo(to)
        .build();
  }

  private static MarginalChange change(Worth worth) {
    MarginalChange.Builder record =
        MarginalChange.newBuilder()
            .setChange(worth.change().code())
            .setLow(worth.low().dollars())
            .setExpected(worth.expected().dollars())
            .setHigh(worth.high().dollars())
            .setZeroBecause(new ArrayList<>(worth.zeroBecause()));
    switch (worth.change()) {
      case GapsClosed gaps -> record.setMeasure(gaps.measure()).setCases(gaps.cases());
      case CaseAvoided avoided -> record.setCases(1).setCost(avoided.cost().dollars());
      case OnePercent percent -> record.setCases(0).setCost(percent.cost().dollars());
    }
    return record.build();
  }

  static CostOpportunity opportunity(
      PeriodFacts facts, List<Opportunity> found, @Nullable LocalDate to) {
    Period period = facts.period();
    return CostOpportunity.newBuilder()
        .setContract(period.contract())
        .setLevel(period.level().name())
        .setId(period.id())
        .setPeriod(String.valueOf(period.year()))
        .setImprovement(OpportunityRules.IMPROVEMENT.sixDigitsHalfUp())
        .setLevers(new ArrayList<>(found.stream().map(one -> lever(one, found)).toList()))
        .setCompleteTo(to)
        .build();
  }

  private static OpportunityLever lever(Opportunity one, List<Opportunity> all) {
    return OpportunityLever.newBuilder()
        .setLever(one.lever().name())
        .setCategory(one.lever().category())
        .setUnits(one.units())
        .setActualRate(one.actualRate().sixDigitsHalfUp())
        .setPeerRate(sixDigits(one.peerRate()))
        .setTargetRate(one.targetRate().sixDigitsHalfUp())
        .setUnitsAvoidable(one.unitsAvoidable().sixDigitsHalfUp())
        .setUnitCost(one.unitCost().dollars())
        .setSavings(one.savings().dollars())
        .setIncentive(dollars(one.incentive()))
        .setZeroBecause(new ArrayList<>(one.zeroBecause()))
        .setSentence(one.sentence())
        .setOverlaps(
            new ArrayList<>(
                all.stream()
                    .map(Opportunity::lever)
                    .filter(other -> other != one.lever())
                    .map(Enum::name)
                    .toList()))
        .build();
  }

  /** The record of an answer. */
  static WhatIf whatIf(Question question, WhatIfAnswer answer, @Nullable LocalDate to) {
    WhatIf.Builder record =
        WhatIf.newBuilder()
            .setContract(question.contract())
            .setRequest(question.request())
            .setPeriod(String.valueOf(question.year()))
            .setChanges(new ArrayList<>(question.changes()))
            .setCompleteTo(to);
    switch (answer) {
      case Answered answered ->
          record.setYears(
              new ArrayList<>(answered.years().stream().map(AnalysisMapper::year).toList()));
      case NotAnswered not -> refused(record, not.refusal());
    }
    return record.build();
  }

  private static void refused(WhatIf.Builder record, ChangeRefusal refusal) {
    record
        .setRefusal(refusal.code().name())
        .setRefusedFor(refusal.subject())
        .setYears(new ArrayList<>());
  }

  private static WhatIfYear year(Year year) {
    return WhatIfYear.newBuilder()
        .setNumber(year.number())
        .setBefore(result(year.before()))
        .setAfter(result(year.after()))
        .setDifference(year.difference().map(Money::dollars).orElse(null))
        .build();
  }

  private static WhatIfResult result(EstimateResult result) {
    return switch (result) {
      case NotEstimated not -> refused(not.refused());
      case Estimated figures ->
          WhatIfResult.newBuilder()
              .setLow(figures.low().payment().dollars())
              .setExpected(figures.expected().payment().dollars())
              .setHigh(figures.high().payment().dollars())
              .setLimitsBinding(new ArrayList<>(figures.expected().limits()))
              .setBars(
                  new ArrayList<>(
                      Bars.of(figures.expected()).stream().map(AnalysisMapper::bar).toList()))
              .setSteps(steps(figures.expected().steps()))
              .build();
    };
  }

  private static WhatIfResult refused(Refused refused) {
    String subject =
        refused.figures().isEmpty() ? refused.detail() : String.join(", ", refused.figures());
    return WhatIfResult.newBuilder()
        .setRefusal(refused.code().name())
        .setRefusedFor(subject.isEmpty() ? null : subject)
        .setSteps(steps(refused.steps()))
        .build();
  }

  private static WhatIfBar bar(Bar bar) {
    return new WhatIfBar(bar.stage().name(), bar.from().dollars(), bar.to().dollars(), bar.binds());
  }

  private static List<io.corridor.schemas.Step> steps(List<Step> steps) {
    List<io.corridor.schemas.Step> records = new ArrayList<>();
    for (Step step : steps) {
      List<StepInput> inputs = new ArrayList<>();
      step.inputs().forEach(in -> inputs.add(new StepInput(in.name(), in.value().toPlainString())));
      records.add(
          new io.corridor.schemas.Step(
              records.size() + 1,
              step.name(),
              step.citation(),
              step.formula(),
              inputs,
              step.value().toPlainString()));
    }
    return records;
  }

  private static @Nullable BigDecimal dollars(@Nullable Money money) {
    return money == null ? null : money.dollars();
  }

  private static @Nullable BigDecimal sixDigits(@Nullable Rate rate) {
    return rate == null ? null : rate.sixDigitsHalfUp();
  }
}
