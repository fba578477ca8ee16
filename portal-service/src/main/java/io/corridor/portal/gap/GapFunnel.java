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

  /** A share of the bar, in words. */
  public record Part(String label, String count) {}

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
    parts.add(new Part("Eligible", Format.count(eligible())));
    parts.add(new Part("Closed", Format.count(closed)));
    parts.add(new Part("Open", Format.count(open)));
    parts.add(new Part("Excluded", Format.count(excluded)));
    if (waiting > 0) {
      parts.add(new Part("Not due yet", Format.count(waiting)));
    }
    if (expired > 0) {
      parts.add(new Part("Expired", Format.count(expired)));
    }
    parts.add(new Part("Expiring in 30 days", Format.count(expiring)));
    return parts;
  }

  /** The bar: closed, expiring, open, not due yet, excluded and expired. */
  public Drawing bar() {
    Drawing bar = new Drawing(600, 26);
    bar.rect("f-track", 0, 30, WIDTH, 200);
    if (eligible() == 0) {
      return bar;
    }
    Scale scale = new Scale(0, eligible(), 0, WIDTH);
    long at = 0;
    at = part(bar, scale, at, closed, "f-blue");
    at = part(bar, scale, at, expiring, "f-crit");
    at = part(bar, scale, at, open - expiring, "f-warn");
    at = part(bar, scale, at, waiting, "f-blue2");
    part(bar, scale, at, excluded + expired, "f-grey");
    return bar;
  }

  private static long part(Drawing bar, Scale scale, long from, long count, String css) {
    if (count > 0) {
      long x = scale.at(from);
      bar.rect(css, x, 30, Math.max(10, scale.at(from + count) - x - 10), 200);
    }
    return from + count;
  }

  /** What the bar shows, for those who do not see it. */
  public String description() {
    return String.join(
        ", ", parts().stream().map(part -> part.label() + " " + part.count()).toList());
  }
}
