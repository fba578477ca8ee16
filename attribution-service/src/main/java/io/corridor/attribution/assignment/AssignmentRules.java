package io.corridor.attribution.assignment;

import io.corridor.common.care.Contract;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Attribution of one member under one contract, month by month, in the order of precedence of
 * domain.md 1.5: the gate, an approved adjustment, then the contract's methods in their order, of
 * which the first that finds anything to go by decides.
 *
 * <p>Duplicates are the ledger's matter; order of arrival cannot matter because only rows are read;
 * a late, replaced or voided record changes rows and so the months whose windows hold them.
 */
final class AssignmentRules {

  private final Evidence evidence;

  private AssignmentRules(Evidence evidence) {
    this.evidence = evidence;
  }

  /**
   * Decides months of one contract.
   *
   * @param months months with their terms, ascending
   */
  static List<MonthDecision> decide(
      MemberHistory history, Network network, Collection<MonthTerms> months) {
    return decide(Evidence.read(history, network, months), months);
  }

  /** Decides months by evidence that has been read for them. */
  private static List<MonthDecision> decide(Evidence evidence, Collection<MonthTerms> months) {
    return months.stream().map(by(evidence)::decide).toList();
  }

  /** Decides month by month, ascending, by evidence that has been read for them. */
  static AssignmentRules by(Evidence evidence) {
    return new AssignmentRules(evidence);
  }

  /** Decides one month. */
  MonthDecision decide(MonthTerms terms) {
    Contract contract = terms.contract();
    Unattributed closed = evidence.gateClosedBy(terms);
    if (closed != null) {
      return nobody(terms, closed);
    }
    Optional<ManualAdjustment> adjustment =
        ManualAdjustment.on(evidence.adjustments(), contract.id(), terms.anchor());
    if (adjustment.isPresent()) {
      return ruled(terms, AssignedBy.MANUAL_ADJUSTMENT, 0, adjustment.get().ruling(terms));
    }
    List<Contract.Method> methods = contract.attribution().methods();
    for (int i = 0; i < methods.size(); i++) {
      Optional<Ruling> ruling = AttributionMethod.of(methods.get(i)).rule(terms, evidence);
      if (ruling.isPresent()) {
        return ruled(terms, AssignedBy.of(methods.get(i)), i + 1, ruling.get());
      }
    }
    return noHistory(terms);
  }

  private MonthDecision ruled(MonthTerms terms, AssignedBy method, int step, Ruling ruling) {
    return MonthDecision.of(
        terms,
        method,
        step,
        ruling,
        evidence.tellsReasons() ? TippingPoints.of(terms, method, ruling) : List.of());
  }

  /** Nothing to go by; the lines that the first claims method left out are told. */
  private MonthDecision noHistory(MonthTerms terms) {
    if (!evidence.tellsReasons()) {
      return nobody(terms, Unattributed.NO_HISTORY);
    }
    return terms.contract().attribution().methods().stream()
        .filter(MonthTerms::countsVisits)
        .findFirst()
        .map(method -> nobody(terms, Unattributed.NO_HISTORY, leftOut(method, terms)))
        .orElseGet(() -> nobody(terms, Unattributed.NO_HISTORY));
  }

  private TreeMap<Exclusion, Integer> leftOut(Contract.Method method, MonthTerms terms) {
    return switch (AttributionMethod.of(method)) {
      case RankedVisits ranked ->
          evidence.excluded(terms, ranked.group(terms), ranked.window(terms));
      case MsspAssignment mssp -> mssp.leftOut(terms, evidence);
      case ReachAlignment reach -> evidence.excluded(terms, ServiceGroup.ALL, terms.reach());
      case HybridList hybrid -> evidence.excluded(terms, ServiceGroup.PRIMARY_CARE, terms.window());
      case SelectionMethod selection -> new TreeMap<>();
      case CampaignMethod campaign -> new TreeMap<>();
    };
  }

  private static MonthDecision nobody(MonthTerms terms, Unattributed reason) {
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
        null,
        terms.window(),
        null,
        null,
        Ballot.NONE,
        excluded,
        null,
        TippingPoints.ofNobody(terms, reason));
  }
}
