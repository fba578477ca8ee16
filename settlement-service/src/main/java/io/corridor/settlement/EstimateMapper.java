package io.corridor.settlement;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.Subject;
import io.corridor.schemas.Estimate;
import io.corridor.schemas.EstimateInput;
import io.corridor.schemas.EstimatePayment;
import io.corridor.schemas.Outcome;
import io.corridor.schemas.topic.Topics;
import io.corridor.settlement.engine.EstimateResult;
import io.corridor.settlement.engine.EstimateResult.Estimated;
import io.corridor.settlement.engine.EstimateResult.NotEstimated;
import io.corridor.settlement.engine.FactText;
import io.corridor.settlement.engine.LevelKey;
import io.corridor.settlement.engine.PaymentBeside;
import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.engine.PeriodFacts.Period;
import io.corridor.settlement.engine.Settlement.Settled;
import io.corridor.settlement.share.View;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Estimates into answers, and the facts of an earlier answer back. */
final class EstimateMapper {

  private EstimateMapper() {}

  /** Key of an estimate. */
  static String key(String contract, LevelKey level) {
    return contract + '|' + level.text();
  }

  /** Key of an estimate. */
  static String key(LevelEstimate estimate) {
    return key(estimate.contract().id().value(), estimate.key());
  }

  /** The estimate no longer has a cost behind it, or its terms no longer settle it. */
  static Answer nothing(Subject subject, String key) {
    String tenant =
        subject
            .answer(Topics.ESTIMATE, key)
            .map(estimate -> estimate.getEnvelope().getTenant())
            .orElse("");
    int year = Integer.parseInt(key.substring(key.lastIndexOf('|') + 1));
    return Answer.none(Topics.ESTIMATE, key, tenant, LocalDate.of(year, 1, 1));
  }

  static Answer answer(LevelEstimate estimate) {
    return Answer.of(
        Topics.ESTIMATE,
        key(estimate),
        body(estimate),
        estimate.contract().payer(),
        estimate.facts().period().from(),
        List.of());
  }

  private static Estimate body(LevelEstimate estimate) {
    PeriodFacts facts = estimate.facts();
    boolean programme = estimate.contract().quality() != null;
    Money counted = facts.cost().counted(View.EXPECTED);
    Money savings = facts.cost().budget().minus(counted);
    Estimate.Builder body =
        Estimate.newBuilder()
            .setContract(estimate.contract().id().value())
            .setLevel(estimate.key().level().name())
            .setId(estimate.key().id())
            .setPeriod(String.valueOf(estimate.key().year()))
            .setMemberMonths(facts.population().memberMonths().sixDigitsHalfUp())
            .setMembers(facts.population().members())
            .setBenchmarkExpenditure(facts.cost().budget().dollars())
            .setExpenditure(counted.dollars())
            .setSavings(savings.dollars())
            .setSavingsRate(savingsRate(savings, facts.cost().budget()))
            .setQualityGate(programme ? facts.quality().score().gate().name() : "NONE")
            .setQualityScore(programme ? sixDigits(facts.quality().score().published()) : null)
            .setCompleteTo(completeTo(facts, programme))
            .setShape(estimate.shape().name())
            .setShapeRuleVersion(estimate.shape().ruleVersion())
            .setTermsVersion(estimate.contract().version())
            .setContractYear(facts.period().contractYear())
            .setInputs(inputs(facts))
            .setPayments(payments(estimate.payments()));
    return result(body, estimate.result()).build();
  }

  private static Estimate.Builder result(Estimate.Builder body, EstimateResult result) {
    return switch (result) {
      case NotEstimated(var refused) ->
          body.setRefusal(refused.code().name())
              .setRefusedFigures(new ArrayList<>(refused.figures()))
              .setRefusalDetail(refused.detail().isEmpty() ? null : refused.detail())
              .setSteps(SettlementMapper.steps(refused.steps()));
      case Estimated known ->
          body.setMinimumSavingsRate(
                  known
                      .expected()
                      .value("minimumSavingsRate")
                      .map(rate -> new Rate(rate).sixDigitsHalfUp())
                      .orElse(null))
              .setDistanceToMinimum(distance(known.expected()).orElse(null))
              .setLow(outcome(known.low()))
              .setExpected(outcome(known.expected()))
              .setHigh(outcome(known.high()))
              .setSteps(SettlementMapper.steps(known.expected().steps()));
    };
  }

  /** Dollars of savings above or short of the minimum rate, of shapes that have one. */
  private static Optional<BigDecimal> distance(Settled settled) {
    Optional<BigDecimal> noted = settled.value("distanceToMinimum");
    if (noted.isPresent()) {
      return noted.map(dollars -> new Amount(dollars).roundHalfUp().dollars());
    }
    return settled
        .value("minimumSavingsRate")
        .flatMap(rate ->
            settled
                .value("savings")
                .flatMap(savings ->
                    settled
                        .value("savingsRate")
                        .filter(at -> at.signum() != 0)
                        .map(at -> new Amount(savings).dividedBy(at))
                        .map(benchmark ->
                            new Amount(savings)
                                .minus(benchmark.times(rate))
                                .roundHalfUp()
                                .dollars())));
  }

  private static @Nullable BigDecimal savingsRate(Money savings, Money budget) {
    return budget.cents() <= 0
        ? null
        : Rate.ratio(savings.dollars(), budget.dollars()).sixDigitsHalfUp();
  }

  /** The earlier of the inputs' dates; unknown while one of them is. */
  static @Nullable LocalDate completeTo(PeriodFacts facts, boolean programme) {
    LocalDate cost = facts.period().completeTo();
    if (!programme || cost == null) {
      return cost;
    }
    LocalDate quality = facts.quality().completeTo();
    return quality == null || quality.isBefore(cost) ? quality : cost;
  }

  private static @Nullable BigDecimal sixDigits(@Nullable Rate rate) {
    return rate == null ? null : rate.sixDigitsHalfUp();
  }

  static Outcome outcome(Settled settled) {
    return Outcome.newBuilder()
        .setGenerated(settled.generated().dollars())
        .setPayment(settled.payment().dollars())
        .setLimitsBinding(new ArrayList<>(settled.limits()))
        .setWarnings(new ArrayList<>(settled.warnings()))
        .build();
  }

  private static List<EstimateInput> inputs(PeriodFacts facts) {
    List<EstimateInput> inputs = new ArrayList<>();
    FactText.of(facts).forEach((name, value) -> inputs.add(new EstimateInput(name, value)));
    return inputs;
  }

  /** Payments beside the shape. */
  static List<EstimatePayment> payments(List<PaymentBeside> payments) {
    List<EstimatePayment> records = new ArrayList<>();
    for (PaymentBeside payment : payments) {
      Money paid = payment.payment();
      records.add(
          EstimatePayment.newBuilder()
              .setKind(payment.kind().name())
              .setPayment(paid == null ? null : paid.dollars())
              .setMissing(new ArrayList<>(payment.missing()))
              .setLimitsBinding(new ArrayList<>(payment.limits()))
              .setSteps(SettlementMapper.steps(payment.steps()))
              .build());
    }
    return records;
  }

  /** The facts that an estimate was worked out from. */
  static PeriodFacts facts(Period period, Estimate estimate) {
    NavigableMap<String, String> texts = new TreeMap<>();
    estimate.getInputs().forEach(input -> texts.put(input.getName(), input.getValue()));
    return FactText.facts(period, texts);
  }
}
