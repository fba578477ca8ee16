package io.corridor.local.simulate;

import java.time.Instant;

/**
 * One record of the simulated feed.
 *
 * @param type record type
 * @param receivedAt when it is received
 * @param json canonical JSON, UTF-8, without line end; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record FeedRecord(RecordType type, Instant receivedAt, byte[] json) {}
