package io.corridor.attribution.assignment;

import io.corridor.attribution.assignment.MemberHistory.Covered;
import io.corridor.attribution.assignment.MemberHistory.Selected;
import io.corridor.attribution.assignment.MemberHistory.Stay;
import io.corridor.common.care.Contract;
import io.corridor.common.care.PcpSelection;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.time.DateSpan;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Attribution of one member under one contract, month by month (domain.md 1.3 to 1.5): the gate,
 * then the contract's methods in their order; practice first, clinician second.
 *
 * <p>Duplicates are the ledger's matter; order of arrival cannot matter because only rows are read;
 * a late, replaced or voided record changes rows and so the months whose windows hold them.
 */
final class AssignmentRules {

  /** Candidates listed in an explanation (domain.md 1.9). */
  private static final int LISTED = 5;

  private final MemberHistory history;
  private final Network network;
  private final Map<String, List<Covered>> coverage = new HashMap<>();
  private final Map<String, Optional<LocalDate>> deaths = new HashMap<>();
  private final Map<String, List<Selected>> selections = new HashMap<>();
  private List<Visit> visits = List.of();
  private List<Stay> stays = List.of();
  private TreeMap<YearMonth, Map<Exclusion, Integer>> excluded = new TreeMap<>();
  private @Nullable Round round;

  /** A window that slides while the policy and the order of candidates stay. */
  private static final class Round {
    private final VisitPolicy policy;
    private final List<Contract.TieBreak> tieBreaks;
    private final CountedVisits counted;
    private final VisitWindow window;
    private LocalDate from;
    private @Nullable Ranking practices;
    private @Nullable Ranking clinicians;

    Round(MonthTerms terms, CountedVisits counted) {
      this.policy = terms.policy();
      this.tieBreaks = terms.contract().attribution().tieBreaks();
      this.counted = counted;
      this.window = new VisitWindow(counted.counted());
      this.from = terms.window().from();
    }

    boolean serves(MonthTerms terms) {
      return policy.equals(terms.policy())
          && tieBreaks.equals(terms.contract().attribution().tieBreaks())
          && !terms.window().from().isBefore(from);
    }

    Ranking practices(DateSpan days) {
      Ranking ranked = practices;
      from = days.from();
      if (window.moveTo(days) || ranked == null) {
        ranked = Ranking.of(window.practices(), tieBreaks);
        practices = ranked;
        clinicians = null;
      }
      return ranked;
    }

    Ranking clinicians(Tin tin) {
      Ranking ranked = clinicians;
      if (ranked == null) {
        ranked = Ranking.of(window.clinicians(tin), tieBreaks);
        clinicians = ranked;
      }
      return ranked;
    }
  }

  private AssignmentRules(MemberHistory history, Network network) {
    this.history = history;
    this.network = network;
  }

  /**
   * Decides months of one contract.
   *
   * @param months months with their terms, ascending
   */
  static List<MonthDecision> decide(
      MemberHistory history, Network network, Collection<MonthTerms> months) {
    AssignmentRules rules = new AssignmentRules(history, network);
    rules.read(months);
    return months.stream().map(rules::decide).toList();
  }

  /** Reads the rows of all windows at once. */
  private void read(Collection<MonthTerms> months) {
    boolean byVisits =
        months.stream()
            .anyMatch(terms ->
                terms
                    .contract()
                    .attribution()
                    .methods()
                    .contains(Contract.Method.PLURALITY_VISITS));
    if (!byVisits) {
      return;
    }
    LocalDate from =
        months.stream().map(terms -> terms.window().from()).min(LocalDate::compareTo).orElseThrow();
    LocalDate until =
        months.stream()
            .map(terms -> terms.month().plusMonths(1).atDay(1))
            .max(LocalDate::compareTo)
            .orElseThrow();
    DateSpan days = new DateSpan(from, until);
    visits = history.visits(days);
    excluded = history.excluded(days);
    if (visits.stream().anyMatch(AssignmentRules::asksForStays)) {
      stays = history.stays(days);
    }
  }

  private static boolean asksForStays(Visit visit) {
    return visit.kind().condition() == VisitClass.Condition.NURSING_FACILITY
        || visit.kind().condition() == VisitClass.Condition.ADVANCE_CARE;
  }

  private MonthDecision decide(MonthTerms terms) {
    Contract contract = terms.contract();
    List<Covered> covered =
        coverage.computeIfAbsent(
            contract.payer() + "|" + contract.lineOfBusiness(),
            key -> history.coverage(contract.payer(), contract.lineOfBusiness()));
    LocalDate death =
        deaths
            .computeIfAbsent(
                contract.payer(), payer -> Optional.ofNullable(history.deathDate(payer)))
            .orElse(null);
    Unattributed closed = EligibilityGate.closedBy(terms, covered, death);
    if (closed != null) {
      return unattributed(terms, closed);
    }
    List<Contract.Method> methods = contract.attribution().methods();
    for (int i = 0; i < methods.size(); i++) {
      Optional<MonthDecision> decision = by(methods.get(i), terms, i + 1);
      if (decision.isPresent()) {
        return decision.get();
      }
    }
    return noHistory(terms);
  }

  private Optional<MonthDecision> by(Contract.Method method, MonthTerms terms, int step) {
    return switch (method) {
      case PCP_SELECTION -> bySelection(terms, step);
      case PLURALITY_VISITS -> byPlurality(terms, step);
    };
  }

  private Optional<MonthDecision> bySelection(MonthTerms terms, int step) {
    List<Selected> onFile =
        selections.computeIfAbsent(terms.contract().payer(), history::selections);
    return SelectionRules.on(onFile, terms.anchor())
        .map(selection -> chosen(selection, terms, step));
  }

  private MonthDecision chosen(PcpSelection selection, MonthTerms terms, int step) {
    Tin practice = SelectionRules.practice(selection, terms, network).orElse(null);
    Unattributed reason =
        practice == null
            ? Unattributed.PCP_NOT_IN_NETWORK
            : terms.participates(practice) ? null : Unattributed.NOT_A_PARTICIPANT;
    return new MonthDecision(
        terms.month(),
        terms.anchor(),
        reason,
        Contract.Method.PCP_SELECTION,
        step,
        terms.window(),
        reason == null ? practice : null,
        reason == null ? selection.npi() : null,
        List.of(),
        List.of(),
        TieBreak.NONE,
        new TreeMap<>());
  }

  private Optional<MonthDecision> byPlurality(MonthTerms terms, int step) {
    Round sliding = round(terms);
    Ranking practices = sliding.practices(terms.window());
    if (practices.isEmpty()) {
      return Optional.empty();
    }
    Tin first = practices.first().tin();
    boolean participates = terms.participates(first);
    Ranking clinicians = sliding.clinicians(first);
    Npi npi = participates && !clinicians.isEmpty() ? clinicians.first().npi() : null;
    return Optional.of(
        new MonthDecision(
            terms.month(),
            terms.anchor(),
            participates ? null : Unattributed.NOT_A_PARTICIPANT,
            Contract.Method.PLURALITY_VISITS,
            step,
            terms.window(),
            participates ? first : null,
            npi,
            practices.top(LISTED),
            participates ? clinicians.top(LISTED) : List.of(),
            practices.decidedBy(),
            excluded(terms, sliding)));
  }

  private Round round(MonthTerms terms) {
    Round sliding = round;
    if (sliding == null || !sliding.serves(terms)) {
      sliding = new Round(terms, CountedVisits.of(visits, stays, excluded, terms.policy()));
      round = sliding;
    }
    return sliding;
  }

  private static TreeMap<Exclusion, Integer> excluded(MonthTerms terms, Round sliding) {
    return sliding.counted.excluded(YearMonth.from(terms.window().from()), terms.month());
  }

  private MonthDecision noHistory(MonthTerms terms) {
    boolean byVisits =
        terms.contract().attribution().methods().contains(Contract.Method.PLURALITY_VISITS);
    return nobody(
        terms, Unattributed.NO_HISTORY, byVisits ? excluded(terms, round(terms)) : new TreeMap<>());
  }

  private static MonthDecision unattributed(MonthTerms terms, Unattributed reason) {
    return nobody(terms, reason, new TreeMap<>());
  }

  private static MonthDecision nobody(
      MonthTerms terms, Unattributed reason, TreeMap<Exclusion, Integer> excluded) {
    return new MonthDecision(
        terms.month(),
        terms.anchor(),
        reason,
        null,
        0,
        terms.window(),
        null,
        null,
        List.of(),
        List.of(),
        TieBreak.NONE,
        excluded);
  }
}
