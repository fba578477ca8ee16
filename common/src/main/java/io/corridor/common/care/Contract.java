package io.corridor.common.care;

import io.corridor.common.id.ContractId;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.time.DateSpan;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of the terms of a contract. Each service reads the parts it needs.
 *
 * @param id contract
 * @param version version of the terms
 * @param payer payer
 * @param lineOfBusiness MEDICARE, MEDICAID or COMMERCIAL
 * @param aco ACO id
 * @param effectiveFrom first day these terms hold
 * @param years performance years, ascending
 * @param participants practices of the ACO with their days
 * @param attribution attribution terms
 * @param allowedBasis true when cost is allowed dollars, false when paid
 * @param scope weights by category; a category not named has weight one
 * @param stopLoss truncation of a member-year, if any
 * @param budget PMPM by year and category
 * @param quality quality programme, if any
 * @param settlement shared savings terms
 * @param minLives members below which there is no financial result
 * @param followUp follow-up terms after a discharge
 * @param cost what it asks of cost and budget beyond scope, truncation and PMPM
 * @param capitation services that are paid ahead
 */
public record Contract(
    ContractId id,
    int version,
    String payer,
    String lineOfBusiness,
    String aco,
    LocalDate effectiveFrom,
    List<PerformanceYear> years,
    Participation participants,
    Attribution attribution,
    boolean allowedBasis,
    Map<String, Rate> scope,
    @Nullable StopLoss stopLoss,
    List<BudgetLine> budget,
    @Nullable Quality quality,
    Settlement settlement,
    int minLives,
    FollowUp followUp,
    CostTerms cost,
    Capitation capitation) {

  /** Terms that ask nothing more of cost and budget, and pay nothing ahead. */
  public Contract(
      ContractId id,
      int version,
      String payer,
      String lineOfBusiness,
      String aco,
      LocalDate effectiveFrom,
      List<PerformanceYear> years,
      Participation participants,
      Attribution attribution,
      boolean allowedBasis,
      Map<String, Rate> scope,
      @Nullable StopLoss stopLoss,
      List<BudgetLine> budget,
      @Nullable Quality quality,
      Settlement settlement,
      int minLives,
      FollowUp followUp) {
    this(
        id,
        version,
        payer,
        lineOfBusiness,
        aco,
        effectiveFrom,
        years,
        participants,
        attribution,
        allowedBasis,
        scope,
        stopLoss,
        budget,
        quality,
        settlement,
        minLives,
        followUp,
        CostTerms.PLAIN,
        Capitation.NONE);
  }

  /**
   * A period that is settled on its own.
   *
   * @param year number of the performance year, for example 2025
   * @param span its days, of which there is a last
   */
  public record PerformanceYear(int year, DateSpan span) {

    /** Rejects a period without an end: it would never be settled. */
    public PerformanceYear {
      if (span.until() == null) {
        throw new IllegalArgumentException("a performance year must end");
      }
    }

    YearMonth firstMonth() {
      return YearMonth.from(span.from());
    }

    /** The month of the last day. */
    YearMonth lastMonth() {
      return YearMonth.from(Objects.requireNonNull(span.until()).minusDays(1));
    }
  }

  /**
   * How members are attributed (domain.md 1.3).
   *
   * @param methods primary method, then fallbacks in their order
   * @param windowMonths months of the claims window, 12 or 24
   * @param tieBreaks what decides between equal numbers of visits, in order
   * @param lastDayAnchor true when the anchor day is the last of the month, false when the first
   * @param unknownSpecialtyCounts true when clinicians without known specialty count as primary
   * @param excludeDuals true when members with Medicare and Medicaid are not attributable
   * @param requirePartsAandB true when Medicare Parts A and B and no managed care are needed
   * @param options what only some methods ask for
   */
  public record Attribution(
      List<Method> methods,
      int windowMonths,
      List<TieBreak> tieBreaks,
      boolean lastDayAnchor,
      boolean unknownSpecialtyCounts,
      boolean excludeDuals,
      boolean requirePartsAandB,
      AttributionOptions options) {

    /** Terms without options: a list that follows the claims month by month. */
    public Attribution(
        List<Method> methods,
        int windowMonths,
        List<TieBreak> tieBreaks,
        boolean lastDayAnchor,
        boolean unknownSpecialtyCounts,
        boolean excludeDuals,
        boolean requirePartsAandB) {
      this(
          methods,
          windowMonths,
          tieBreaks,
          lastDayAnchor,
          unknownSpecialtyCounts,
          excludeDuals,
          requirePartsAandB,
          AttributionOptions.NONE);
    }

    /** True when the contract names the method. */
    public boolean uses(Method method) {
      return methods.contains(method);
    }
  }

  /** Attribution methods of domain.md 1.3. */
  public enum Method {
    /** A: the selection on file. */
    PCP_SELECTION,
    /** B: most visits in the window. */
    PLURALITY_VISITS,
    /** C: the most recent visit in the window. */
    MOST_RECENT_VISIT,
    /** D: the steps of the Medicare Shared Savings Program. */
    MSSP,
    /** E: a wellness visit in the window. */
    WELLNESS,
    /** F: most visits to listed specialists, where no primary care was found. */
    SPECIALIST_FALLBACK,
    /** G: the nearest practice, by the alignment campaign. */
    PROXIMITY,
    /** H: a list fixed before the year, reconciled after it. */
    HYBRID,
    /** R: allowed charges of two alignment years, the newer one counted twice. */
    REACH_WEIGHTED
  }

  /** What decides between equal numbers of visits. */
  public enum TieBreak {
    /** The more recent last visit. */
    RECENCY,
    /** The greater allowed amount. */
    ALLOWED
  }

  /** Truncation of a member-year (domain.md 2.4). */
  public record StopLoss(Money attachment, Rate excludedShare) {}

  /** Budget of a category in a performance year. */
  public record BudgetLine(int year, String category, Rate pmpm) {}

  /** Quality programme. */
  public record Quality(
      List<Measure> measures, Rate gate, boolean scaled, Rate fullScore, Rate minimumShare) {

    /** True when the measure is one of the programme's. */
    public boolean names(String measure) {
      return measures.stream().anyMatch(asked -> asked.measure().equals(measure));
    }
  }

  /** A measure in the programme. */
  public record Measure(
      String measure, Rate weight, Rate threshold, Rate benchmark, int minimumDenominator) {}

  /** Shared savings terms. */
  public record Settlement(
      boolean twoSided,
      Rate share,
      @Nullable Rate lossShare,
      @Nullable Rate minimumSavingsRate,
      @Nullable Rate paymentCap,
      @Nullable Rate lossCap) {}

  /** Follow-up after a discharge (decisions 15). */
  public record FollowUp(boolean tcmDeadlineIsDue, int visitDays, java.time.ZoneId zone) {}

  /** Weight of a category. */
  public Rate weight(String category) {
    return scope.getOrDefault(category, Rate.ONE);
  }

  /** The performance year that holds a month, if any. */
  public Optional<PerformanceYear> yearOf(YearMonth month) {
    return years.stream().filter(year -> year.span().contains(month.atDay(1))).findFirst();
  }

  /** Services that the month's year pays for ahead; empty where it settles by another shape. */
  public Optional<Set<String>> capitated(YearMonth month) {
    return yearOf(month).flatMap(year -> capitation.in(year.year()));
  }

  /** True when the practice takes part on that day. */
  public boolean participates(Tin tin, LocalDate day) {
    return participants.includes(tin, day);
  }
}
