package io.corridor.intake.contract;

import io.corridor.schemas.CareManagementFeeTerms;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.FeeThenShareTerms;
import io.corridor.schemas.InfrastructureTerms;
import io.corridor.schemas.InterimTerms;
import io.corridor.schemas.PaidMeasure;
import io.corridor.schemas.PassThroughTerms;
import io.corridor.schemas.PracticeTargetTerms;
import io.corridor.schemas.PreventableEventsTerms;
import io.corridor.schemas.ReceiverShare;
import io.corridor.schemas.SettlementTerms;
import io.corridor.schemas.WeightedMetric;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules on payments beside the shape: fees, rewards, targets, advances, and handing on. */
final class PaymentChecks {

  private static final int MONTHS = 12;

  private final NumberChecks checks;

  PaymentChecks(NumberChecks checks) {
    this.checks = checks;
  }

  void check(SettlementTerms terms, ContractTerms contract) {
    if (terms.getCareManagementFee() != null) {
      fee("settlement.careManagementFee", terms.getCareManagementFee());
    }
    performancePay("settlement.performancePay", terms.getPerformancePay());
    if (terms.getInfrastructure() != null) {
      infrastructure("settlement.infrastructure", terms.getInfrastructure());
    }
    if (terms.getFeeThenShare() != null) {
      feeThenShare("settlement.feeThenShare", terms.getFeeThenShare());
    }
    if (terms.getPreventableEvents() != null) {
      preventableEvents("settlement.preventableEvents", terms.getPreventableEvents());
    }
    if (terms.getPracticeTarget() != null) {
      practiceTarget("settlement.practiceTarget", terms.getPracticeTarget());
    }
    if (terms.getPassThrough() != null) {
      passThrough("settlement.passThrough", terms.getPassThrough(), contract);
    }
    if (terms.getInterim() != null) {
      interim("settlement.interim", terms.getInterim());
    }
  }

  private void fee(String field, CareManagementFeeTerms fee) {
    checks.positive(field + ".pmpm", fee.getPmpm());
    checks.share(field + ".recoupmentLimit", fee.getRecoupmentLimit());
    Set<String> seen = NumberChecks.names();
    for (int i = 0; i < fee.getConditions().size(); i++) {
      checks.name(field + ".conditions[" + i + "]", fee.getConditions().get(i), seen);
    }
  }

  private void performancePay(String field, List<PaidMeasure> measures) {
    Set<String> seen = NumberChecks.names();
    for (int i = 0; i < measures.size(); i++) {
      PaidMeasure measure = measures.get(i);
      String place = field + "[" + i + "]";
      checks.name(place + ".name", measure.getName(), seen);
      checks.word(place + ".direction", measure.getDirection(), "AT_LEAST", "AT_MOST");
      checks.notNegative(place + ".target", measure.getTarget());
      checks.atLeast(place + ".minimumPatients", measure.getMinimumPatients(), 0);
      checks.notNegative(place + ".amount", measure.getAmount());
      checks.notNegative(place + ".amountPerPatient", measure.getAmountPerPatient());
      if ((measure.getAmount() == null) == (measure.getAmountPerPatient() == null)) {
        checks.problem(
            ContractCode.CONTRACT_PAYMENT,
            place,
            "State either a fixed amount or an amount for each patient.");
      }
    }
  }

  private void infrastructure(String field, InfrastructureTerms terms) {
    checks.notNegative(field + ".monthlyAmount", terms.getMonthlyAmount());
    checks.share(field + ".atRisk", terms.getAtRisk());
    if (terms.getFrom().getDayOfMonth() != 1
        || terms.getUntil().getDayOfMonth() != 1
        || !terms.getFrom().isBefore(terms.getUntil())) {
      checks.problem(
          ContractCode.CONTRACT_DATE_ORDER,
          field + ".lastDay",
          "The payment runs for whole months and ends after it begins.");
    }
    Set<String> seen = NumberChecks.names();
    for (int i = 0; i < terms.getMetrics().size(); i++) {
      WeightedMetric metric = terms.getMetrics().get(i);
      checks.name(field + ".metrics[" + i + "].name", metric.getName(), seen);
      checks.notNegative(field + ".metrics[" + i + "].weight", metric.getWeight());
    }
    if (!terms.getMetrics().isEmpty()) {
      checks.sumToOne(
          field + ".metrics", terms.getMetrics().stream().map(WeightedMetric::getWeight).toList());
    }
    if (terms.getMetrics().isEmpty() != (terms.getAtRisk().signum() == 0)) {
      checks.problem(
          ContractCode.CONTRACT_PAYMENT,
          field + ".atRisk",
          "A part at risk and metrics must be named together.");
    }
  }

  private void feeThenShare(String field, FeeThenShareTerms terms) {
    checks.notNegative(field + ".feePmpm", terms.getFeePmpm());
    checks.atLeast(field + ".yearsOfSavings", terms.getYearsOfSavings(), 1);
    checks.share(field + ".share", terms.getShare());
  }

  private void preventableEvents(String field, PreventableEventsTerms terms) {
    checks.notNegative(field + ".valuePerEvent", terms.getValuePerEvent());
    checks.share(field + ".share", terms.getShare());
    checks.notNegative(field + ".minimumMemberMonths", terms.getMinimumMemberMonths());
  }

  private void practiceTarget(String field, PracticeTargetTerms terms) {
    checks.positive(field + ".targetPmpm", terms.getTargetPmpm());
    checks.share(field + ".share", terms.getShare());
    checks.notNegative(field + ".minimumMemberMonths", terms.getMinimumMemberMonths());
  }

  private void passThrough(String field, PassThroughTerms terms, ContractTerms contract) {
    checks.share(field + ".toPractices", terms.getToPractices());
    checks.share(field + ".toClinicians", terms.getToClinicians());
    Set<String> practices =
        contract.getParticipants().stream()
            .map(participant -> participant.getTin())
            .collect(Collectors.toSet());
    Set<String> seen = NumberChecks.names();
    BigDecimal toPractices = BigDecimal.ZERO;
    boolean clinicians = false;
    for (int i = 0; i < terms.getShares().size(); i++) {
      ReceiverShare share = terms.getShares().get(i);
      String place = field + ".shares[" + i + "]";
      checks.once(place + ".receiver", share.getOf() + "|" + share.getReceiver(), seen);
      checks.notNegative(place + ".share", share.getShare());
      String practice = share.getOf() == null ? share.getReceiver() : share.getOf();
      if (!practices.contains(practice)) {
        checks.problem(
            ContractCode.CONTRACT_PARTICIPANT, place, "The practice does not take part.");
      }
      if (share.getOf() == null) {
        toPractices = toPractices.add(share.getShare());
      } else {
        clinicians = true;
      }
    }
    boolean handsOn = terms.getToPractices().signum() > 0;
    if (handsOn && toPractices.signum() <= 0) {
      checks.problem(
          ContractCode.CONTRACT_PAYMENT, field + ".shares", "What is handed on needs receivers.");
    }
    if (clinicians != (terms.getToClinicians() != null)) {
      checks.problem(
          ContractCode.CONTRACT_PAYMENT,
          field + ".toClinicians",
          "Shares of clinicians and the part handed on to them must be named together.");
    }
  }

  private void interim(String field, InterimTerms terms) {
    int every = terms.getEveryMonths();
    if (every < 1 || every > MONTHS || MONTHS % every != 0) {
      checks.problem(
          ContractCode.CONTRACT_PAYMENT, field + ".everyMonths", "Use 1, 2, 3, 4, 6 or 12.");
    }
    checks.share(field + ".paidPart", terms.getPaidPart());
    checks.share(field + ".reserve", terms.getReserve());
    checks.share(field + ".recoupmentLimit", terms.getRecoupmentLimit());
  }
}
