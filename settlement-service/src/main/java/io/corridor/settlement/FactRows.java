package io.corridor.settlement;

import io.corridor.common.care.Contract;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.streams.FactChange;
import io.corridor.schemas.Budget;
import io.corridor.schemas.BudgetCategory;
import io.corridor.schemas.BudgetValue;
import io.corridor.schemas.MeasureScore;
import io.corridor.schemas.Score;
import io.corridor.schemas.ScoreValue;
import io.corridor.settlement.engine.CostFacts.CategoryCost;
import io.corridor.settlement.engine.QualityFacts.MeasureFacts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Rows behind the analysis of a contract's year: {@code cost|year}, its cost by category, and
 * {@code measures|year}, the results of its measures. A newer record replaces its row.
 */
final class FactRows {

  static final String COST = "cost|";
  static final String MEASURES = "measures|";

  private static final byte LAYOUT = 1;
  private static final int NOT_KNOWN = -1;
  private static final String UNSPLIT = "ALL";

  /** Measures whose cases are member months and whose rate is that of a thousand years. */
  private static final Set<String> PER_THOUSAND_YEARS = Set.of("Q14");

  private static final long THOUSAND_YEARS = 12_000;

  private FactRows() {}

  /** Writes the content of a row. */
  private interface Writer {
    void to(DataOutputStream out) throws IOException;
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

  /** A budget's rows: what the estimate reads, and its cost by category. */
  static FactChange budget(BudgetValue value) {
    Budget budget = value.getBody();
    return also(SettlementMapper.budget(value), COST + budget.getPeriod(), cost(budget));
  }

  /** A score's rows: what the estimate reads, and the results of its measures. */
  static FactChange score(ScoreValue value) {
    Score score = value.getBody();
    return also(SettlementMapper.score(value), MEASURES + score.getPeriod(), measures(score));
  }

  /** The same change with one row more, which comes and goes with the others. */
  private static FactChange also(FactChange change, String row, byte[] payload) {
    if (change.isEmpty()) {
      return change;
    }
    boolean ended = change.replaced().values().stream().allMatch(Optional::isEmpty);
    Map<String, Optional<byte[]>> rows = new HashMap<>(change.replaced());
    rows.put(row, ended ? Optional.empty() : Optional.of(payload));
    return new FactChange(change.tenant(), change.knownAt(), change.before(), change.after(), rows);
  }

  /** Layout: version, count, then name, counted cents and cases of each category. */
  private static byte[] cost(Budget budget) {
    List<BudgetCategory> categories =
        budget.getCategories().stream()
            .filter(category -> !category.getCategory().equals(UNSPLIT))
            .toList();
    return written(out -> {
      out.writeInt(categories.size());
      for (BudgetCategory category : categories) {
        out.writeUTF(category.getCategory());
        out.writeLong(Money.of(category.getCounted()).cents());
        Long cases = category.getCases();
        out.writeLong(cases == null ? NOT_KNOWN : cases);
      }
    });
  }

  /** Layout: version, count, then name, numerator, denominator, points and weight of each. */
  private static byte[] measures(Score score) {
    return written(out -> {
      out.writeInt(score.getMeasures().size());
      for (MeasureScore measure : score.getMeasures()) {
        out.writeUTF(measure.getMeasure());
        out.writeLong(measure.getNumerator());
        out.writeLong(measure.getDenominator());
        Integer points = measure.getPoints();
        out.writeInt(points == null ? NOT_KNOWN : points);
        out.writeUTF(measure.getWeight().toPlainString());
      }
    });
  }

  /** Cost by category of a year; empty where no budget is split. */
  static NavigableMap<String, CategoryCost> cost(Rows rows, int year) {
    NavigableMap<String, CategoryCost> costs = new TreeMap<>();
    Optional<Row> row = rows.find(COST + year);
    if (row.isEmpty()) {
      return costs;
    }
    try (DataInputStream in = open(row.get())) {
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        String name = in.readUTF();
        Money counted = Money.ofCents(in.readLong());
        long cases = in.readLong();
        costs.put(name, new CategoryCost(counted, cases == NOT_KNOWN ? null : cases));
      }
      return costs;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Results of the measures that a programme names, ascending by name. */
  static List<MeasureFacts> measures(Rows rows, int year, Contract.Quality programme) {
    NavigableMap<String, MeasureFacts> measures = new TreeMap<>();
    Optional<Row> row = rows.find(MEASURES + year);
    if (row.isEmpty()) {
      return List.of();
    }
    try (DataInputStream in = open(row.get())) {
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        String name = in.readUTF();
        long numerator = in.readLong();
        long denominator = in.readLong();
        int points = in.readInt();
        Rate weight = Rate.of(in.readUTF());
        programme.measures().stream()
            .filter(asked -> asked.measure().equals(name))
            .findFirst()
            .ifPresent(asked ->
                measures.put(
                    name,
                    new MeasureFacts(
                        name,
                        numerator,
                        denominator,
                        PER_THOUSAND_YEARS.contains(name) ? THOUSAND_YEARS : 1,
                        points == NOT_KNOWN ? null : points,
                        weight,
                        asked.threshold(),
                        asked.benchmark())));
      }
      return new ArrayList<>(measures.values());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static DataInputStream open(Row row) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(row.payload()));
    int layout = in.readByte();
    if (layout != LAYOUT) {
      throw new IllegalStateException("row layout " + layout + " is not known");
    }
    return in;
  }
}
