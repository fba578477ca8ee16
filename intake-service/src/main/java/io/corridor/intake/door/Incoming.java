package io.corridor.intake.door;

import io.corridor.intake.canonical.Parsed;
import io.corridor.intake.canonical.RecordType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One record as it came through the door, read but not yet stamped.
 *
 * @param type its type; null when the type itself is wrong
 * @param place where it came from
 * @param parsed the record or its rejection
 * @param receivedAt receipt when the record brings none
 * @param latest a receipt that the record brings is believed up to here; null: whatever it is
 * @param surrogate true when the member is a surrogate already
 */
record Incoming(
    @Nullable RecordType type,
    Place place,
    Parsed parsed,
    Instant receivedAt,
    @Nullable Instant latest,
    boolean surrogate) {}
