package io.corridor.attribution.assignment;

import io.corridor.common.id.Npi;
import io.corridor.common.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was allowed to an ACO, a practice or a clinician in a step that compares dollars.
 *
 * @param entity ACO id, or TIN of a practice
 * @param aco true for an ACO
 * @param npi clinician of the practice; null for the practice or ACO itself
 * @param allowed allowed dollars; with two alignment years those of the newer
 * @param earlier allowed dollars of the older alignment year; zero with one window
 * @param lastService most recent service day
 */
public record Charges(
    String entity,
    boolean aco,
    @Nullable Npi npi,
    Money allowed,
    Money earlier,
    LocalDate lastService) {

  /** Greater charges, then the most recent service, then the smaller id (decisions 14). */
  static final Comparator<Charges> GREATEST_FIRST =
      Comparator.comparingLong(Charges::thirds)
          .thenComparing(Charges::lastService)
          .reversed()
          .thenComparing(Charges::id);

  /**
   * Weighted cents in thirds: the newer year counts two thirds, the older one (domain.md 1.3 R).
   * With one window all charges are of the newer, so that the order is that of the dollars.
   */
  long thirds() {
    return Math.addExact(Math.multiplyExact(2, allowed.cents()), earlier.cents());
  }

  String id() {
    Npi clinician = npi;
    return clinician == null ? entity : clinician.value();
  }

  /** What put the first of a ranking before the second. */
  static TieBreak decidedBy(List<Charges> ranked) {
    if (ranked.size() < 2 || ranked.get(0).thirds() != ranked.get(1).thirds()) {
      return TieBreak.NONE;
    }
    return ranked.get(0).lastService().equals(ranked.get(1).lastService())
        ? TieBreak.ID
        : TieBreak.RECENCY;
  }
}
