package io.corridor.intake.identity;

import java.time.Instant;
import java.util.Comparator;

/**
 * A source's word that two member ids are one person, in force.
 *
 * @param key what tells it from any other link: payer, link id and the id that is given up
 * @param at when the source linked them
 * @param member id that is given up
 * @param survivor id that goes on
 */
public record Link(String key, Instant at, String member, String survivor)
    implements Comparable<Link> {

  private static final Comparator<Link> ORDER =
      Comparator.comparing(Link::at).thenComparing(Link::key);

  /** The earlier link first: of two that contradict each other it is the one that holds. */
  @Override
  public int compareTo(Link other) {
    return ORDER.compare(this, other);
  }
}
