package io.corridor.intake.identity;

import java.time.Instant;
import java.util.Comparator;

/**
 * A source's word that two member ids are one person, in force.
 *
 * @param entity payer and link id
 * @param at when the source linked them
 * @param member id that is given up
 * @param survivor id that goes on
 */
public record Link(String entity, Instant at, String member, String survivor)
    implements Comparable<Link> {

  private static final Comparator<Link> ORDER =
      Comparator.comparing(Link::at).thenComparing(Link::entity).thenComparing(Link::member);

  /**
   * What tells it from any other: a version of a link may give up another id, and then the link
   * leaves the one and enters the other.
   */
  public String key() {
    return entity + "|" + member;
  }

  /** The earlier link first: of two that contradict each other it is the one that holds. */
  @Override
  public int compareTo(Link other) {
    return ORDER.compare(this, other);
  }
}
