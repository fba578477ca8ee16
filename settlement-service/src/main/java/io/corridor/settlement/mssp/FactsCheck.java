package io.corridor.settlement.mssp;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Rate;
import io.corridor.settlement.mssp.MsspRefusal.Code;
import io.corridor.settlement.mssp.PerformanceFacts.Finances;
import io.corridor.settlement.mssp.PerformanceFacts.Published;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refuses facts that contradict themselves or the terms; the first contradiction is named. */
final class FactsCheck {

  private static final int LAST_FOUR_DIGIT_YEAR = 9999;
  private static final int MONTHS = 12;

  private FactsCheck() {}

  /** Contradictions that show without knowing the terms. */
  static Optional<MsspRefusal> alone(PerformanceFacts facts) {
    Finances finances = facts.finances();
    if (facts.performanceYear() < 1 || facts.performanceYear() > LAST_FOUR_DIGIT_YEAR) {
      return refused(Code.PERFORMANCE_YEAR_UNKNOWN, "performanceYear");
    }
    if (facts.agreement().year() < 1) {
      return refused(Code.AGREEMENT_YEAR_INVALID, "agreementYear");
    }
    if (facts.population().beneficiaries() < 0) {
      return refused(Code.NEGATIVE, "assignedBeneficiaries");
    }
    if (finances.benchmark().compareTo(Amount.ZERO) <= 0) {
      return refused(Code.BENCHMARK_NOT_POSITIVE, "benchmarkTotal");
    }
    if (notPositive(finances.twoWayBenchmark())) {
      return refused(Code.BENCHMARK_NOT_POSITIVE, "twoWayBlendBenchmarkTotal");
    }
    if (negative(finances.expenditure())) {
      return refused(Code.NEGATIVE, "expenditureTotal");
    }
    if (negative(finances.participantRevenue())) {
      return refused(Code.NEGATIVE, "participantRevenue");
    }
    if (negative(facts.recoupmentBalance())) {
      return refused(Code.NEGATIVE, "recoupmentBalance");
    }
    return ratios(facts).or(() -> months(facts));
  }

  private static Optional<MsspRefusal> ratios(PerformanceFacts facts) {
    if (notRatio(facts.quality().score())) {
      return refused(Code.NOT_A_RATIO, "qualityScore");
    }
    if (notRatio(facts.quality().healthEquityAdjusted())) {
      return refused(Code.NOT_A_RATIO, "healthEquityAdjustedScore");
    }
    if (notRatio(facts.published().shareRate())) {
      return refused(Code.NOT_A_RATIO, "publishedShareRate");
    }
    if (notRatio(facts.published().lossRate())) {
      return refused(Code.NOT_A_RATIO, "publishedLossRate");
    }
    if (facts.disaster() instanceof Disaster.Affected affected && notRatio(affected.share())) {
      return refused(Code.NOT_A_RATIO, "affectedShare");
    }
    return Optional.empty();
  }

  private static Optional<MsspRefusal> months(PerformanceFacts facts) {
    Long participating = facts.participatingMonths();
    if (participating != null && (participating < 0 || participating > MONTHS)) {
      return refused(Code.MONTHS_INVALID, "participatingMonths");
    }
    return switch (facts.disaster()) {
      case Disaster.Affected affected when affected.months() < 0 || affected.months() > MONTHS ->
          refused(Code.MONTHS_INVALID, "affectedMonths");
      case Disaster.Reduction reduction when negative(reduction.annual()) ->
          refused(Code.NEGATIVE, "disasterReduction");
      default -> Optional.empty();
    };
  }

  /** Contradictions between facts and terms. */
  static Optional<MsspRefusal> against(
      YearTerms terms, MsspParameters parameters, PerformanceFacts facts) {
    if (facts.agreement().start().isAfter(terms.periodStart())) {
      return refused(Code.AGREEMENT_NOT_BEGUN, "agreementStart");
    }
    if (facts.paymentDate() != null && facts.paymentDate().isBefore(terms.yearEnd())) {
      return refused(Code.PAID_BEFORE_YEAR_END, "paymentDate");
    }
    Finances finances = facts.finances();
    boolean twoWay = finances.twoWayBenchmark() != null;
    boolean guardrail = parameters.guardrail(facts.agreement().start()).isPresent();
    if (twoWay && finances.benchmarkIsTwoWay()
        || finances.benchmarkIsTwoWay() && !guardrail
        || twoWay && !guardrail) {
      return refused(
          Code.GUARDRAIL_CONTRADICTORY, twoWay ? "twoWayBlendBenchmarkTotal" : "guardrail");
    }
    return published(terms.sharing(), facts.published());
  }

  private static Optional<MsspRefusal> published(
      MsspParameters.Sharing sharing, Published published) {
    Rate share = published.shareRate();
    if (share != null && share.compareTo(sharing.maximumShare()) > 0) {
      return refused(Code.PUBLISHED_RATE_CONTRADICTORY, "publishedShareRate");
    }
    Rate loss = published.lossRate();
    boolean tooHigh =
        loss != null
            && switch (sharing.lossRate()) {
              case LossRateRule.NoLosses none -> !loss.isZero();
              case LossRateRule.Fixed fixed -> loss.compareTo(fixed.rate()) > 0;
              case LossRateRule.QualityScaled bounds -> loss.compareTo(bounds.ceiling()) > 0;
            };
    return tooHigh
        ? refused(Code.PUBLISHED_RATE_CONTRADICTORY, "publishedLossRate")
        : Optional.empty();
  }

  private static boolean negative(@Nullable Amount amount) {
    return amount != null && amount.compareTo(Amount.ZERO) < 0;
  }

  private static boolean notPositive(@Nullable Amount amount) {
    return amount != null && amount.compareTo(Amount.ZERO) <= 0;
  }

  private static boolean notRatio(@Nullable Rate rate) {
    return rate != null && (rate.compareTo(Rate.ZERO) < 0 || rate.compareTo(Rate.ONE) > 0);
  }

  private static Optional<MsspRefusal> refused(Code code, String field) {
    return Optional.of(new MsspRefusal(code, field));
  }
}
