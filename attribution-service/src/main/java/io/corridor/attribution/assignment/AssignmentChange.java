package io.corridor.attribution.assignment;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * An assignment of one month that became another.
 *
 * @param month month
 * @param from who was accountable
 * @param to who is from now on
 * @param type NEW, DROPPED or CHANGED
 * @param reason why
 */
public record AssignmentChange(
    YearMonth month,
    @Nullable Accountable from,
    @Nullable Accountable to,
    ChangeType type,
    ChangeReason reason) {}
