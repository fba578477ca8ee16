package io.corridor.portal.variation;

import io.corridor.portal.shell.Format;
import io.corridor.schemas.CareVariation;
import io.corridor.schemas.CareVariationRow;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A report of care variation as its page shows it.
 *
 * @param headline what it found
 * @param quarter quarter
 * @param asOf on what it rests
 * @param groups clinical groups that have rows, by name
 * @param group the group that is shown; empty for all
 * @param rows clinicians, by group, then number
 */
record VariationView(
    String headline,
    String quarter,
    String asOf,
    List<Group> groups,
    String group,
    List<Row> rows) {

  private static final Set<String> CAPITALS = Set.of("GI", "MRI", "PCI");

  /** A clinical group and its name. */
  record Group(String id, String name) {}

  /**
   * A clinician's cases of a group, in words and figures.
   *
   * @param verdict how they stand beside the others
   * @param apart true where somebody should look
   */
  record Row(
      String npi,
      String group,
      String cases,
      String sites,
      String median,
      String cost,
      String tests,
      String index,
      String verdict,
      boolean apart) {}

  /**
   * The view of a report.
   *
   * @param group a clinical group, or empty for all
   */
  static VariationView of(VariationQueries.Stored stored, String group, ZoneId zone) {
    CareVariation report = stored.body();
    Set<String> groups = new TreeSet<>();
    report.getRows().forEach(row -> groups.add(row.getGroup()));
    List<CareVariationRow> shown =
        report.getRows().stream()
            .filter(row -> group.isEmpty() || row.getGroup().equals(group))
            .toList();
    return new VariationView(
        headline(shown),
        report.getQuarter(),
        "as known on "
            + Format.plainDay(report.getBusinessDate())
            + " · claims until "
            + Format.moment(stored.knownAt(), zone, report.getBusinessDate()),
        groups.stream().map(id -> new Group(id, name(id))).toList(),
        group,
        shown.stream().map(row -> row(row, report.getLeastCases())).toList());
  }

  private static String headline(List<CareVariationRow> rows) {
    long outliers = rows.stream().filter(row -> Boolean.TRUE.equals(row.getOutlier())).count();
    return outliers == 0
        ? "Nobody stands out"
        : Format.counted(outliers, "clinician stands out", "clinicians stand out");
  }

  private static Row row(CareVariationRow row, int least) {
    boolean few = row.getSuppressed();
    BigDecimal adjusted = row.getRiskAdjustedCost();
    return new Row(
        row.getNpi(),
        name(row.getGroup()),
        few ? "<" + least : Format.count(row.getCases()),
        few ? Format.UNKNOWN : sites(row),
        Format.rateInDollars(row.getMedianCost()),
        adjusted == null
            ? Format.rateInDollars(row.getMeanCost())
            : Format.rateInDollars(adjusted) + " on equal risk",
        Format.number(row.getTestsPerCase(), 1),
        Format.number(row.getIndex(), 2),
        verdict(row),
        Boolean.TRUE.equals(row.getOutlier()));
  }

  private static String sites(CareVariationRow row) {
    StringBuilder sites = new StringBuilder();
    add(sites, "inpatient", row.getInpatient());
    add(sites, "outpatient department", row.getHopd());
    add(sites, "surgical center", row.getAsc());
    add(sites, "office", row.getOffice());
    add(sites, "elsewhere", row.getOther());
    return sites.toString();
  }

  private static void add(StringBuilder sites, String name, @Nullable BigDecimal share) {
    if (share != null && share.signum() > 0) {
      sites
          .append(sites.isEmpty() ? "" : ", ")
          .append(Format.percent(share))
          .append(' ')
          .append(name);
    }
  }

  private static String verdict(CareVariationRow row) {
    if (row.getSuppressed()) {
      return "too few to say";
    }
    BigDecimal z = row.getZ();
    if (z == null) {
      return "nobody to compare with";
    }
    String apart = ", z " + Format.number(z, 1);
    return Boolean.TRUE.equals(row.getOutlier())
        ? (z.signum() > 0 ? "above the others" : "below the others") + apart
        : "like the others" + apart;
  }

  /** {@code UPPER_GI_ENDOSCOPY} as {@code Upper GI endoscopy}. */
  static String name(String group) {
    StringBuilder name = new StringBuilder();
    for (String word : group.split("_", -1)) {
      String small = CAPITALS.contains(word) ? word : word.toLowerCase(Locale.ROOT);
      name.append(name.isEmpty() ? word.substring(0, 1) + small.substring(1) : " " + small);
    }
    return name.toString();
  }
}
