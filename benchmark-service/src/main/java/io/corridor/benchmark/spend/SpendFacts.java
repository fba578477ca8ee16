package io.corridor.benchmark.spend;

import io.corridor.common.care.Claim;
import io.corridor.common.care.ClaimLine;
import io.corridor.common.facts.Fact;
import io.corridor.common.id.Npi;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a claim says about cost; knows nothing but its own lines (decisions 7). Only a paid claim
 * and a line that was not denied say anything; a pended one only that it is pended.
 *
 * <p>Incurred month (domain.md 2.1): a facility stay belongs whole to the month of its admission,
 * everything else to the month of the line.
 */
public final class SpendFacts {

  private final CategoryRules categories;
  private final ClinicalGroups groups = ClinicalGroups.load();

  /** Facts by these category rules. */
  public SpendFacts(CategoryRules categories) {
    this.categories = categories;
  }

  /** The facts of a claim that names no referring clinician. */
  public List<Fact> of(Claim claim) {
    return of(claim, null);
  }

  /**
   * The facts of a claim.
   *
   * @param referring clinician who referred the member; null where the claim names none
   */
  public List<Fact> of(Claim claim, @Nullable Npi referring) {
    if (claim.status() == Claim.Status.PENDED) {
      return Preliminary.of(claim);
    }
    if (!claim.isPaid()) {
      return List.of();
    }
    List<Fact> facts = new ArrayList<>();
    String tin = claim.billingTin() == null ? SpendRows.UNKNOWN : claim.billingTin().value();
    boolean admission = false;
    long allowed = 0;
    long paid = 0;
    for (ClaimLine line : claim.lines()) {
      if (!line.denied()) {
        CategoryRules.Placed placed = categories.place(claim, line);
        admission |= placed.category() == Category.INPATIENT;
        ClaimLine.Price price = line.price(claim.paymentKind());
        allowed = Math.addExact(allowed, price.allowed().cents());
        paid = Math.addExact(paid, price.paid().cents());
        YearMonth month = month(claim, line);
        facts.add(cost(claim, line, placed, price, month, tin, referring));
        CaseRows.test(line, placed.category()).ifPresent(facts::add);
        CapitationLeakage.of(claim, line, price, month, tin).ifPresent(facts::add);
      }
    }
    facts.addAll(PrimaryCareRows.stay(claim));
    facts.addAll(CaseRows.of(claim, admission(claim), groups, allowed));
    if (claim.billedAs("11", "12") && claim.facility() != null) {
      facts.add(
          Fact.of(
              SpendRows.stay(admission(claim), claim.facility()),
              admission ? 1 : 0,
              allowed,
              paid));
    }
    return facts;
  }

  private static Fact cost(
      Claim claim,
      ClaimLine line,
      CategoryRules.Placed placed,
      ClaimLine.Price price,
      YearMonth month,
      String tin,
      @Nullable Npi referring) {
    long[] sums = {price.allowed().cents(), price.paid().cents(), price.unpriced() ? 1 : 0};
    ListedService service = placed.service();
    if (service != null) {
      return PrimaryCareRows.service(line, tin, service, referring, sums);
    }
    return Fact.of(
        switch (placed.condition()) {
          case ROLLS_INTO_STAY ->
              SpendRows.emergency(
                  line.from(),
                  claim.facility() == null ? SpendRows.UNKNOWN : claim.facility(),
                  tin);
          case PRIMARY_IF_IT_COUNTS, NONE ->
              SpendRows.cost(month, placed.category().number(), tin)
                  + (placed.category() == Category.PROF_SPECIALTY
                      ? "|"
                          + ClinicianCost.clinician(line)
                          + ClinicianCost.referral(line, referring)
                      : "");
        },
        sums);
  }

  static YearMonth month(Claim claim, ClaimLine line) {
    return YearMonth.from(claim.billedAs("11", "12", "18", "21") ? admission(claim) : line.from());
  }

  private static LocalDate admission(Claim claim) {
    LocalDate admitted = claim.admitted();
    return admitted == null ? claim.from() : admitted;
  }
}
