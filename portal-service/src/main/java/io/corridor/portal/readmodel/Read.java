package io.corridor.portal.readmodel;

import io.corridor.common.streams.Envelopes;
import io.corridor.schemas.Envelope;

/**
 * One record as a mapper sees it.
 *
 * @param key record key
 * @param partition partition it came from
 * @param offset its offset
 * @param envelope envelope of the value
 * @param value the value
 * @param bytes the value as it came, for tables that keep it whole
 */
record Read<V>(String key, int partition, long offset, Envelope envelope, V value, byte[] bytes) {

  /** True when the entity has ended or never held. */
  boolean ended() {
    return Envelopes.ended(envelope);
  }

  /** Version of the entity, which only its writer raises. */
  long version() {
    return envelope.getVersion();
  }

  /** Names where it came from and nothing of what it says. */
  @Override
  public String toString() {
    return "Read[partition=" + partition + ", offset=" + offset + "]";
  }
}
