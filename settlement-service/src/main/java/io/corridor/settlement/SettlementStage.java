package io.corridor.settlement;

import io.corridor.common.id.ContractId;
import io.corridor.common.money.Rate;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.Derivation;
import io.corridor.common.streams.Event;
import io.corridor.common.streams.FactChange;
import io.corridor.common.streams.Reference;
import io.corridor.common.streams.Source;
import io.corridor.common.streams.Stage;
import io.corridor.common.streams.Subject;
import io.corridor.common.streams.World;
import io.corridor.common.time.Months;
import io.corridor.schemas.SettlementCommandValue;
import io.corridor.schemas.topic.AnalysisTopics;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.StatedTopics;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import io.corridor.settlement.engine.Level;
import io.corridor.settlement.engine.SettlementEngine;
import io.corridor.settlement.estimate.EstimateRules;
import io.corridor.settlement.opportunity.Lever;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Running budgets, quality scores and stated figures of a contract in; its interim estimates with
 * what stands beside them, and its statements, out.
 */
public final class SettlementStage implements Stage {

  private final SettlementEngine engine;
  private final Analysis analysis;
  private final Questions questions;

  private SettlementStage(SettlementEngine engine) {
    this.engine = engine;
    this.analysis = new Analysis(engine);
    this.questions = new Questions(engine);
  }

  /** The stage with the parameters shipped with the product. */
  public static SettlementStage load() {
    return new SettlementStage(SettlementEngine.load());
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
        Source.of(Topics.BUDGET, FactMapper::budget),
        Source.of(Topics.SCORE, FactMapper::score),
        Source.of(StatedTopics.ATTESTATION, FactMapper::attestation),
        Source.of(StatedTopics.PREMIUM, FactMapper::premium),
        Source.of(ClosingTopics.SETTLEMENT_COMMAND, SettlementStage::command),
        Source.of(ClosingTopics.FINAL_ROSTER, ClosingMapper::finalRoster),
        Source.of(ClosingTopics.FINAL_BUDGET, ClosingMapper::finalBudget),
        Source.of(ClosingTopics.FINAL_SCORE, ClosingMapper::finalScore),
        Source.of(ClosingTopics.MOVED_MONTH, ClosingMapper::moved),
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
    outputs.add(StatedTopics.ESTIMATE_CHANGED);
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
    Optional<LocalDate> today = world.businessDate();
    Estimates estimates =
        new Estimates(engine, new ContractId(subject.id()), subject.rows(), world);
    List<LevelEstimate> levels = today.map(estimates::on).orElse(List.of());
    List<Answer> answers = new ArrayList<>(ended(subject, levels));
    List<Event> events = new ArrayList<>();
    EstimateChanges changes = new EstimateChanges(engine, estimates, subject);
    for (LevelEstimate level : levels) {
      answers.add(EstimateMapper.answer(level));
      changes.of(level).ifPresent(events::add);
      answers.addAll(
          analysis.answers(
              level.agreed(), level.dated(), level.contract().payer(), peers(level, levels)));
    }
    Closings closings = new Closings(engine, subject, world, levels);
    closings.derive();
    answers.addAll(closings.answers());
    List<Event> frozen = new ArrayList<>(closings.frozen());
    today.ifPresent(
        date -> frozen.addAll(questions.answers(subject, date, year -> asked(levels, year))));
    // Another version of the terms may hold from the first of a month on.
    LocalDate next = today.map(Months::nextFirst).orElse(null);
    return new Derivation(answers, events, frozen, next, Set.of(subject.id()));
  }

  /**
   * Estimates, with what stands beside them, that have no cost or no terms behind them any more.
   */
  private static List<Answer> ended(Subject subject, List<LevelEstimate> levels) {
    Set<String> holding =
        levels.stream().map(EstimateMapper::key).collect(Collectors.toUnmodifiableSet());
    List<Answer> ended = new ArrayList<>();
    for (String key : subject.answerKeys(Topics.ESTIMATE)) {
      if (!holding.contains(key)) {
        Answer estimate = EstimateMapper.nothing(subject, key);
        ended.add(estimate);
        ended.addAll(Analysis.nothing(key, estimate.tenant(), estimate.effectiveOn()));
      }
    }
    return ended;
  }

  /** Practices are compared with each other; above them there is nobody to compare with. */
  private static Map<Lever, List<Rate>> peers(LevelEstimate level, List<LevelEstimate> all) {
    return level.key().level() == Level.TIN
        ? Analysis.peers(
            all.stream()
                .filter(other ->
                    other.key().level() == Level.TIN && other.key().year() == level.key().year())
                .map(LevelEstimate::facts)
                .toList())
        : Map.of();
  }

  /** What a question about a year is asked of: the contract as a whole. */
  private static Optional<Questions.Asked> asked(List<LevelEstimate> levels, int year) {
    return levels.stream()
        .filter(level -> level.key().level() == Level.CONTRACT && level.key().year() == year)
        .findFirst()
        .map(level -> new Questions.Asked(level.agreed(), level.dated()));
  }
}
