package io.corridor.attribution.campaign;

import io.corridor.common.care.Home;
import io.corridor.common.care.RosterTerms.Campaign;
import io.corridor.common.care.RosterTerms.Centroid;
import io.corridor.common.care.RosterTerms.Site;
import io.corridor.common.id.Tin;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The site that takes a member in (domain.md 1.6): practices whose specialists the member uses
 * first, where the contract says so; then the smallest distance, the panel that is filled least and
 * the smaller site id. The same zip code is no distance; without centroids the same county counts
 * as near, after all sites whose distance is known. A full panel takes nobody in.
 */
public final class Proximity {

  /** How near a site is known to be. */
  public enum Measure {
    /** By the centroids of both zip codes. */
    MILES,
    /** The same zip code. */
    SAME_ZIP,
    /** The same county; the distance is not known. */
    SAME_COUNTY
  }

  /**
   * A site that a member can be offered.
   *
   * @param site the site
   * @param measure how near it is known to be
   * @param miles distance; zero in the same zip code, null when it is not known
   * @param bySpecialist true when the member uses a specialist of its practice
   */
  public record Offer(
      Site site, Measure measure, @Nullable BigDecimal miles, boolean bySpecialist) {

    private boolean isUnknown() {
      return miles == null;
    }

    private BigDecimal known() {
      BigDecimal distance = miles;
      return distance == null ? BigDecimal.ZERO : distance;
    }
  }

  private static final Comparator<Offer> NEAREST_FIRST =
      Comparator.comparing((Offer offer) -> !offer.bySpecialist())
          .thenComparing(Offer::isUnknown)
          .thenComparing(Offer::known)
          .thenComparing(Offer::site, Site::byFill)
          .thenComparing(offer -> offer.site().site());

  private Proximity() {}

  /**
   * The nearest site.
   *
   * @param sites open sites of practices that take part
   * @param used practices whose specialists the member uses
   */
  static Optional<Offer> nearest(Collection<Site> sites, Home home, Campaign terms, Set<Tin> used) {
    return sites.stream()
        .filter(site -> !site.isFull())
        .flatMap(site ->
            offer(site, home, terms, terms.specialistsFirst() && used.contains(site.tin()))
                .stream())
        .min(NEAREST_FIRST);
  }

  private static Optional<Offer> offer(Site site, Home home, Campaign terms, boolean bySpecialist) {
    if (site.zip().equals(home.zip())) {
      return Optional.of(new Offer(site, Measure.SAME_ZIP, BigDecimal.ZERO, bySpecialist));
    }
    Centroid there = terms.centroids().get(site.zip());
    String zip = home.zip();
    Centroid here = zip == null ? null : terms.centroids().get(zip);
    if (here != null && there != null) {
      BigDecimal miles = GreatCircle.milesHalfUp(here, there);
      return miles.compareTo(terms.maxMiles()) > 0
          ? Optional.empty()
          : Optional.of(new Offer(site, Measure.MILES, miles, bySpecialist));
    }
    String county = site.county();
    return county != null && county.equals(home.county())
        ? Optional.of(new Offer(site, Measure.SAME_COUNTY, null, bySpecialist))
        : Optional.empty();
  }
}
