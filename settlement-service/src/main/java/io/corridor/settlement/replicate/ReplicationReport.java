package io.corridor.settlement.replicate;

import io.corridor.settlement.mssp.Track;
import io.corridor.settlement.replicate.Reproduction.Cause;
import io.corridor.settlement.replicate.Reproduction.Check;
import io.corridor.settlement.replicate.Reproduction.Figure;
import io.corridor.settlement.replicate.Reproduction.Payment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The comparison with published results as a page of Markdown, the same for the same rows. */
public final class ReplicationReport {

  private static final String INTRODUCTION =
      """
      # Published Shared Savings Program results, settled again

      Every row of the public use files is settled by the same rules that settle a live contract, and
      each figure that the row prints is compared with what comes out.

      **Taken from the row as given**: benchmark and expenditure totals, assigned beneficiaries, track,
      agreement start, quality score, whether the quality standard is met, the reduction for extreme
      circumstances, advances to be repaid, whether the benchmark was recalculated. **Not given**: the
      share rate, the loss rate, the savings, the minimum savings rate of the table, what counts, the
      payment. Read between the lines, because no column says it: a two-sided ACO whose printed
      minimum rate is 0, 0.5, 1, 1.5 or 2 percent chose it; an ACO whose benchmark is half of its per
      capita figure took part for six months; where a file has no column for the quality standard, a
      printed share rate of zero says that it was missed; a payment is made on the first of October
      after the year.

      * **exact**: the payment before recoupment is reproduced to the dollar.
      * **within rounding**: the quality score is printed rounded; scores that print alike give payments
        on both sides of the published one, or on it.
      * **not reproduced**: neither. The cause of each is named below.
      """;

  private final List<Reproduction> rows;
  private final StringBuilder text = new StringBuilder();

  private ReplicationReport(List<Reproduction> rows) {
    this.rows = rows;
  }

  /** The report on these rows. */
  public static String of(List<Reproduction> rows) {
    return new ReplicationReport(rows).write();
  }

  private String write() {
    text.append(INTRODUCTION);
    totals();
    byYearAndTrack();
    figures();
    notReproduced();
    given();
    withinRounding();
    return text.toString();
  }

  private long count(Payment payment, boolean nonZeroOnly) {
    return rows.stream()
        .filter(row -> row.payment() == payment && (!nonZeroOnly || row.nonZero()))
        .count();
  }

  private void totals() {
    long nonZero = rows.stream().filter(Reproduction::nonZero).count();
    heading("Payments and losses");
    line("| | all rows | share | rows with a payment or a loss | share |");
    line("|---|---:|---:|---:|---:|");
    for (Payment payment : Payment.values()) {
      long all = count(payment, false);
      long some = count(payment, true);
      line(
          "| %s | %,d | %s | %,d | %s |"
              .formatted(name(payment), all, share(all, rows.size()), some, share(some, nonZero)));
    }
    line("| all | %,d | | %,d | |".formatted(rows.size(), nonZero));
    line("");
    line(
        "Rows without a payment or a loss are reproduced by any rule that pays nothing; the right-hand"
            + " columns are the harder test.");
  }

  private record Group(int year, Track track) implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      return year == other.year ? track.compareTo(other.track) : Integer.compare(year, other.year);
    }
  }

  private void byYearAndTrack() {
    Map<Group, List<Reproduction>> groups = new TreeMap<>();
    for (Reproduction row : rows) {
      groups
          .computeIfAbsent(
              new Group(row.result().year(), row.result().track()), key -> new ArrayList<>())
          .add(row);
    }
    heading("By year and track");
    line("| year | track | rows | paid or owed | exact | within rounding | not reproduced |");
    line("|---|---|---:|---:|---:|---:|---:|");
    groups.forEach((group, members) -> {
      Map<Payment, Long> counts = new EnumMap<>(Payment.class);
      members.forEach(row -> counts.merge(row.payment(), 1L, Long::sum));
      line(
          "| %d | %s | %,d | %,d | %,d | %,d | %,d |"
              .formatted(
                  group.year(),
                  group.track(),
                  members.size(),
                  members.stream().filter(Reproduction::nonZero).count(),
                  counts.getOrDefault(Payment.EXACT, 0L),
                  counts.getOrDefault(Payment.WITHIN_ROUNDING, 0L),
                  counts.getOrDefault(Payment.NOT_REPRODUCED, 0L)));
    });
  }

  private void figures() {
    heading("The other figures");
    line("| figure | rows that print it | reproduced as printed | with the row's own help |");
    line("|---|---:|---:|---:|");
    for (Figure figure : Figure.values()) {
      List<Check> checks =
          rows.stream().map(row -> row.check(figure)).filter(Objects::nonNull).toList();
      line(
          "| %s | %,d | %,d | %,d |"
              .formatted(
                  name(figure),
                  checks.size(),
                  checks.stream().filter(check -> check.agrees() && !check.given()).count(),
                  checks.stream().filter(check -> check.agrees() && check.given()).count()));
    }
    line("");
    line(
        "With the row's own help: a minimum savings rate that had to be given because the table begins"
            + " at 500 beneficiaries, and share rates of zero that alone tell of a missed standard.");
    List<Reproduction> apart =
        rows.stream().filter(row -> row.checks().stream().anyMatch(c -> !c.agrees())).toList();
    for (Reproduction row : apart) {
      row.checks().stream()
          .filter(check -> !check.agrees())
          .forEach(check ->
              line("* %s %s: %s differs".formatted(where(row), aco(row), name(check.figure()))));
    }
  }

  private void notReproduced() {
    heading("Not reproduced, with the cause of each");
    List<Reproduction> missed =
        rows.stream().filter(row -> row.payment() == Payment.NOT_REPRODUCED).toList();
    if (missed.isEmpty()) {
      line("None.");
      return;
    }
    line("| file and line | ACO | year | track | published | computed | cause |");
    line("|---|---|---|---|---:|---:|---|");
    for (Reproduction row : missed) {
      BigDecimal computed = row.computed();
      line(
          "| %s | %s | %d | %s | %s | %s | %s |"
              .formatted(
                  where(row),
                  aco(row),
                  row.result().year(),
                  row.result().track(),
                  dollars(row.result().earned()),
                  computed == null ? "" : dollars(computed),
                  sentence(row)));
    }
  }

  private static String sentence(Reproduction row) {
    Cause cause = row.cause();
    if (cause == Cause.REVENUE_NOT_PUBLISHED) {
      return Boolean.TRUE.equals(row.result().revenueLimited())
          ? "loss limited by the participants' revenue, which the file flags and does not give"
          : "loss smaller than the benchmark limit allows; the track has a limit by the participants'"
              + " revenue, which the file neither flags nor gives";
    }
    return cause == Cause.REFUSED ? "the rules refuse the facts" : "unexplained";
  }

  private void given() {
    heading("Minimum savings rates that had to be given");
    List<Reproduction> small =
        rows.stream()
            .filter(row -> {
              Check check = row.check(Figure.MINIMUM_RATE);
              return check != null && check.given();
            })
            .toList();
    if (small.isEmpty()) {
      line("None.");
    }
    for (Reproduction row : small) {
      line(
          "* %s %s of %d: %,d beneficiaries, printed rate %s"
              .formatted(
                  where(row),
                  aco(row),
                  row.result().year(),
                  row.result().beneficiaries(),
                  row.result().minimumRate().value().toPlainString()));
    }
  }

  private void withinRounding() {
    heading("Within rounding, row by row");
    List<Reproduction> near =
        rows.stream().filter(row -> row.payment() == Payment.WITHIN_ROUNDING).toList();
    if (near.isEmpty()) {
      line("None.");
      return;
    }
    howFarApart(near);
    line("Cause of each: the quality score is printed with the decimals shown.");
    line("");
    line("| file and line | ACO | year | score | published | computed | apart |");
    line("|---|---|---|---:|---:|---:|---:|");
    for (Reproduction row : near) {
      BigDecimal computed = Objects.requireNonNull(row.computed());
      Printed score = Objects.requireNonNull(row.result().score());
      line(
          "| %s | %s | %d | %s | %s | %s | %s |"
              .formatted(
                  where(row),
                  aco(row),
                  row.result().year(),
                  score.value().toPlainString(),
                  dollars(row.result().earned()),
                  dollars(computed),
                  dollars(computed.subtract(row.result().earned()))));
    }
  }

  /** How much the rounding leaves open, so that the class can be judged. */
  private void howFarApart(List<Reproduction> near) {
    Map<Integer, List<BigDecimal>> years = new TreeMap<>();
    for (Reproduction row : near) {
      BigDecimal published = row.result().earned();
      BigDecimal apart = Objects.requireNonNull(row.computed()).subtract(published).abs();
      years
          .computeIfAbsent(row.result().year(), year -> new ArrayList<>())
          .add(
              published.signum() == 0
                  ? BigDecimal.ZERO
                  : apart.movePointRight(2).divide(published.abs(), 4, RoundingMode.HALF_UP));
    }
    line("| year | rows | apart from the published, median | at most |");
    line("|---|---:|---:|---:|");
    years.forEach((year, percents) -> {
      List<BigDecimal> sorted = percents.stream().sorted().toList();
      line(
          "| %d | %,d | %s %% | %s %% |"
              .formatted(
                  year,
                  sorted.size(),
                  sorted.get(sorted.size() / 2).toPlainString(),
                  sorted.getLast().toPlainString()));
    });
    line("");
  }

  private static String where(Reproduction row) {
    return row.result().place();
  }

  private static String aco(Reproduction row) {
    return row.result().aco().replace("|", "/");
  }

  private static String dollars(BigDecimal value) {
    return String.format(Locale.ROOT, "%,d", value.setScale(0, RoundingMode.HALF_UP).longValue());
  }

  private static String share(long part, long whole) {
    return whole == 0
        ? ""
        : BigDecimal.valueOf(part)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
                .toPlainString()
            + " %";
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void heading(String title) {
    line("");
    line("## " + title);
    line("");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
