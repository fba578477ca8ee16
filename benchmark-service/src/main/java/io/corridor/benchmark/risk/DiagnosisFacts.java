package io.corridor.benchmark.risk;

import io.corridor.common.care.Claim;
import io.corridor.common.care.ClaimLine;
import io.corridor.common.facts.Fact;
import io.corridor.common.facts.Row;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a claim says about diagnoses for risk adjustment; knows nothing but its own lines (decisions
 * 7). Each code counts once a claim, in the year of the claim's last day, as CMS counts dates of
 * service.
 *
 * <p>Rows: {@code dx|year|code}, one a code and year; the count is the number of claims that state
 * it.
 */
public final class DiagnosisFacts {

  /** Prefix of diagnosis rows. */
  public static final String DIAGNOSIS = "dx|";

  /** ICD-10-CM replaced ICD-9-CM on that day (45 CFR 162.1002); some codes exist in both. */
  private static final LocalDate FIRST_ICD10_DAY = LocalDate.of(2015, Month.OCTOBER, 1);

  private final EligibleServices services;

  /** Facts by the lists shipped with the product. */
  public DiagnosisFacts() {
    this(EligibleServices.load());
  }

  DiagnosisFacts(EligibleServices services) {
    this.services = services;
  }

  /** The facts of a claim. */
  public List<Fact> of(Claim claim) {
    if (!claim.isPaid() || claim.through().isBefore(FIRST_ICD10_DAY) || !services.eligible(claim)) {
      return List.of();
    }
    int year = claim.through().getYear();
    return codes(claim).stream().map(code -> Fact.of(row(year, code))).toList();
  }

  /**
   * Codes of the header, and those that only a line states: any line of an inpatient bill, else a
   * line whose own service is eligible.
   */
  private SortedSet<String> codes(Claim claim) {
    SortedSet<String> codes = new TreeSet<>(claim.diagnoses());
    if (claim.principalDiagnosis() != null) {
      codes.add(claim.principalDiagnosis());
    }
    for (ClaimLine line : claim.lines()) {
      if (!line.denied() && (claim.billedAs("11", "41") || services.eligible(line))) {
        codes.addAll(line.diagnoses());
      }
    }
    return codes;
  }

  /**
   * The year of service whose diagnoses a touched row may change, and with them the scores of the
   * year after; empty for rows of another kind.
   */
  public static OptionalInt year(String rowKey) {
    return rowKey.startsWith(DIAGNOSIS)
        ? OptionalInt.of(Integer.parseInt(Row.empty(rowKey).part(1)))
        : OptionalInt.empty();
  }

  /** What the keys of a year of service begin with. */
  static String ofYear(int year) {
    return DIAGNOSIS + year + "|";
  }

  private static String row(int year, String code) {
    return ofYear(year) + code;
  }
}
