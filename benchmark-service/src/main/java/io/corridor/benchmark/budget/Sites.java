package io.corridor.benchmark.budget;

import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.streams.World;
import io.corridor.common.time.DateSpan;
import io.corridor.schemas.Affiliation;
import io.corridor.schemas.AffiliationValue;
import io.corridor.schemas.RecordStatus;
import io.corridor.schemas.topic.Topics;
import java.time.YearMonth;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Sites of practices: where a clinician works for a practice, by the dated links of both. */
final class Sites {

  /** A member month without a clinician, or whose clinician has no site. */
  static final String NOWHERE = "-";

  private Sites() {}

  /** Name under which the members of a clinician are found when a link changes. */
  static String index(String npi) {
    return "npi=" + npi;
  }

  /**
   * The site on the first day of a month, as {@code tin/site}; of several links the one that began
   * last. No two links of a clinician to a practice begin on one day.
   */
  static String of(World world, Tin tin, @Nullable Npi npi, YearMonth month) {
    String site =
        npi == null
            ? NOWHERE
            : world
                .table(Topics.AFFILIATION)
                .subMap(
                    npi.value() + "|" + tin.value() + "|",
                    npi.value() + "|" + tin.value() + "|" + Character.MAX_VALUE)
                .values()
                .stream()
                .map(AffiliationValue::getBody)
                .filter(link -> link.getStatus() == RecordStatus.ACTIVE)
                .filter(link -> span(link).contains(month.atDay(1)))
                .max(Comparator.comparing(Affiliation::getFrom))
                .map(Sites::name)
                .orElse(NOWHERE);
    return tin.value() + "/" + site;
  }

  private static DateSpan span(Affiliation link) {
    return DateSpan.ofInclusive(link.getFrom(), link.getLastDay());
  }

  /** A name that a key can hold. */
  private static String name(Affiliation link) {
    String site = link.getSite();
    String kept = site == null ? "" : site.strip().replaceAll("[|\\s]", "_");
    return kept.isEmpty() ? NOWHERE : kept;
  }
}
