package io.corridor.settlement;

import io.corridor.common.id.ContractId;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.Derivation;
import io.corridor.common.streams.Event;
import io.corridor.common.streams.FactChange;
import io.corridor.common.streams.Reference;
import io.corridor.common.streams.Source;
import io.corridor.common.streams.Stage;
import io.corridor.common.streams.Subject;
import io.corridor.common.streams.TermsMapper;
import io.corridor.common.streams.World;
import io.corridor.common.time.Months;
import io.corridor.schemas.SettlementCommandValue;
import io.corridor.schemas.topic.AnalysisTopics;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import io.corridor.settlement.engine.SettlementEngine;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Running budget and quality score of a contract in; its interim estimates out. */
public final class SettlementStage implements Stage {

  private final EstimateRules rules;
  private final FinalRules finals;
  private final Analysis analysis;
  private final Questions questions;

  private SettlementStage(EstimateRules rules, SettlementEngine engine) {
    this.rules = rules;
    this.finals = new FinalRules(rules);
    this.analysis = new Analysis(engine);
    this.questions = new Questions(engine);
  }

  /** The stage with the parameters shipped with the product. */
  public static SettlementStage load() {
    return new SettlementStage(
        new EstimateRules(MinimumSavingsRates.load()), SettlementEngine.load());
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
        Source.of(Topics.BUDGET, FactRows::budget),
        Source.of(Topics.SCORE, FactRows::score),
        Source.of(ClosingTopics.SETTLEMENT_COMMAND, SettlementStage::command),
        Source.of(ClosingTopics.FINAL_ROSTER, ClosingMapper::finalRoster),
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
    List<Topic<?>> outputs = new ArrayList<>();
    outputs.add(Topics.ESTIMATE);
    outputs.addAll(Analysis.OUTPUTS);
    outputs.add(AnalysisTopics.WHAT_IF);
    outputs.addAll(List.of(ClosingTopics.PERIOD, ClosingTopics.STATEMENT, ClosingTopics.ENTRY));
    return outputs;
  }

  /** A command of closing, or a question. */
  private static FactChange command(SettlementCommandValue value) {
    return value.getBody().getKind().equals(Questions.KIND)
        ? Questions.of(value)
        : ClosingMapper.command(value);
  }

  @Override
  public boolean coalesced() {
    return true;
  }

  @Override
  public Derivation derive(Subject subject, World world) {
    List<Answer> answers = new ArrayList<>();
    Optional<LocalDate> today = world.businessDate();
    for (int year : years(subject)) {
      answers.addAll(
          today
              .flatMap(date -> held(subject, world, year, date))
              .map(held -> answers(subject, held))
              .orElseGet(() -> nothing(subject, year)));
    }
    // Another version of the terms may hold from the first of a month on.
    LocalDate next = today.map(Months::nextFirst).orElse(null);
    Closings closings = new Closings(subject, world, finals);
    closings.derive();
    answers.addAll(closings.answers());
    List<Event> frozen = new ArrayList<>(closings.frozen());
    today.ifPresent(date ->
        frozen.addAll(
            questions.answers(
                subject,
                date,
                year -> held(subject, world, year, date).map(h -> asked(subject, h)))));
    return new Derivation(answers, List.of(), frozen, next, Set.of(subject.id()));
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

  /**
   * What holds of a year.
   *
   * @param terms terms that settle it
   * @param budget running budget
   * @param score quality score; null while there is none
   */
  private record Held(PeriodTerms terms, RunningBudget budget, @Nullable QualityResult score) {}

  private static Optional<Held> held(Subject subject, World world, int year, LocalDate today) {
    Optional<PeriodTerms> terms =
        PeriodTerms.of(TermsMapper.contracts(world), new ContractId(subject.id()), year, today);
    QualityResult score =
        subject.rows().find(InputRows.SCORE + year).map(InputRows::score).orElse(null);
    return subject
        .rows()
        .find(InputRows.BUDGET + year)
        .flatMap(row -> terms.map(found -> new Held(found, InputRows.budget(row), score)));
  }

  private static Questions.Asked asked(Subject subject, Held held) {
    LocalDate completeTo = SettlementMapper.completeTo(held.terms(), held.budget(), held.score());
    return new Questions.Asked(
        LiveFacts.terms(held.terms()),
        LiveFacts.facts(held.terms(), held.budget(), held.score(), subject.rows(), completeTo));
  }

  /** The estimate of a year and what stands beside it. */
  private List<Answer> answers(Subject subject, Held held) {
    PeriodTerms terms = held.terms();
    Estimate estimate =
        rules.estimate(terms.contract(), terms.year().span().from(), held.budget(), held.score());
    List<Answer> answers = new ArrayList<>();
    answers.add(SettlementMapper.answer(terms, held.budget(), held.score(), estimate));
    Questions.Asked asked = asked(subject, held);
    answers.addAll(
        analysis.answers(asked.terms(), asked.facts(), terms.contract().payer(), Map.of()));
    return answers;
  }

  private static List<Answer> nothing(Subject subject, int year) {
    Answer estimate = SettlementMapper.nothing(subject, year);
    List<Answer> answers = new ArrayList<>(List.of(estimate));
    answers.addAll(Analysis.nothing(estimate.key(), estimate.tenant(), estimate.effectiveOn()));
    return answers;
  }
}
