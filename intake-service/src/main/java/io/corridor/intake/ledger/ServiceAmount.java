package io.corridor.intake.ledger;

import java.time.YearMonth;

/**
 * What one version of a claim costs in one month of service.
 *
 * @param month month the cost was incurred in
 * @param paidCents paid cents; negative on a recovery
 * @param allowedCents allowed cents
 */
public record ServiceAmount(YearMonth month, long paidCents, long allowedCents) {}
