package io.corridor.settlement.engine;

import io.corridor.settlement.incentive.CareManagementFee;
import io.corridor.settlement.incentive.FeeThenShare;
import io.corridor.settlement.incentive.InfrastructurePayment;
import io.corridor.settlement.incentive.InterimPayment;
import io.corridor.settlement.incentive.PerformancePay;
import io.corridor.settlement.incentive.PracticeTarget;
import io.corridor.settlement.incentive.PreventableEvents;
import org.jspecify.annotations.Nullable;

/**
 * Payments that a contract agrees beside its shape. What is null is not agreed.
 *
 * @param careManagementFee monthly fee per patient
 * @param performancePay pay for performance by measure
 * @param infrastructure monthly amount until an end month
 * @param feeThenShare fee that turns into a share of savings
 * @param preventableEvents events below the own trend
 * @param practiceTarget a practice's own target
 * @param handedOn how the payment is handed on
 * @param interim advances on the expected result
 */
public record AgreedPayments(
    @Nullable CareManagementFee careManagementFee,
    @Nullable PerformancePay performancePay,
    @Nullable InfrastructurePayment infrastructure,
    @Nullable FeeThenShare feeThenShare,
    @Nullable PreventableEvents preventableEvents,
    @Nullable PracticeTarget practiceTarget,
    @Nullable HandedOn handedOn,
    @Nullable InterimPayment interim) {

  /** Nothing beside the shape. */
  public static final AgreedPayments NONE =
      new AgreedPayments(null, null, null, null, null, null, null, null);
}
