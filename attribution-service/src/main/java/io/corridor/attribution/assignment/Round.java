package io.corridor.attribution.assignment;

import io.corridor.common.id.Tin;
import io.corridor.common.time.DateSpan;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Candidates of a window that slides while the policy, the services and the order stay: practice
 * first, clinician of that practice second.
 */
final class Round {

  private final VisitPolicy policy;
  private final ServiceGroup group;
  private final RankOrder order;
  private final VisitWindow window;
  private @Nullable DateSpan days;
  private @Nullable Ranking practices;
  private @Nullable Ranking clinicians;

  Round(VisitPolicy policy, ServiceGroup group, RankOrder order, CountedVisits counted) {
    this.policy = policy;
    this.group = group;
    this.order = order;
    this.window = new VisitWindow(counted.counted());
  }

  /** True when the round can go on to a window. */
  boolean serves(VisitPolicy asked, ServiceGroup services, RankOrder ranking, DateSpan next) {
    return policy.equals(asked)
        && group == services
        && order.equals(ranking)
        && (days == null || isNotBefore(next, days));
  }

  private static boolean isNotBefore(DateSpan next, DateSpan last) {
    LocalDate nextUntil = Objects.requireNonNull(next.until());
    return !next.from().isBefore(last.from()) && !nextUntil.isBefore(last.until());
  }

  /** Ranks the practices of a window. */
  Ranking practices(DateSpan next) {
    Ranking ranked = practices;
    days = next;
    if (window.moveTo(next) || ranked == null) {
      ranked = Ranking.of(window.practices(), order);
      practices = ranked;
      clinicians = null;
    }
    return ranked;
  }

  /** Ranks the clinicians of the first practice of the window. */
  Ranking clinicians(Tin tin) {
    Ranking ranked = clinicians;
    if (ranked == null) {
      ranked = Ranking.of(window.clinicians(tin), order);
      clinicians = ranked;
    }
    return ranked;
  }
}
