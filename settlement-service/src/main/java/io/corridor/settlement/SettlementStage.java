package io.corridor.settlement;

import io.corridor.common.facts.Row;
import io.corridor.common.id.ContractId;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.Derivation;
import io.corridor.common.streams.Reference;
import io.corridor.common.streams.Source;
import io.corridor.common.streams.Stage;
import io.corridor.common.streams.Subject;
import io.corridor.common.streams.TermsMapper;
import io.corridor.common.streams.World;
import io.corridor.common.time.Months;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import io.corridor.settlement.estimate.Estimate;
import io.corridor.settlement.estimate.EstimateRules;
import io.corridor.settlement.estimate.InputRows;
import io.corridor.settlement.estimate.QualityResult;
import io.corridor.settlement.estimate.RunningBudget;
import io.corridor.settlement.mssp.MinimumSavingsRates;
import io.corridor.settlement.statement.FinalRules;
import io.corridor.settlement.terms.PeriodTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Running budget and quality score of a contract in; its interim estimates out. */
public final class SettlementStage implements Stage {

  private final EstimateRules rules;
  private final FinalRules finals;

  private SettlementStage(EstimateRules rules) {
    this.rules = rules;
    this.finals = new FinalRules(rules);
  }

  /** The stage with the parameters shipped with the product. */
  public static SettlementStage load() {
    return new SettlementStage(new EstimateRules(MinimumSavingsRates.load()));
  }

  @Override
  public String service() {
    return "settlement";
  }

  @Override
  public String ruleVersion() {
    return EstimateRules.VERSION;
  }

  @Override
  public List<Source<?>> sources() {
    return List.of(
        Source.of(Topics.BUDGET, SettlementMapper::budget),
        Source.of(Topics.SCORE, SettlementMapper::score),
        Source.of(ClosingTopics.SETTLEMENT_COMMAND, ClosingMapper::command),
        Source.of(ClosingTopics.FINAL_BUDGET, ClosingMapper::finalBudget),
        Source.of(ClosingTopics.FINAL_SCORE, ClosingMapper::finalScore),
        Source.of(ClosingTopics.STATEMENT, ClosingMapper::statement));
  }

  @Override
  public List<Reference<?>> references() {
    return List.of(Reference.of(Topics.TERMS, value -> Set.of(value.getBody().getContract())));
  }

  @Override
  public List<Topic<?>> outputs() {
    return List.of(
        Topics.ESTIMATE, ClosingTopics.PERIOD, ClosingTopics.STATEMENT, ClosingTopics.ENTRY);
  }

  @Override
  public boolean coalesced() {
    return true;
  }

  @Override
  public Derivation derive(Subject subject, World world) {
    List<Answer> answers = new ArrayList<>();
    for (int year : years(subject)) {
      answers.add(
          world
              .businessDate()
              .flatMap(today -> answer(subject, world, year, today))
              .orElseGet(() -> SettlementMapper.nothing(subject, year)));
    }
    // Another version of the terms may hold from the first of a month on.
    LocalDate next = world.businessDate().map(Months::nextFirst).orElse(null);
    Closings closings = new Closings(subject, world, finals);
    closings.derive();
    answers.addAll(closings.answers());
    return new Derivation(answers, List.of(), closings.frozen(), next, Set.of(subject.id()));
  }

  /** Years with a budget, and years with an estimate that may have lost theirs. */
  private static Set<Integer> years(Subject subject) {
    Set<Integer> years = new java.util.TreeSet<>();
    subject.rows().startingWith(InputRows.BUDGET).forEach(row -> years.add(InputRows.year(row)));
    subject
        .answerKeys(Topics.ESTIMATE)
        .forEach(key -> years.add(Integer.valueOf(key.substring(key.lastIndexOf('|') + 1))));
    return years;
  }

  private Optional<Answer> answer(Subject subject, World world, int year, LocalDate today) {
    Optional<Row> row = subject.rows().find(InputRows.BUDGET + year);
    Optional<PeriodTerms> terms =
        PeriodTerms.of(TermsMapper.contracts(world), new ContractId(subject.id()), year, today);
    if (row.isEmpty() || terms.isEmpty()) {
      return Optional.empty();
    }
    PeriodTerms held = terms.get();
    RunningBudget budget = InputRows.budget(row.get());
    QualityResult score =
        subject.rows().find(InputRows.SCORE + year).map(InputRows::score).orElse(null);
    Estimate estimate = rules.estimate(held.contract(), held.year().span().from(), budget, score);
    return Optional.of(SettlementMapper.answer(held, budget, score, estimate));
  }
}
