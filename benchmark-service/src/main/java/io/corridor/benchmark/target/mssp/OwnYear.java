package io.corridor.benchmark.target.mssp;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import org.jspecify.annotations.Nullable;

/**
 * What a performance year of the contract tells of one enrollment type.
 *
 * @param counted cost after truncation
 * @param completionFactor what completes it
 * @param personYears person-years, above zero
 * @param meanRisk mean prospective risk; null where members are not scored
 */
public record OwnYear(
    Money counted, Rate completionFactor, Rate personYears, @Nullable Rate meanRisk) {}
