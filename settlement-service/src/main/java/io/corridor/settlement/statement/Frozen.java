package io.corridor.settlement.statement;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A figure as a service froze it for a closing.
 *
 * @param source topic and key of the record
 * @param cutDate business date of the cut
 * @param knownAt when the latest record behind it became known
 * @param levels how many levels were frozen at the cut; null where the writer did not count
 * @param figure the figure; null when there was none
 * @param <T> kind of figure
 */
public record Frozen<T>(
    String source,
    LocalDate cutDate,
    Instant knownAt,
    @Nullable Integer levels,
    @Nullable T figure) {}
