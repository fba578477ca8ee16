package io.corridor.intake.ledger;

import java.time.YearMonth;

/**
 * Cents booked for a member in a month of payment for a month of service.
 *
 * @param member member
 * @param paidMonth month of payment
 * @param serviceMonth month the cost was incurred in
 * @param paidCents paid cents added; negative: taken back
 * @param allowedCents allowed cents added
 */
public record CashCell(
    String member,
    YearMonth paidMonth,
    YearMonth serviceMonth,
    long paidCents,
    long allowedCents) {}
