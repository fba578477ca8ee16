package io.corridor.settlement;

import io.corridor.common.money.Money;
import io.corridor.common.streams.Event;
import io.corridor.common.streams.Subject;
import io.corridor.schemas.ChangedInput;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.Estimate;
import io.corridor.schemas.EstimateChanged;
import io.corridor.schemas.EstimateValue;
import io.corridor.schemas.Outcome;
import io.corridor.schemas.topic.StatedTopics;
import io.corridor.schemas.topic.Topics;
import io.corridor.settlement.engine.AgreedTerms;
import io.corridor.settlement.engine.ChangeRules;
import io.corridor.settlement.engine.ChangeRules.Change;
import io.corridor.settlement.engine.EstimateResult.Estimated;
import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.engine.PeriodFacts.Period;
import io.corridor.settlement.engine.SettlementEngine;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an expected result, told as history: by how much each input that differs moved
 * it since the estimate before.
 */
final class EstimateChanges {

  private final ChangeRules rules;
  private final Estimates estimates;
  private final Subject subject;

  EstimateChanges(SettlementEngine engine, Estimates estimates, Subject subject) {
    this.rules = new ChangeRules(engine);
    this.estimates = estimates;
    this.subject = subject;
  }

  /** The change that an estimate brings; empty where the expected result stays as it was. */
  Optional<Event> of(LevelEstimate now) {
    String key = EstimateMapper.key(now.contract().id().value(), now.key());
    Estimate before = subject.answer(Topics.ESTIMATE, key).map(EstimateValue::getBody).orElse(null);
    Money paid = before == null ? null : payment(before.getExpected());
    Money pays = now.result() instanceof Estimated known ? known.expected().payment() : null;
    if (paid == null ? pays == null : paid.equals(pays)) {
      return Optional.empty();
    }
    List<ChangedInput> parts =
        before == null || paid == null || pays == null ? List.of() : parts(before, paid, now);
    EstimateChanged body =
        EstimateChanged.newBuilder()
            .setContract(now.contract().id().value())
            .setLevel(now.key().level().name())
            .setId(now.key().id())
            .setPeriod(String.valueOf(now.key().year()))
            .setBefore(paid == null ? null : paid.dollars())
            .setAfter(pays == null ? null : pays.dollars())
            .setParts(parts)
            .build();
    return Optional.of(
        new Event(
            StatedTopics.ESTIMATE_CHANGED,
            key,
            body,
            now.contract().payer(),
            now.facts().period().from()));
  }

  private static Period in(int contractYear, Period period) {
    return new Period(
        period.contract(),
        period.level(),
        period.id(),
        period.year(),
        contractYear,
        period.from(),
        period.until(),
        period.completeTo());
  }

  private static @Nullable Money payment(@Nullable Outcome expected) {
    return expected == null ? null : Money.of(expected.getPayment());
  }

  private List<ChangedInput> parts(Estimate before, Money paid, LevelEstimate now) {
    Integer version = before.getTermsVersion();
    Integer year = before.getContractYear();
    Optional<ContractTerms> terms = version == null ? Optional.empty() : estimates.terms(version);
    if (terms.isEmpty() || year == null) {
      return List.of();
    }
    AgreedTerms agreed = AgreedTermsMapper.of(terms.get(), year);
    PeriodFacts were = EstimateMapper.facts(in(year, now.facts().period()), before);
    Change change = rules.explain(agreed, were, paid, now.agreed(), now.facts());
    return change.parts().stream()
        .map(part ->
            ChangedInput.newBuilder()
                .setInput(part.input().name())
                .setName(part.name().isEmpty() ? null : part.name())
                .setMoved(part.moved().dollars())
                .build())
        .toList();
  }
}
