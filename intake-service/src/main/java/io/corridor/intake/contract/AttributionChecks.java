package io.corridor.intake.contract;

import io.corridor.schemas.AttributionTerms;
import io.corridor.schemas.OtherAcoParticipant;
import java.util.List;
import java.util.Set;

/** Rules on how a contract attributes members (domain.md 1.3, 1.4). */
final class AttributionChecks {

  private static final String METHODS = "attribution.methods";

  /** Methods that ask primary care; specialists are asked when these found nobody. */
  private static final Set<String> BY_PRIMARY_CARE =
      Set.of("PLURALITY_VISITS", "MOST_RECENT_VISIT", "WELLNESS");

  private final Findings findings;
  private final TermsChecks checks;

  AttributionChecks(Findings findings, TermsChecks checks) {
    this.findings = findings;
    this.checks = checks;
  }

  void check(AttributionTerms terms) {
    methods(terms.getMethods());
    checks.words("attribution.tieBreaks", terms.getTieBreaks(), "RECENCY", "ALLOWED");
    checks.oneOf("attribution.windowMonths", terms.getWindowMonths(), 12, 24);
    checks.word("attribution.anchor", terms.getAnchor(), "FIRST_DAY", "LAST_DAY");
    list(terms);
    within("attribution.claimsLagMonths", terms.getClaimsLagMonths(), 12);
    within("attribution.designationLeadDays", terms.getDesignationLeadDays(), 366);
    for (int i = 0; i < terms.getOtherAcos().size(); i++) {
      otherAco("attribution.otherAcos[" + i + "]", terms.getOtherAcos().get(i));
    }
    new RosterChecks(findings, checks).check(terms);
  }

  private void methods(List<String> methods) {
    if (methods.isEmpty()) {
      findings.problem(ContractCode.CONTRACT_MISSING_FIELD, METHODS, "Add at least one method.");
    }
    checks.words(
        METHODS,
        methods,
        "PCP_SELECTION",
        "PLURALITY_VISITS",
        "MOST_RECENT_VISIT",
        "MSSP",
        "WELLNESS",
        "SPECIALIST_FALLBACK",
        "PROXIMITY",
        "HYBRID",
        "REACH_WEIGHTED");
    int specialists = methods.indexOf("SPECIALIST_FALLBACK");
    int proximity = methods.indexOf("PROXIMITY");
    for (int i = 0; i < methods.size(); i++) {
      boolean late =
          specialists >= 0 && i > specialists && BY_PRIMARY_CARE.contains(methods.get(i));
      if (late || (proximity >= 0 && i > proximity)) {
        findings.problem(
            ContractCode.CONTRACT_WORD,
            METHODS + "[" + i + "]",
            "Specialists are asked after primary care, and proximity comes last.");
      }
    }
  }

  private void list(AttributionTerms terms) {
    String list = terms.getList();
    if (list != null) {
      checks.word("attribution.list", list, "CURRENT", "PROSPECTIVE", "RETROSPECTIVE", "HYBRID");
      if (terms.getMethods().contains("HYBRID") && !list.equals("HYBRID")) {
        findings.problem(
            ContractCode.CONTRACT_WORD,
            "attribution.list",
            "The method HYBRID makes a hybrid list; leave the list out.");
      }
    }
  }

  private void within(String field, @org.jspecify.annotations.Nullable Integer value, int most) {
    if (value != null && (value < 0 || value > most)) {
      findings.problem(ContractCode.CONTRACT_NUMBER, field, "Use 0 to " + most + ".");
    }
  }

  private void otherAco(String field, OtherAcoParticipant other) {
    checks.id(field + ".aco", other.getAco());
    if (!TermsChecks.TIN.matcher(other.getTin()).matches()) {
      findings.problem(ContractCode.CONTRACT_PARTICIPANT, field + ".tin", "A TIN has nine digits.");
    }
    checks.order(field, other.getFrom(), other.getUntil());
  }
}
