package io.corridor.settlement.engine;

import io.corridor.common.facts.Row;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.engine.CostFacts.CategoryCost;
import io.corridor.settlement.engine.CostFacts.Unpaid;
import io.corridor.settlement.engine.PeriodFacts.MonthMembers;
import io.corridor.settlement.estimate.QualityResult;
import io.corridor.settlement.estimate.QualityResult.Gate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a contract: the latest value of each input. A newer record replaces its row; an ended one
 * takes it away.
 *
 * <table>
 * <caption>Rows</caption>
 * <tr><td>{@code cost|level|id|year}</td><td>members and cost against budget of a year</td></tr>
 * <tr><td>{@code month|level|id|yyyy-MM}</td><td>members of a month</td></tr>
 * <tr><td>{@code quality|level|id|year}</td><td>quality score of a year</td></tr>
 * <tr><td>{@code stated|level|id|year|name}</td><td>a stated figure</td></tr>
 * <tr><td>{@code premium|yyyy-MM}</td><td>premium of a month</td></tr>
 * </table>
 */
public final class FactRows {

  /** First part of a row of cost. */
  public static final String COST = "cost|";

  /** First part of a row of a month's members. */
  public static final String MONTH = "month|";

  /** First part of a row of quality. */
  public static final String QUALITY = "quality|";

  /** First part of a row of a stated figure. */
  public static final String STATED = "stated|";

  /** First part of a row of premium. */
  public static final String PREMIUM = "premium|";

  private static final byte LAYOUT = 1;
  private static final long NONE = Long.MIN_VALUE;

  private FactRows() {}

  /**
   * Members and cost of a year.
   *
   * @param members whole persons: the largest month's number
   * @param memberMonths member months to date
   * @param riskScore mean risk score; null without a risk model
   * @param cost cost against budget
   * @param completeTo business date that they are complete to; null before the first tick
   */
  public record YearCost(
      long members,
      Rate memberMonths,
      @Nullable Rate riskScore,
      CostFacts cost,
      @Nullable LocalDate completeTo) {}

  /**
   * A measure of a score; threshold and benchmark are terms.
   *
   * @param name measure
   * @param numerator cases that met it
   * @param denominator cases
   * @param points points; null while it is not reportable
   * @param weight weight in the composite
   */
  public record ScoredMeasure(
      String name, long numerator, long denominator, @Nullable Integer points, Rate weight) {}

  /**
   * Quality score of a year.
   *
   * @param score gate and composite
   * @param measures measures behind it, ascending by name
   */
  public record YearQuality(QualityResult score, List<ScoredMeasure> measures) {

    /** Keeps its own copy. */
    public YearQuality {
      measures = List.copyOf(measures);
    }
  }

  /**
   * Premium of a month.
   *
   * @param premium premium
   * @param taxesAndFees taxes and fees in it
   */
  public record MonthPremium(Money premium, Money taxesAndFees) {}

  /** Bytes of members and cost. */
  public static byte[] bytes(YearCost year) {
    return written(out -> {
      out.writeLong(year.members());
      rate(out, year.memberMonths());
      rate(out, year.riskScore());
      cost(out, year.cost());
      day(out, year.completeTo());
      expected(out, year.cost());
    });
  }

  /** Reads members and cost. */
  public static YearCost cost(Row row) {
    return read(
        row,
        in -> expected(in, new YearCost(in.readLong(), needed(in), rate(in), cost(in), day(in))));
  }

  /** What is expected of categories stands behind the row; rows without it end before. */
  private static void expected(DataOutputStream out, CostFacts cost) throws IOException {
    for (var entry : cost.categories().entrySet()) {
      if (entry.getValue().expected() != null) {
        out.writeUTF(entry.getKey());
        rate(out, entry.getValue().expected());
      }
    }
  }

  private static YearCost expected(DataInputStream in, YearCost year) throws IOException {
    CostFacts cost = year.cost();
    while (in.available() > 0) {
      cost = cost.expecting(in.readUTF(), needed(in));
    }
    return new YearCost(
        year.members(), year.memberMonths(), year.riskScore(), cost, year.completeTo());
  }

  private static void cost(DataOutputStream out, CostFacts cost) throws IOException {
    money(out, cost.budget());
    money(out, cost.inScope());
    money(out, cost.counted());
    out.writeInt(cost.categories().size());
    for (var entry : cost.categories().entrySet()) {
      Long cases = entry.getValue().cases();
      out.writeUTF(entry.getKey());
      money(out, entry.getValue().counted());
      out.writeLong(cases == null ? NONE : cases);
    }
    Unpaid unpaid = cost.unpaid();
    out.writeBoolean(unpaid != null);
    if (unpaid != null) {
      money(out, unpaid.low());
      money(out, unpaid.expected());
      money(out, unpaid.high());
    }
  }

  private static CostFacts cost(DataInputStream in) throws IOException {
    Money budget = money(in);
    Money inScope = money(in);
    Money counted = money(in);
    NavigableMap<String, CategoryCost> categories = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String name = in.readUTF();
      Money cost = money(in);
      long cases = in.readLong();
      categories.put(name, new CategoryCost(cost, cases == NONE ? null : cases));
    }
    Unpaid unpaid = in.readBoolean() ? new Unpaid(money(in), money(in), money(in)) : null;
    return new CostFacts(budget, inScope, counted, categories, unpaid);
  }

  /** Bytes of a month's members. */
  public static byte[] bytes(MonthMembers month) {
    return written(out -> {
      rate(out, month.memberMonths());
      rate(out, month.riskScore());
      Money leakage = month.capitationLeakage();
      if (leakage != null) {
        money(out, leakage);
      }
    });
  }

  /** Reads a month's members. */
  public static MonthMembers month(Row row) {
    return read(
        row, in -> new MonthMembers(needed(in), rate(in), in.available() > 0 ? money(in) : null));
  }

  /** Bytes of a quality score. */
  public static byte[] bytes(YearQuality year) {
    return written(out -> {
      out.writeUTF(year.score().gate().name());
      rate(out, year.score().published());
      rate(out, year.score().exact());
      day(out, year.score().completeTo());
      out.writeInt(year.measures().size());
      for (ScoredMeasure measure : year.measures()) {
        Integer points = measure.points();
        out.writeUTF(measure.name());
        out.writeLong(measure.numerator());
        out.writeLong(measure.denominator());
        out.writeLong(points == null ? NONE : points);
        rate(out, measure.weight());
      }
    });
  }

  /** Reads a quality score. */
  public static YearQuality quality(Row row) {
    return read(
        row,
        in -> {
          QualityResult score =
              new QualityResult(Gate.valueOf(in.readUTF()), rate(in), rate(in), day(in));
          List<ScoredMeasure> measures = new ArrayList<>();
          for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            long numerator = in.readLong();
            long denominator = in.readLong();
            long points = in.readLong();
            measures.add(
                new ScoredMeasure(
                    name,
                    numerator,
                    denominator,
                    points == NONE ? null : Math.toIntExact(points),
                    needed(in)));
          }
          return new YearQuality(score, measures);
        });
  }

  /** Bytes of a stated figure. */
  public static byte[] bytes(BigDecimal figure) {
    return written(out -> out.writeUTF(figure.toPlainString()));
  }

  /** Reads a stated figure. */
  public static BigDecimal stated(Row row) {
    return read(row, in -> new BigDecimal(in.readUTF()));
  }

  /** Bytes of a premium. */
  public static byte[] bytes(MonthPremium premium) {
    return written(out -> {
      money(out, premium.premium());
      money(out, premium.taxesAndFees());
    });
  }

  /** Reads a premium. */
  public static MonthPremium premium(Row row) {
    return read(row, in -> new MonthPremium(money(in), money(in)));
  }

  /** Writes the content of a row. */
  private interface Writer {
    void to(DataOutputStream out) throws IOException;
  }

  /** Reads the content of a row. */
  private interface Reader<T> {
    T from(DataInputStream in) throws IOException;
  }

  private static byte[] written(Writer writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(LAYOUT);
      writer.to(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static <T> T read(Row row, Reader<T> reader) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(row.payload()))) {
      int layout = in.readByte();
      if (layout != LAYOUT) {
        throw new IllegalStateException("input layout " + layout + " is not known");
      }
      return reader.from(in);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void money(DataOutputStream out, Money money) throws IOException {
    out.writeLong(money.cents());
  }

  private static Money money(DataInputStream in) throws IOException {
    return Money.ofCents(in.readLong());
  }

  private static void rate(DataOutputStream out, @Nullable Rate rate) throws IOException {
    out.writeUTF(rate == null ? "" : rate.value().toPlainString());
  }

  private static @Nullable Rate rate(DataInputStream in) throws IOException {
    String text = in.readUTF();
    return text.isEmpty() ? null : Rate.of(text);
  }

  private static Rate needed(DataInputStream in) throws IOException {
    return Rate.of(in.readUTF());
  }

  private static void day(DataOutputStream out, @Nullable LocalDate day) throws IOException {
    out.writeLong(day == null ? NONE : day.toEpochDay());
  }

  private static @Nullable LocalDate day(DataInputStream in) throws IOException {
    long day = in.readLong();
    return day == NONE ? null : LocalDate.ofEpochDay(day);
  }
}
