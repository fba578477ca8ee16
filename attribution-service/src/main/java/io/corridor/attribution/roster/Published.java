package io.corridor.attribution.roster;

import io.corridor.attribution.assignment.Accountable;
import io.corridor.attribution.assignment.ChangeType;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A roster row that was published: the truth of its month, whatever became known later.
 *
 * @param month roster month
 * @param accountable who is on it; null on a dropped or cancelled row
 * @param type how it differed from the roster before
 * @param businessDate business date of the cut
 */
public record Published(
    YearMonth month, @Nullable Accountable accountable, ChangeType type, LocalDate businessDate) {}
