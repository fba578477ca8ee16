package io.corridor.local.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;

/**
 * What a simulation made.
 *
 * @param rows records in the feed by type
 * @param lines claim lines written, all versions
 * @param nanos time taken
 */
public record SimulationSummary(
    Map<RecordType, Long> rows,
    long lines,
    long nanos,
    Map<String, LineOfBusiness> linesOfBusiness) {

  /**
   * Truth of one line of business, before lags: cents of final versions.
   *
   * @param members members with coverage
   * @param memberMonths covered months
   */
  public record LineOfBusiness(
      long members,
      long memberMonths,
      long claims,
      long claimLines,
      long medicalAllowed,
      long medicalPaid,
      long drugAllowed,
      long drugPaid) {

    private String pmpm(long cents) {
      return memberMonths == 0
          ? "-"
          : BigDecimal.valueOf(cents, 2)
              .divide(BigDecimal.valueOf(memberMonths), 2, RoundingMode.HALF_UP)
              .toPlainString();
    }
  }

  static SimulationSummary of(Tally tally, Map<RecordType, Long> rows, long nanos) {
    Map<String, LineOfBusiness> byLob = new java.util.LinkedHashMap<>();
    for (Lob lob : Lob.values()) {
      int i = lob.ordinal();
      byLob.put(
          lob.name(),
          new LineOfBusiness(
              tally.members[i],
              tally.memberMonths[i],
              tally.claims[i],
              tally.lines[i],
              tally.medicalAllowed[i],
              tally.medicalPaid[i],
              tally.drugAllowed[i],
              tally.drugPaid[i]));
    }
    return new SimulationSummary(rows, tally.writtenLines, nanos, byLob);
  }

  /** Claim lines a second. */
  public long linesPerSecond() {
    return nanos == 0 ? 0 : (long) (lines * 1e9 / nanos);
  }

  /** The summary as text for people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    rows.forEach((type, count) ->
        text.append(String.format(Locale.ROOT, "%-12s %,12d records%n", type.feedName(), count)));
    text.append(
        String.format(
            Locale.ROOT,
            "%n%-12s %9s %10s %9s %11s %12s %12s %12s%n",
            "",
            "members",
            "months",
            "claims",
            "lines",
            "medical PMPM",
            "paid PMPM",
            "drugs PMPM"));
    linesOfBusiness.forEach((name, lob) ->
        text.append(
            String.format(
                Locale.ROOT,
                "%-12s %,9d %,10d %,9d %,11d %12s %12s %12s%n",
                name,
                lob.members(),
                lob.memberMonths(),
                lob.claims(),
                lob.claimLines(),
                lob.pmpm(lob.medicalAllowed()),
                lob.pmpm(lob.medicalPaid()),
                lob.pmpm(lob.drugAllowed()))));
    text.append(
        String.format(
            Locale.ROOT,
            "%n%,d claim lines in %.1f s: %,d lines a second%n",
            lines,
            nanos / 1e9,
            linesPerSecond()));
    return text.toString();
  }
}
