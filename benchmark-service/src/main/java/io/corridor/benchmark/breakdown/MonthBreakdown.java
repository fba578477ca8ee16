package io.corridor.benchmark.breakdown;

import io.corridor.benchmark.membership.MemberMonthCost;
import io.corridor.benchmark.risk.DiagnosisHistory;
import io.corridor.benchmark.spend.Category;
import io.corridor.benchmark.spend.ClinicianCost;
import io.corridor.benchmark.spend.DrugRows;
import io.corridor.benchmark.spend.MonthSpend;
import io.corridor.common.care.Contract;
import io.corridor.common.care.CostTerms.Breakdown;
import io.corridor.common.facts.Rows;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The cost of a member month by drug, specialty, specialist, referral and disease. Raw cost, before
 * scope and truncation. Specialties are those of professional care, primary care too; specialists
 * are the clinicians of PROF_SPECIALTY. A disease has everything that the member cost in the month,
 * as long as an eligible claim of the month's calendar year or the year before it states one of its
 * codes.
 *
 * @param lines by kind, then id, then practice
 * @param care the most careful of its diseases
 */
public record MonthBreakdown(List<Line> lines, ChronicConditions.Care care) {

  private static final Comparator<Line> ORDER =
      Comparator.comparing(Line::kind).thenComparing(Line::id).thenComparing(Line::practice);

  /**
   * A line.
   *
   * @param kind what is told apart
   * @param id which one
   * @param practice practice that billed; empty but for a specialist or referral
   * @param inside true when it takes part in the contract
   * @param units millionths of units, of a drug
   * @param insidePaid the part of paid that went to practices of the contract
   * @param referredPaid the part of paid of claims that name a referring clinician
   */
  public record Line(
      Breakdown kind,
      String id,
      String practice,
      boolean inside,
      long units,
      Money allowed,
      Money paid,
      Money insidePaid,
      Money referredPaid) {

    private Line plus(Line other) {
      return new Line(
          kind,
          id,
          practice,
          inside,
          Math.addExact(units, other.units),
          allowed.plus(other.allowed),
          paid.plus(other.paid),
          insidePaid.plus(other.insidePaid),
          referredPaid.plus(other.referredPaid));
    }
  }

  /** Keeps its own copy. */
  public MonthBreakdown {
    lines = List.copyOf(lines);
  }

  /**
   * The breakdown of a month.
   *
   * @param terms terms of the month: what they ask for, and who takes part
   */
  public static MonthBreakdown of(
      Rows rows, Contract terms, MemberMonthCost cost, ChronicConditions conditions) {
    Set<Breakdown> asked = terms.cost().reporting().breakdowns();
    List<Line> lines = new ArrayList<>();
    if (asked.contains(Breakdown.DRUG)) {
      DrugRows.drugs(rows, cost.month())
          .forEach(drug ->
              lines.add(
                  new Line(
                      Breakdown.DRUG,
                      drug.drug(),
                      "",
                      false,
                      drug.units(),
                      drug.allowed(),
                      drug.paid(),
                      Money.ZERO,
                      Money.ZERO)));
    }
    if (asked.contains(Breakdown.SPECIALTY)
        || asked.contains(Breakdown.SPECIALIST)
        || asked.contains(Breakdown.REFERRAL)) {
      MonthSpend.PrimaryCare primary = MonthSpend.PrimaryCare.of(terms, cost.month());
      ClinicianCost.of(rows, cost.month(), primary)
          .forEach(one -> lines.addAll(clinician(terms, cost.month(), one)));
    }
    ChronicConditions.Care care = ChronicConditions.Care.NORMAL;
    if (asked.contains(Breakdown.DISEASE)) {
      int year = cost.month().getYear();
      DiagnosisHistory history = DiagnosisHistory.of(rows, year - 1, year);
      Set<String> codes = new java.util.TreeSet<>(history.codes(year - 1));
      codes.addAll(history.codes(year));
      for (Map.Entry<String, ChronicConditions.Care> condition : conditions.of(codes).entrySet()) {
        lines.add(disease(condition.getKey(), cost.spend()));
        care = condition.getValue().compareTo(care) > 0 ? condition.getValue() : care;
      }
    }
    lines.removeIf(line -> !asked.contains(line.kind()));
    return new MonthBreakdown(merged(lines), care);
  }

  /** A clinician's care by specialty; specialty care by specialist and referral too. */
  private static List<Line> clinician(Contract terms, YearMonth month, ClinicianCost one) {
    @Nullable Tin tin = one.tin();
    boolean within = tin != null && terms.participates(tin, month.atDay(1));
    String practice = tin == null ? "" : tin.value();
    List<Line> lines = new ArrayList<>();
    lines.add(line(Breakdown.SPECIALTY, one.specialty(), "", within, one));
    if (one.category() == Category.PROF_SPECIALTY) {
      lines.add(line(Breakdown.SPECIALIST, one.npi(), practice, within, one));
      Npi referring = one.referring();
      if (referring != null) {
        lines.add(line(Breakdown.REFERRAL, referring.value(), practice, within, one));
      }
    }
    return lines;
  }

  private static Line line(
      Breakdown kind, String id, String practice, boolean within, ClinicianCost cost) {
    return new Line(
        kind,
        id,
        practice,
        within && kind != Breakdown.SPECIALTY,
        0,
        cost.allowed(),
        cost.paid(),
        within ? cost.paid() : Money.ZERO,
        cost.referring() == null ? Money.ZERO : cost.paid());
  }

  private static Line disease(String condition, MonthSpend spend) {
    Money allowed = Money.ZERO;
    Money paid = Money.ZERO;
    for (MonthSpend.Raw raw : spend.byCategory().values()) {
      allowed = allowed.plus(raw.allowed());
      paid = paid.plus(raw.paid());
    }
    return new Line(
        Breakdown.DISEASE, condition, "", false, 0, allowed, paid, Money.ZERO, Money.ZERO);
  }

  private static List<Line> merged(List<Line> lines) {
    Map<String, Line> merged = new TreeMap<>();
    lines.forEach(line ->
        merged.merge(
            line.kind().ordinal() + "|" + line.id() + "|" + line.practice(), line, Line::plus));
    return merged.values().stream().sorted(ORDER).toList();
  }
}
