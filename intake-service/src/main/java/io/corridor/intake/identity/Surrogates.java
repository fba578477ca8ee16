package io.corridor.intake.identity;

import io.corridor.common.id.MemberId;
import java.util.HashMap;
import java.util.Map;

/**
 * Surrogates of members, remembering at most {@value #REMEMBERED} of them: a keyed hash costs more
 * than reading the record it is for. For one thread.
 */
public final class Surrogates {

  private static final int REMEMBERED = 10_000;

  private record Source(String payer, String member) {}

  private final String secret;
  private final Map<Source, String> known = new HashMap<>();

  /**
   * Surrogates of one installation.
   *
   * @param secret key of the installation
   */
  public Surrogates(String secret) {
    this.secret = secret;
  }

  /** The surrogate of a payer's member. */
  public String of(String payer, String member) {
    if (known.size() >= REMEMBERED) {
      known.clear();
    }
    return known.computeIfAbsent(
        new Source(payer, member), source -> MemberId.surrogate(secret, payer, member).value());
  }
}
