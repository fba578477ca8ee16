package io.corridor.settlement;

import io.corridor.common.care.Contract;
import io.corridor.common.facts.Rows;
import io.corridor.common.id.ContractId;
import io.corridor.common.streams.World;
import io.corridor.common.terms.TermsMapper;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.TermsValue;
import io.corridor.schemas.topic.Topics;
import io.corridor.settlement.engine.AgreedPayments;
import io.corridor.settlement.engine.AgreedTerms;
import io.corridor.settlement.engine.EstimateResult;
import io.corridor.settlement.engine.Level;
import io.corridor.settlement.engine.LevelKey;
import io.corridor.settlement.engine.PaymentsBeside;
import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.engine.Pools;
import io.corridor.settlement.engine.Settlement.Refused;
import io.corridor.settlement.engine.SettlementEngine;
import io.corridor.settlement.engine.ShapeTerms;
import io.corridor.settlement.terms.PeriodTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The estimates of a contract: one for each level that its terms settle and each performance year
 * that has begun and has a cost.
 */
final class Estimates {

  private final SettlementEngine engine;
  private final World world;
  private final ContractId contract;
  private final LevelFacts facts;

  /**
   * Estimates of a contract.
   *
   * @param rows its running figures, or those that a closing froze
   */
  Estimates(SettlementEngine engine, ContractId contract, Rows rows, World world) {
    this.engine = engine;
    this.world = world;
    this.contract = contract;
    this.facts = new LevelFacts(rows);
  }

  /** A level whose terms and facts are known. */
  private record Open(
      LevelKey key,
      Contract contract,
      AgreedTerms agreed,
      AgreedPayments payments,
      PeriodFacts facts,
      @Nullable Refused refused) {}

  /** All estimates, by year and level, on a business date. */
  List<LevelEstimate> on(LocalDate today) {
    List<Open> open = new ArrayList<>();
    for (LevelKey key : keys(today)) {
      open(key, today).ifPresent(open::add);
    }
    List<LevelEstimate> estimates = new ArrayList<>();
    for (Open level : open) {
      estimates.add(
          new LevelEstimate(
              level.key(),
              level.contract(),
              level.agreed().shape().shape(),
              level.agreed(),
              level.payments(),
              level.facts(),
              result(level, open),
              PaymentsBeside.of(level.payments(), level.facts())));
    }
    return estimates;
  }

  /** Levels with a cost, and the ACO wherever its contract has one. */
  private Set<LevelKey> keys(LocalDate today) {
    Set<LevelKey> keys = new TreeSet<>();
    for (LevelKey key : facts.keys()) {
      keys.add(key);
      if (key.level() == Level.CONTRACT) {
        PeriodTerms.of(TermsMapper.contracts(world), contract, key.year(), today)
            .ifPresent(
                held -> keys.add(new LevelKey(Level.ACO, held.contract().aco(), key.year())));
      }
    }
    return keys;
  }

  private Optional<Open> open(LevelKey key, LocalDate today) {
    return PeriodTerms.of(TermsMapper.contracts(world), contract, key.year(), today)
        .flatMap(held -> open(key, held));
  }

  private Optional<Open> open(LevelKey key, PeriodTerms held) {
    Optional<ContractTerms> terms = terms(held.contract().version());
    if (terms.isEmpty()
        || !AgreedTermsMapper.levels(terms.get().getSettlement()).contains(key.level())) {
      return Optional.empty();
    }
    int contractYear = AgreedTermsMapper.contractYear(terms.get(), key.year());
    return facts
        .of(key, held.contract(), held.year(), contractYear)
        .map(known -> open(key, held.contract(), terms.get(), known));
  }

  /** Terms that intake would have rejected are refused, not guessed. */
  private static Open open(
      LevelKey key, Contract contract, ContractTerms terms, PeriodFacts facts) {
    try {
      return new Open(
          key,
          contract,
          AgreedTermsMapper.of(terms, facts.period().contractYear()),
          AgreedPaymentsMapper.of(terms.getSettlement()),
          facts,
          null);
    } catch (IllegalArgumentException contradiction) {
      AgreedTerms none =
          new AgreedTerms(
              new ShapeTerms.SharedSavings(contract.settlement()),
              contract.quality(),
              contract.minLives());
      Refused refused =
          new Refused(
              none.shape().shape(),
              Refused.Code.TERMS_CONTRADICTORY,
              List.of(),
              String.valueOf(contradiction.getMessage()),
              List.of());
      return new Open(key, contract, none, AgreedPayments.NONE, facts, refused);
    }
  }

  private EstimateResult result(Open level, List<Open> all) {
    Refused refused = level.refused();
    if (refused != null) {
      return new EstimateResult.NotEstimated(refused);
    }
    EstimateResult own = engine.estimate(level.agreed(), level.facts());
    if (level.key().level() != Level.TIN) {
      return own;
    }
    NavigableMap<String, PeriodFacts> practices = new TreeMap<>();
    all.stream()
        .filter(
            other -> other.key().level() == Level.TIN && other.key().year() == level.key().year())
        .forEach(other -> practices.put(other.key().id(), other.facts()));
    EstimateResult pooled = Pools.estimate(level.agreed(), practices).get(level.key().id());
    return pooled == null || own instanceof EstimateResult.NotEstimated ? own : pooled;
  }

  /** A version of the contract, as it travels. */
  Optional<ContractTerms> terms(int version) {
    TermsValue value = world.table(Topics.TERMS).get(contract.value() + '|' + version);
    return Optional.ofNullable(value).map(TermsValue::getBody);
  }
}
