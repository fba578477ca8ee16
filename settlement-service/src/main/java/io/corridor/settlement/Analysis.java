package io.corridor.settlement;

import io.corridor.common.money.Rate;
import io.corridor.common.streams.Answer;
import io.corridor.schemas.topic.AnalysisTopics;
import io.corridor.schemas.topic.Topic;
import io.corridor.settlement.engine.AgreedTerms;
import io.corridor.settlement.engine.CostFacts.CategoryCost;
import io.corridor.settlement.engine.EstimateResult;
import io.corridor.settlement.engine.EstimateResult.Estimated;
import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.engine.PeriodFacts.Period;
import io.corridor.settlement.engine.SettlementEngine;
import io.corridor.settlement.marginal.MarginalRules;
import io.corridor.settlement.marginal.Worth;
import io.corridor.settlement.opportunity.Lever;
import io.corridor.settlement.opportunity.OpportunityRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands beside each estimate: marginal values and cost opportunity, from the same facts. */
final class Analysis {

  /** Topics that it fills. */
  static final List<Topic<?>> OUTPUTS =
      List.of(AnalysisTopics.MARGINAL, AnalysisTopics.COST_OPPORTUNITY);

  private final SettlementEngine engine;
  private final MarginalRules marginal;
  private final OpportunityRules opportunity;

  Analysis(SettlementEngine engine) {
    this.engine = engine;
    this.marginal = new MarginalRules(engine);
    this.opportunity = new OpportunityRules(engine);
  }

  /**
   * The answers of one level.
   *
   * @param peers rates of the practices of the contract; empty above a practice
   */
  List<Answer> answers(
      AgreedTerms terms, PeriodFacts facts, String tenant, Map<Lever, List<Rate>> peers) {
    EstimateResult estimate = engine.estimate(terms, facts);
    LocalDate completeTo = facts.period().completeTo();
    Optional<Estimated> figures =
        estimate instanceof Estimated known ? Optional.of(known) : Optional.empty();
    List<Worth> worths = figures.map(known -> marginal.of(terms, facts, known)).orElse(List.of());
    LocalDate from = facts.period().from();
    return List.of(
        Answer.of(
            AnalysisTopics.MARGINAL,
            key(facts),
            AnalysisMapper.marginal(facts, estimate, worths, completeTo),
            tenant,
            from,
            List.of()),
        Answer.of(
            AnalysisTopics.COST_OPPORTUNITY,
            key(facts),
            AnalysisMapper.opportunity(
                facts, opportunity.of(terms, facts, figures, peers), completeTo),
            tenant,
            from,
            List.of()));
  }

  /** Key of a level's answers, as of its estimate. */
  static String key(PeriodFacts facts) {
    Period period = facts.period();
    return String.join(
        "|", period.contract(), period.level().name(), period.id(), String.valueOf(period.year()));
  }

  /** Nothing holds under a key any more. */
  static List<Answer> nothing(String key, String tenant, LocalDate from) {
    List<Answer> ended = new ArrayList<>();
    for (Topic<?> topic : OUTPUTS) {
      ended.add(Answer.none(topic, key, tenant, from));
    }
    return ended;
  }

  /** Rates of practices that may be compared: those with member months and counted cases. */
  static Map<Lever, List<Rate>> peers(Collection<PeriodFacts> practices) {
    Map<Lever, List<Rate>> peers = new EnumMap<>(Lever.class);
    for (Lever lever : Lever.values()) {
      List<Rate> rates = new ArrayList<>();
      for (PeriodFacts practice : practices) {
        CategoryCost cost = practice.cost().categories().get(lever.category());
        Long cases = cost == null ? null : cost.cases();
        Rate months = practice.population().memberMonths();
        if (cases != null && !months.isZero()) {
          rates.add(OpportunityRules.perThousandYears(cases, months));
        }
      }
      peers.put(lever, rates);
    }
    return peers;
  }
}
