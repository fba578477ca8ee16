package io.corridor.settlement.capitation;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Rate;
import io.corridor.settlement.share.Check;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Terms of primary-care capitation.
 *
 * @param ratePmpm dollars per member and month at a risk score of one
 * @param capitatedCodes services that the monthly amount pays for
 * @param carvedOutCodes services that stay fee for service and never enter the reconciliation:
 *     vaccines, after-hours care, procedures
 * @param leakageCap most that leakage takes back, as a part of the capitation of the year; null
 *     without a cap
 */
public record CapitationTerms(
    Amount ratePmpm,
    Set<String> capitatedCodes,
    Set<String> carvedOutCodes,
    @Nullable Rate leakageCap) {

  /** Rejects terms that contradict themselves. */
  public CapitationTerms {
    capitatedCodes = Set.copyOf(capitatedCodes);
    carvedOutCodes = Set.copyOf(carvedOutCodes);
    Check.positive("the capitation rate", ratePmpm);
    Check.share("the leakage cap", leakageCap);
    for (String code : carvedOutCodes) {
      Check.that(
          !capitatedCodes.contains(code), "service " + code + " is both capitated and carved out");
    }
  }
}
