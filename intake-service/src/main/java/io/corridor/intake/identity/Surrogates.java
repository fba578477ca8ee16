package io.corridor.intake.identity;

import io.corridor.common.id.MemberId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Surrogates of members, remembering the last {@value #REMEMBERED} that were asked for: a keyed hash
 * costs more than reading the record it is for. For one thread.
 */
public final class Surrogates {

  private static final int REMEMBERED = 10_000;

  private record Source(String payer, String member) {}

  private final String secret;
  private final Map<Source, String> known =
      new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, String> eldest) {
          return size() > REMEMBERED;
        }
      };

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
    return known.computeIfAbsent(
        new Source(payer, member), source -> MemberId.surrogate(secret, payer, member).value());
  }
}
