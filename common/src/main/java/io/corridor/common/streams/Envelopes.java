package io.corridor.common.streams;

import io.corridor.schemas.Envelope;

/** What the envelope of a record says about its entity. */
public final class Envelopes {

  private Envelopes() {}

  /** True when the entity has ended, or is said never to have held. */
  public static boolean ended(Envelope envelope) {
    return switch (envelope.getOp()) {
      case END, RETRACT -> true;
      case CREATE, UPDATE -> false;
    };
  }
}
