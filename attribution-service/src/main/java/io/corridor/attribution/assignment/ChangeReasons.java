package io.corridor.attribution.assignment;

import io.corridor.attribution.assignment.MemberHistory.Covered;
import io.corridor.common.care.Contract;
import io.corridor.common.care.Contract.Method;
import io.corridor.common.care.PcpSelection;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.time.DateSpan;
import io.corridor.common.time.Months;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an assignment of one month differs from the one before (domain.md 1.7), computed from what is
 * known, never from what was emitted.
 */
public final class ChangeReasons {

  private final MemberHistory history;
  private final MonthTerms terms;
  private final @Nullable MonthDecision before;
  private final MonthDecision now;
  private final @Nullable LocalDate since;
  private final boolean visitsOnly;

  private ChangeReasons(
      MemberHistory history,
      MonthTerms terms,
      @Nullable MonthDecision before,
      MonthDecision now,
      @Nullable LocalDate since,
      boolean visitsOnly) {
    this.history = history;
    this.terms = terms;
    this.before = before;
    this.now = now;
    this.since = since;
    this.visitsOnly = visitsOnly;
  }

  /**
   * The reason of a change, if it is one.
   *
   * @param from who was accountable; null when nobody was
   * @param before the month before by today's knowledge; null when it is not evaluated
   * @param now the month by today's knowledge
   * @param since reversals received after this day count as news; null when all do
   * @param visitsOnly true when only visits moved, so that enrollment cannot be the cause
   */
  static Optional<ChangeReason> of(
      @Nullable Accountable from,
      @Nullable MonthDecision before,
      MonthDecision now,
      MemberHistory history,
      MonthTerms terms,
      @Nullable LocalDate since,
      boolean visitsOnly) {
    ChangeReasons reasons = new ChangeReasons(history, terms, before, now, since, visitsOnly);
    Accountable to = now.accountable();
    if (from == null) {
      return to == null ? Optional.empty() : Optional.of(reasons.gained(to));
    }
    if (to == null) {
      return Optional.of(reasons.lost(from));
    }
    return from.samePlace(to) ? Optional.empty() : Optional.of(reasons.changed(from, to));
  }

  private ChangeReason gained(Accountable to) {
    MonthDecision earlier = before;
    Unattributed was = earlier == null ? null : earlier.unattributed();
    if (!visitsOnly && (earlier == null ? !coveredEarlier() : wasClosedOut(was))) {
      return entered();
    }
    boolean samePlaceOutside = was == Unattributed.NOT_A_PARTICIPANT && wasFirst(to.tin());
    if (to.method().isAdjustment()) {
      return ChangeReason.DISPUTE_UPHELD;
    }
    if (to.method().is(Method.PROXIMITY)) {
      return ChangeReason.CAMPAIGN_ALIGNED;
    }
    if (was == Unattributed.ADJUSTED) {
      return ChangeReason.MANUAL_ADJ_EXPIRED;
    }
    if (now.basis() == Basis.VOLUNTARY) {
      return ChangeReason.PCP_SELECTED;
    }
    if (to.method().is(Method.PCP_SELECTION)) {
      boolean selectedBefore = earlier != null && Objects.equals(selected(earlier), to.npi());
      return selectedBefore ? ChangeReason.ROSTER_ADDED : ChangeReason.PCP_SELECTED;
    }
    return samePlaceOutside ? ChangeReason.ROSTER_ADDED : byVisits(to, null);
  }

  /** Without a decision of the month before, its anchor day tells whether coverage is new. */
  private boolean coveredEarlier() {
    return coverage().stream()
        .anyMatch(covered -> covered.span().contains(now.anchor().minusMonths(1)));
  }

  private static boolean wasClosedOut(@Nullable Unattributed was) {
    return was != null && was.byGate();
  }

  private ChangeReason lost(Accountable from) {
    LocalDate death = history.deathDate(terms.contract().payer());
    if (death != null && YearMonth.from(death).isBefore(now.month())) {
      return ChangeReason.DIED;
    }
    return switch (Objects.requireNonNull(now.unattributed())) {
      case DECEASED -> ChangeReason.DIED;
      case NOT_ENROLLED -> ended();
      case OPTED_OUT -> ChangeReason.OPTED_OUT;
      case DUAL,
          PARTS_OR_MANAGED_CARE,
          EXCLUSIVE_PROGRAM,
          GROUP_HEALTH_PLAN,
          ONE_PART_ONLY,
          NO_MONTH_WITH_BOTH_PARTS,
          NOT_RESIDENT ->
          ChangeReason.EXCLUDED_PROGRAM;
      case ADJUSTED -> ChangeReason.DISPUTE_UPHELD;
      case DESIGNATED_ELSEWHERE -> ChangeReason.PCP_CHANGED;
      case PCP_NOT_IN_NETWORK -> lostSelection(from);
      case NOT_A_PARTICIPANT -> isBySelection(now) ? lostSelection(from) : lostVisits(from);
      case NO_HISTORY, NOT_ASSIGNABLE, NO_SERVICE_OF_ACO_PHYSICIAN, ANOTHER_ENTITY ->
          lostVisits(from);
    };
  }

  private static boolean isBySelection(MonthDecision decision) {
    AssignedBy by = decision.method();
    return by != null && by.is(Method.PCP_SELECTION);
  }

  private ChangeReason lostSelection(Accountable from) {
    return from.method().is(Method.PCP_SELECTION) && Objects.equals(selected(now), from.npi())
        ? ChangeReason.ROSTER_TERMED
        : ChangeReason.PCP_CHANGED;
  }

  private ChangeReason lostVisits(Accountable from) {
    if (from.method().isAdjustment()) {
      return ChangeReason.MANUAL_ADJ_EXPIRED;
    }
    if (from.method().is(Method.PCP_SELECTION)) {
      return ChangeReason.PCP_CHANGED;
    }
    if (from.method().is(Method.PROXIMITY)) {
      return ChangeReason.CAMPAIGN_DECLINED;
    }
    List<Candidate> practices = now.practices();
    if (!practices.isEmpty() && practices.getFirst().tin().equals(from.tin())) {
      return ChangeReason.ROSTER_TERMED;
    }
    if (reversed(from, null)) {
      return ChangeReason.CLAIM_REVERSED;
    }
    boolean outside = !practices.isEmpty() && isNew(practices.getFirst());
    return !outside && rolledOut(from) ? ChangeReason.WINDOW_ROLLED : ChangeReason.LOST_PLURALITY;
  }

  private ChangeReason changed(Accountable from, Accountable to) {
    if (to.method().isAdjustment()) {
      return ChangeReason.DISPUTE_UPHELD;
    }
    if (from.method().isAdjustment()) {
      return ChangeReason.MANUAL_ADJ_EXPIRED;
    }
    if (to.method().is(Method.PROXIMITY)) {
      return ChangeReason.CAMPAIGN_ALIGNED;
    }
    boolean chosen =
        to.method().is(Method.PCP_SELECTION)
            || now.basis() == Basis.SELECTION
            || now.basis() == Basis.VOLUNTARY;
    if (from.method().is(Method.PCP_SELECTION)) {
      return chosen && Objects.equals(from.npi(), to.npi())
          ? ChangeReason.TIN_MOVED
          : ChangeReason.PCP_CHANGED;
    }
    boolean followed =
        terms.policy().creditDay() != null
            && from.npi() != null
            && Objects.equals(from.npi(), to.npi());
    if (!chosen && followed) {
      return ChangeReason.TIN_MOVED;
    }
    return chosen ? ChangeReason.PCP_SELECTED : byVisits(to, from);
  }

  /** A plurality won from a known practice or from nobody known. */
  private ChangeReason byVisits(Accountable to, @Nullable Accountable from) {
    if (reversed(from, to)) {
      return ChangeReason.CLAIM_REVERSED;
    }
    boolean sameTin = from != null && from.tin().equals(to.tin());
    List<Candidate> ranked = sameTin ? now.clinicians() : now.practices();
    if (!ranked.isEmpty() && isNew(ranked.getFirst())) {
      return ChangeReason.NEW_CLAIMS_PLURALITY;
    }
    boolean rolled = from == null ? othersRolledOut(to) : rolledOut(from);
    return rolled ? ChangeReason.WINDOW_ROLLED : ChangeReason.NEW_CLAIMS_PLURALITY;
  }

  /** True when the candidate was seen after the window of the month before. */
  private boolean isNew(Candidate candidate) {
    MonthDecision earlier = before;
    LocalDate until = earlier == null ? null : earlier.window().until();
    return until != null && !candidate.lastVisit().isBefore(until);
  }

  private boolean rolledOut(Accountable from) {
    MonthDecision earlier = before;
    if (earlier == null) {
      return false;
    }
    int practice = visits(earlier.practices(), from.tin().value());
    Npi npi = from.npi();
    int clinician = npi == null ? 0 : visits(earlier.clinicians(), npi.value());
    return practice > visits(now.practices(), from.tin().value())
        || (npi != null && clinician > visits(now.clinicians(), npi.value()));
  }

  private boolean othersRolledOut(Accountable to) {
    MonthDecision earlier = before;
    return earlier != null
        && earlier.practices().stream()
            .filter(candidate -> !candidate.tin().equals(to.tin()))
            .anyMatch(candidate -> candidate.visits() > visits(now.practices(), candidate.id()));
  }

  private static int visits(List<Candidate> candidates, String id) {
    return candidates.stream()
        .filter(candidate -> candidate.id().equals(id))
        .mapToInt(Candidate::visits)
        .findFirst()
        .orElse(0);
  }

  private boolean wasFirst(Tin tin) {
    MonthDecision earlier = before;
    return earlier != null
        && !earlier.practices().isEmpty()
        && earlier.practices().getFirst().tin().equals(tin);
  }

  /** A line in the windows was taken back that spoke for {@code from}, or against {@code to}. */
  private boolean reversed(@Nullable Accountable from, @Nullable Accountable to) {
    MonthDecision earlier = before;
    DateSpan days =
        new DateSpan(
            earlier == null ? now.window().from() : earlier.window().from(), now.window().until());
    boolean sameTin = from != null && to != null && from.tin().equals(to.tin());
    return history.revoked(days).stream()
        .filter(revoked -> since == null || revoked.receivedOn().isAfter(since))
        .filter(revoked -> counts(revoked.clinician(), from, to))
        .anyMatch(revoked ->
            from == null
                ? to == null || !revoked.tin().equals(to.tin())
                : revoked.tin().equals(from.tin())
                    && (!sameTin || Objects.equals(revoked.npi(), from.npi())));
  }

  /** Specialists' lines speak only where a method that asks them decided. */
  private static boolean counts(
      Clinician clinician, @Nullable Accountable from, @Nullable Accountable to) {
    return clinician.isPrimaryCare()
        || (from != null && from.method().asksSpecialists())
        || (to != null && to.method().asksSpecialists());
  }

  private @Nullable Npi selected(MonthDecision month) {
    return SelectionRules.on(history.selections(terms.contract().payer()), month.anchor())
        .map(PcpSelection::npi)
        .orElse(null);
  }

  /** Coverage began: late when its record was received after its first month. */
  private ChangeReason entered() {
    return coverage().stream()
            .filter(covered -> covered.span().contains(now.anchor()))
            .allMatch(
                covered -> !covered.receivedOn().isBefore(Months.nextFirst(covered.span().from())))
        ? ChangeReason.RETRO_ENROLLED
        : ChangeReason.NEW_ENROLLEE;
  }

  /** Coverage ended: late when its record was received after the last day, or was withdrawn. */
  private ChangeReason ended() {
    return coverage().stream()
        .filter(covered -> endedBefore(covered))
        .max(Comparator.comparing(covered -> Objects.requireNonNull(until(covered))))
        .map(covered ->
            covered.receivedOn().isBefore(Objects.requireNonNull(until(covered)))
                ? ChangeReason.ENROLLMENT_ENDED
                : ChangeReason.RETRO_TERMED)
        .orElse(ChangeReason.RETRO_TERMED);
  }

  private boolean endedBefore(Covered covered) {
    LocalDate until = until(covered);
    return until != null && !until.isAfter(now.anchor());
  }

  private static @Nullable LocalDate until(Covered covered) {
    return covered.span().until();
  }

  private List<Covered> coverage() {
    Contract contract = terms.contract();
    return history.coverage(contract.payer(), contract.lineOfBusiness());
  }
}
