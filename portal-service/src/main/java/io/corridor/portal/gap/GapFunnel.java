package io.corridor.portal.gap;

import io.corridor.portal.dashboard.GateRow;
import io.corridor.portal.shell.Format;
import io.corridor.portal.shell.svg.Drawing;
import io.corridor.portal.shell.svg.Scale;
import java.util.ArrayList;
import java.util.List;

/**
 * How the eligible people of a measure stand: closed, open, excluded, and open ones that expire
 * within thirty days.
 *
 * @param measure measure
 * @param closed with evidence
 * @param open without
 * @param excluded not counted, with a reason
 * @param waiting not due yet
 * @param expired missed for good
 * @param expiring open ones whose last day lies within thirty days
 */
public record GapFunnel(
    String measure,
    long closed,
    long open,
    long excluded,
    long waiting,
    long expired,
    long expiring) {

  /** A share of the bar, in words, with the class of its colour in the bar. */
  public record Part(String label, String count, String css) {}

  private static final String CLOSED = "f-blue";
  private static final String OPEN = "f-slate";
  private static final String EXPIRING = "f-warn";
  private static final String WAITING = "f-blue2";
  private static final String ENDED = "f-grey";
  private static final long WIDTH = 6_000;

  /** Everyone the measure looks at. */
  public long eligible() {
    return closed + open + excluded + waiting + expired;
  }

  /** Title of the measure. */
  public String title() {
    return GateRow.titleOf(measure);
  }

  /** The finding in a sentence. */
  public String finding() {
    if (eligible() == 0) {
      return "Nobody is eligible yet.";
    }
    String still = Format.counted(open, "gap is", "gaps are") + " open";
    return expiring > 0 ? still + "; " + expiring + " expire within 30 days." : still + ".";
  }

  /** Parts of the bar with their counts, in its order. */
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("Eligible", Format.count(eligible()), ""));
    parts.add(new Part("Closed", Format.count(closed), CLOSED));
    parts.add(new Part("Open", Format.count(open), OPEN));
    parts.add(new Part("Excluded", Format.count(excluded), ENDED));
    if (waiting > 0) {
      parts.add(new Part("Not due yet", Format.count(waiting), WAITING));
    }
    if (expired > 0) {
      parts.add(new Part("Expired", Format.count(expired), ENDED));
    }
    parts.add(
        new Part("Expiring in 30 days", Format.count(expiring), expiring > 0 ? EXPIRING : ""));
    return parts;
  }

  /** The bar: closed, expiring, open, not due yet, excluded and expired. */
  public Drawing bar() {
    Drawing bar = new Drawing(600, 20);
    bar.rect("f-track", 0, 0, WIDTH, 200);
    if (eligible() == 0) {
      return bar;
    }
    Scale scale = new Scale(0, eligible(), 0, WIDTH);
    long at = 0;
    at = part(bar, scale, at, closed, CLOSED);
    at = part(bar, scale, at, expiring, EXPIRING);
    at = part(bar, scale, at, open - expiring, OPEN);
    at = part(bar, scale, at, waiting, WAITING);
    part(bar, scale, at, excluded + expired, ENDED);
    return bar;
  }

  private static long part(Drawing bar, Scale scale, long from, long count, String css) {
    if (count > 0) {
      long x = scale.at(from);
      bar.rect(css, x, 0, Math.max(10, scale.at(from + count) - x - 10), 200);
    }
    return from + count;
  }

  /** What the bar shows, for those who do not see it. */
  public String description() {
    return String.join(
        ", ", parts().stream().map(part -> part.label() + " " + part.count()).toList());
  }
}
