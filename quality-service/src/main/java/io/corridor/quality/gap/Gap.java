package io.corridor.quality.gap;

import io.corridor.quality.measure.Evidence;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member's state in one measure and period.
 *
 * @param measure measure
 * @param year measurement year
 * @param state state
 * @param reason why excluded, reopened or prospective
 * @param openedOn day it came into being
 * @param dueBy last day on which evidence counts
 * @param evidence latest evidence that counts
 * @param nextDueOn first day on which no present evidence counts any more
 */
public record Gap(
    String measure,
    int year,
    GapState state,
    @Nullable String reason,
    LocalDate openedOn,
    LocalDate dueBy,
    @Nullable Evidence evidence,
    @Nullable LocalDate nextDueOn) {}
