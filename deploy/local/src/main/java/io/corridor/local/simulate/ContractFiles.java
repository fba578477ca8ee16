package io.corridor.local.simulate;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Contracts of the simulated market as YAML: a two-sided Medicare contract, two one-sided
 * commercial ones and a Medicaid one, over the three provider groups. Budgets stand near what is
 * known of the groups' own cost at the end of the period, so that interim estimates are close to
 * break-even.
 */
final class ContractFiles {
  /**
   * Service categories (domain.md 2.2) with the share of the budget, Medicare without drugs,
   * Medicaid, commercial.
   */
  private static final Object[][] CATEGORIES = {
    {"LTSS", 0.0, 0.12, 0.0},
    {"SNF", 0.08, 0.01, 0.001},
    {"ED", 0.05, 0.07, 0.05},
    {"BH", 0.03, 0.09, 0.05},
    {"INPATIENT", 0.27, 0.19, 0.19},
    {"PHARMACY", 0.0, 0.25, 0.23},
    {"RADIOLOGY", 0.08, 0.04, 0.05},
    {"LAB", 0.03, 0.03, 0.03},
    {"HOME_HEALTH", 0.05, 0.01, 0.004},
    {"DME", 0.03, 0.01, 0.01},
    {"OUTPATIENT", 0.16, 0.06, 0.185},
    {"PROF_PRIMARY", 0.07, 0.07, 0.07},
    {"PROF_SPECIALTY", 0.15, 0.05, 0.13}
  };

  private final SimulationConfig config;
  private final Timeline timeline;
  private final Market market;
  private final Tally tally;

  ContractFiles(SimulationConfig config, Timeline timeline, Market market, Tally tally) {
    this.config = config;
    this.timeline = timeline;
    this.market = market;
    this.tally = tally;
  }

  private record Shape(
      String id,
      Lob lob,
      int group,
      String aco,
      String methods,
      String basis,
      double budgetFactor,
      String settlement,
      String stopLoss,
      String measures) {}

  void write(Path directory) throws IOException {
    Files.createDirectories(directory);
    for (Shape shape : shapes()) {
      Files.writeString(
          directory.resolve(shape.id().toLowerCase(java.util.Locale.ROOT) + ".yaml"),
          yaml(shape),
          StandardCharsets.UTF_8);
    }
  }

  private static List<Shape> shapes() {
    String quality = "Q01:0.30:0.55:0.85:20 Q02:0.40:0.45:0.80:20 Q14:0.30:650:350:20";
    String young = "Q01:0.30:0.50:0.85:15 Q02:0.35:0.40:0.75:15 Q14:0.35:260:120:15";
    String medicaid = "Q01:0.30:0.35:0.70:10 Q02:0.35:0.25:0.60:10 Q14:0.35:900:450:10";
    return List.of(
        new Shape(
            "MCR-CEDAR-2S",
            Lob.MEDICARE,
            0,
            "cedar-valley",
            "[PLURALITY_VISITS]",
            "PAID",
            1.05,
            "shape: TWO_SIDED\n  sharePercent: 0.50\n  lossSharePercent: 0.30\n"
                + "  minimumSavingsRate: 0.01\n  paymentCapPercent: 0.10\n  lossCapPercent: 0.05\n",
            "100000.00",
            quality),
        new Shape(
            "COM-LAKESIDE-1S",
            Lob.COMMERCIAL,
            1,
            "lakeside",
            "[PCP_SELECTION, PLURALITY_VISITS]",
            "ALLOWED",
            1.04,
            "shape: ONE_SIDED\n  sharePercent: 0.40\n  minimumSavingsRate: 0.015\n"
                + "  paymentCapPercent: 0.10\n",
            "125000.00",
            young),
        new Shape(
            "COM-CEDAR-1S",
            Lob.COMMERCIAL,
            0,
            "cedar-valley",
            "[PCP_SELECTION, PLURALITY_VISITS]",
            "ALLOWED",
            0.97,
            "shape: ONE_SIDED\n  sharePercent: 0.40\n  minimumSavingsRate: 0.02\n"
                + "  paymentCapPercent: 0.10\n",
            "125000.00",
            young),
        new Shape(
            "MCD-PRAIRIE-1S",
            Lob.MEDICAID,
            2,
            "prairie",
            "[PCP_SELECTION, PLURALITY_VISITS]",
            "PAID",
            1.04,
            "shape: ONE_SIDED\n  sharePercent: 0.50\n  minimumSavingsRate: 0.02\n"
                + "  paymentCapPercent: 0.10\n",
            "75000.00",
            medicaid));
  }

  private String yaml(Shape shape) {
    int[] years = performanceYears();
    StringBuilder out = new StringBuilder();
    out.append("# Simulated contract: ").append(Market.GROUPS.get(shape.group())).append(" with ");
    out.append(shape.lob().payer()).append(". Dates are inclusive.\n");
    out.append("contract: ").append(shape.id()).append("\nversion: 1\n");
    out.append("payer: ").append(shape.lob().payer()).append('\n');
    out.append("lineOfBusiness: ").append(shape.lob().name()).append('\n');
    out.append("aco: ").append(shape.aco()).append('\n');
    out.append("acoName: ").append(Market.GROUPS.get(shape.group())).append('\n');
    out.append("effectiveFrom: ").append(LocalDate.of(years[0], 1, 1)).append('\n');
    out.append("performanceYears:\n");
    for (int year = years[0]; year <= years[1]; year++) {
      out.append("  - year: ").append(year).append("\n    from: ").append(year).append("-01-01\n");
      out.append("    lastDay: ").append(year).append("-12-31\n");
    }
    out.append("participants:\n");
    for (Practice practice : participants(shape.group())) {
      out.append("  - tin: \"").append(practice.tin).append("\"\n    name: ").append(practice.name);
      out.append("\n    from: ").append(LocalDate.ofEpochDay(timeline.startDay())).append('\n');
    }
    out.append("attribution:\n  methods: ").append(shape.methods());
    out.append("\n  windowMonths: 12\n  tieBreaks: [RECENCY, ALLOWED]\n  anchor: FIRST_DAY\n");
    out.append("  officeVisitsArePrimaryCare: false\n  excludeDuals: ");
    out.append(shape.lob() == Lob.MEDICAID).append("\n  requirePartsAandB: ");
    out.append(shape.lob() == Lob.MEDICARE).append('\n');
    out.append("memberMonths: ANY_DAY\namountBasis: ").append(shape.basis()).append('\n');
    out.append("scope:\n  - category: HCBS_WAIVER\n    weight: 0\n");
    if (shape.lob() == Lob.MEDICARE) {
      out.append("  - category: PHARMACY\n    weight: 0\n");
    }
    out.append("stopLoss:\n  attachment: ")
        .append(shape.stopLoss())
        .append("\n  excludedShare: 1\n");
    budget(out, shape, years);
    quality(out, shape);
    out.append("settlement:\n  ").append(shape.settlement());
    out.append("minLives: 50\ncontactDue: CONTACT_48H\nvisitDays: ");
    out.append(shape.lob() == Lob.MEDICARE ? 14 : 7).append('\n');
    out.append("zone: ").append(Facility.ZONE).append("\nrejectedLimit: 0\n");
    out.append("cost:\n  completion: {}\n  projection: {}\n");
    return out.toString();
  }

  /** Whole calendar years after a first year of history; with a short period, every year. */
  private int[] performanceYears() {
    int begin = timeline.calendarYear(timeline.performanceStart());
    return new int[] {begin, timeline.calendarYear(timeline.months() - 1)};
  }

  private List<Practice> participants(int group) {
    List<Practice> participants = new ArrayList<>();
    for (int c = 0; c * Community.SIZE < config.members(); c++) {
      for (Practice practice : market.community(c).practices) {
        if (practice.group == group) {
          participants.add(practice);
        }
      }
    }
    return participants;
  }

  private void budget(StringBuilder out, Shape shape, int[] years) {
    int lob = shape.lob().ordinal();
    int group = shape.group() + 1;
    long months = Math.max(1, tally.groupMonths[lob][group]);
    long cents =
        shape.basis().equals("PAID") ? tally.groupPaid[lob][group] : tally.groupAllowed[lob][group];
    if (shape.lob() != Lob.MEDICARE) {
      cents += tally.groupDrugs[lob][group];
    }
    BigDecimal pmpm =
        BigDecimal.valueOf(cents, 2)
            .divide(BigDecimal.valueOf(months), 6, RoundingMode.HALF_UP)
            .max(leastPmpm(shape))
            .multiply(BigDecimal.valueOf(shape.budgetFactor()));
    double total = 0;
    for (Object[] category : CATEGORIES) {
      total += (double) category[1 + lob];
    }
    out.append("budget:\n");
    for (int year = years[0]; year <= years[1]; year++) {
      for (Object[] category : CATEGORIES) {
        double share = (double) category[1 + lob] / total;
        if (share <= 0) {
          continue;
        }
        BigDecimal amount =
            pmpm.multiply(BigDecimal.valueOf(share)).setScale(2, RoundingMode.HALF_UP);
        out.append("  - year: ").append(year).append("\n    category: ").append(category[0]);
        out.append("\n    pmpm: ").append(amount.toPlainString()).append('\n');
      }
    }
  }

  /**
   * Half of the true cost of the whole line of business: a floor for very small or short
   * populations.
   */
  private BigDecimal leastPmpm(Shape shape) {
    int lob = shape.lob().ordinal();
    long cents = shape.basis().equals("PAID") ? tally.medicalPaid[lob] : tally.medicalAllowed[lob];
    if (shape.lob() != Lob.MEDICARE) {
      cents += tally.drugAllowed[lob];
    }
    return BigDecimal.valueOf(cents, 2)
        .divide(BigDecimal.valueOf(Math.max(1, tally.memberMonths[lob])), 6, RoundingMode.HALF_UP)
        .multiply(BigDecimal.valueOf(0.5));
  }

  private static void quality(StringBuilder out, Shape shape) {
    out.append("quality:\n  measures:\n");
    for (String measure : shape.measures().split(" ", -1)) {
      String[] parts = measure.split(":", -1);
      out.append("    - measure: ").append(parts[0]).append("\n      weight: ").append(parts[1]);
      out.append("\n      threshold: ").append(parts[2]).append("\n      benchmark: ");
      out.append(parts[3]).append("\n      minimumDenominator: ").append(parts[4]).append('\n');
    }
    out.append("  gate: 0.30\n  scaled: true\n  fullScore: 0.80\n  minimumShare: 0.50\n");
  }
}
