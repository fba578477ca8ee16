package io.corridor.common.care;

import io.corridor.common.time.DateSpan;

/**
 * Coverage with one payer and line of business.
 *
 * @param lineOfBusiness MEDICARE, MEDICAID or COMMERCIAL
 * @param span covered days
 * @param partsAandB Medicare Parts A and B both in force and no group health plan; true outside
 *     Medicare
 * @param dual Medicare and Medicaid at once
 * @param optedOut opted out of attribution
 */
public record Coverage(
    String lineOfBusiness, DateSpan span, boolean partsAandB, boolean dual, boolean optedOut) {}
