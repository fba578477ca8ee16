package io.corridor.common.care;

import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.time.DateSpan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a contract says about its roster beyond the methods: disputes, the choice of the list,
 * clinicians who move, the alignment campaign (domain.md 1.3 H, 1.6, 1.8).
 *
 * @param disputes clock of disputes
 * @param listChoice choice of the list before each year; null when there is none
 * @param creditFollowsClinician true when visits belong to the practice that the clinician has on
 *     the list day, false when they stay with the practice that billed them
 * @param campaign alignment campaign; null when there is none
 */
public record RosterTerms(
    DisputeClock disputes,
    @Nullable ListChoice listChoice,
    boolean creditFollowsClinician,
    @Nullable Campaign campaign) {

  /** The clock of domain.md 1.8; no choice of the list; visits stay; no campaign. */
  public static final RosterTerms NONE =
      new RosterTerms(new DisputeClock(5, 30), null, false, null);

  /**
   * Clock of disputes, in business days after the submission.
   *
   * @param reviewDays until the review begins
   * @param decisionDays until it is decided
   */
  public record DisputeClock(int reviewDays, int decisionDays) {}

  /**
   * Choice of the list before each performance year (42 CFR 425.400(a)(4)(ii)).
   *
   * @param deadlineDays days before the first day of the year; a choice counts when it was made
   *     before the end of that day
   * @param stated choices that the contract itself states, by performance year
   */
  public record ListChoice(int deadlineDays, Map<Integer, AttributionOptions.ListKind> stated) {

    /** Copies the choices. */
    public ListChoice {
      stated = Map.copyOf(stated);
    }
  }

  /**
   * Alignment campaign for unattributed members (domain.md 1.6).
   *
   * @param waitDays days after the letter without an answer
   * @param declineDays days after the assignment in which it may be declined
   * @param maxMiles greatest distance
   * @param specialistsFirst true when practices whose specialists the member uses come first
   * @param sites sites that take part
   * @param centroids zip centroids in degrees, by zip
   */
  public record Campaign(
      int waitDays,
      int declineDays,
      BigDecimal maxMiles,
      boolean specialistsFirst,
      List<Site> sites,
      Map<String, Centroid> centroids) {

    /** Copies the lists. */
    public Campaign {
      sites = List.copyOf(sites);
      centroids = Map.copyOf(centroids);
    }
  }

  /**
   * A site that takes members in.
   *
   * @param site site
   * @param tin practice
   * @param npi clinician, if one is named
   * @param zip five-digit zip code
   * @param county county code as in coverage
   * @param capacity members it can hold; null when unlimited
   * @param panel members it has, as the practice reports them with these terms
   * @param open days on which it is open to new patients
   */
  public record Site(
      String site,
      Tin tin,
      @Nullable Npi npi,
      String zip,
      @Nullable String county,
      @Nullable Integer capacity,
      int panel,
      DateSpan open) {

    /** True when the panel holds nobody more. */
    public boolean isFull() {
      return capacity != null && panel >= capacity;
    }

    /** Which of two panels is filled less, by members over capacity; without limit it is empty. */
    public static int byFill(Site one, Site other) {
      return Long.compare(
          (long) one.counted() * other.counting(), (long) other.counted() * one.counting());
    }

    private int counted() {
      return capacity == null ? 0 : panel;
    }

    private int counting() {
      return capacity == null ? 1 : capacity;
    }
  }

  /** Centre of a zip code, in degrees north and east. */
  public record Centroid(BigDecimal latitude, BigDecimal longitude) {}
}
