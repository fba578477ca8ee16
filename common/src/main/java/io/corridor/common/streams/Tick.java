package io.corridor.common.streams;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The business date moved.
 *
 * @param from business date before; null when this is the first
 * @param to business date now
 * @param freeze true when what is published on a day inside (from, to] is to be published
 */
public record Tick(@Nullable LocalDate from, LocalDate to, boolean freeze) {}
