package io.corridor.portal.dashboard;

import static io.corridor.portal.readmodel.ReadDatabase.inScope;
import static io.corridor.portal.readmodel.ReadDatabase.withScope;

import io.corridor.common.money.Money;
import io.corridor.portal.dashboard.ContractFigures.Band;
import io.corridor.portal.dashboard.ContractFigures.Completion;
import io.corridor.portal.dashboard.ContractFigures.Month;
import io.corridor.portal.dashboard.ContractFigures.Period;
import io.corridor.portal.dashboard.ContractFigures.Projected;
import io.corridor.portal.readmodel.Bodies;
import io.corridor.portal.readmodel.ReadDatabase;
import io.corridor.portal.shell.Scope;
import io.corridor.schemas.Estimate;
import io.corridor.schemas.Outcome;
import io.corridor.schemas.Score;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads figures, scores and estimates of contracts. */
public final class DashboardQueries {

  private static final String TIN_OF_LEVEL = "CASE WHEN level = 'TIN' THEN id END";

  private final ReadDatabase database;
  private final Bodies bodies;

  /** Reads through the scoped database. */
  public DashboardQueries(ReadDatabase database, Bodies bodies) {
    this.database = database;
    this.bodies = bodies;
  }

  /** A quality score as pages read it. */
  public record ScoreView(
      @Nullable BigDecimal composite,
      String gate,
      @Nullable LocalDate completeTo,
      List<MeasureView> measures) {}

  /** Result of a measure. */
  public record MeasureView(
      String measure,
      long numerator,
      long denominator,
      long excluded,
      long open,
      @Nullable BigDecimal rate,
      @Nullable Integer points) {}

  /** A practice's year under a contract. */
  public record PracticeYear(String tin, Period year) {}

  /** Cost against budget of a level in a year. */
  public ContractFigures figures(Scope scope, String contract, String level, String id, int year) {
    return database.in(
        scope,
        jdbc -> {
          List<Month> months = new ArrayList<>();
          List<Period> years = new ArrayList<>();
          withScope(
                  jdbc.sql(
                      "SELECT * FROM portal.budget WHERE NOT ended AND contract = :contract"
                          + " AND level = :level AND id = :id AND (period = :year OR period LIKE"
                          + " :year || '-%') AND "
                          + inScope("contract", TIN_OF_LEVEL)
                          + " ORDER BY period"),
                  scope)
              .param("contract", contract)
              .param("level", level)
              .param("id", id)
              .param("year", String.valueOf(year))
              .query((row, number) -> {
                String period = row.getString("period");
                return period.indexOf('-') < 0
                    ? years.add(period(row))
                    : months.add(new Month(YearMonth.parse(period), period(row)));
              })
              .list();
          return new ContractFigures(level, id, years.isEmpty() ? null : years.getFirst(), months);
        });
  }

  /** The year of each practice in scope, the farthest over budget first. */
  public List<PracticeYear> practices(Scope scope, String contract, int year) {
    return database.in(
        scope,
        jdbc ->
            withScope(
                    jdbc.sql(
                        "SELECT * FROM portal.budget WHERE NOT ended AND contract = :contract"
                            + " AND level = 'TIN' AND period = :year AND "
                            + inScope("contract", TIN_OF_LEVEL)
                            + " ORDER BY budget - counted, id"),
                    scope)
                .param("contract", contract)
                .param("year", String.valueOf(year))
                .query((row, number) -> new PracticeYear(row.getString("id"), period(row)))
                .list());
  }

  private static Period period(ResultSet row) throws SQLException {
    return new Period(
        row.getLong("members"),
        row.getBigDecimal("member_months"),
        Money.ofCents(row.getLong("counted")),
        Money.ofCents(row.getLong("budget")),
        row.getLong("unpriced_lines"),
        row.getObject("complete_to", LocalDate.class),
        row.getTimestamp("known_at").toInstant(),
        completion(row));
  }

  private static @Nullable Completion completion(ResultSet row) throws SQLException {
    Money completed = money(row, "completed");
    if (completed == null) {
      return null;
    }
    Money projected = money(row, "projected");
    return new Completion(
        completed,
        row.getBigDecimal("received"),
        band(row, "completed_low", "completed_high"),
        projected == null
            ? null
            : new Projected(projected, band(row, "projected_low", "projected_high")));
  }

  private static @Nullable Band band(ResultSet row, String low, String high) throws SQLException {
    Money from = money(row, low);
    Money to = money(row, high);
    return from == null || to == null ? null : new Band(from, to);
  }

  private static @Nullable Money money(ResultSet row, String column) throws SQLException {
    long cents = row.getLong(column);
    return row.wasNull() ? null : Money.ofCents(cents);
  }

  /** The interim estimate of a contract in a year, if one is known. */
  public Optional<EstimateView> estimate(Scope scope, String contract, int year) {
    return body(scope, "estimate", contract, "CONTRACT", contract, year)
        .map(bytes -> estimate(bodies.estimate(bytes).getBody()));
  }

  /** The quality score of a level in a year, if one is known. */
  public Optional<ScoreView> score(
      Scope scope, String contract, String level, String id, int year) {
    return body(scope, "score", contract, level, id, year)
        .map(bytes -> score(bodies.score(bytes).getBody()));
  }

  private Optional<byte[]> body(
      Scope scope, String table, String contract, String level, String id, int year) {
    return database.in(scope, jdbc -> body(jdbc, scope, table, contract, level, id, year));
  }

  private static Optional<byte[]> body(
      JdbcClient jdbc,
      Scope scope,
      String table,
      String contract,
      String level,
      String id,
      int year) {
    return withScope(
            jdbc.sql(
                "SELECT body FROM portal."
                    + table
                    + " WHERE NOT ended AND contract = :contract AND level = :level AND id = :id"
                    + " AND period = :year AND "
                    + inScope("contract", TIN_OF_LEVEL)),
            scope)
        .param("contract", contract)
        .param("level", level)
        .param("id", id)
        .param("year", String.valueOf(year))
        .query((row, number) -> row.getBytes(1))
        .optional();
  }

  private static ScoreView score(Score score) {
    return new ScoreView(
        score.getComposite(),
        score.getGate(),
        score.getCompleteTo(),
        score.getMeasures().stream()
            .map(measure ->
                new MeasureView(
                    measure.getMeasure(),
                    measure.getNumerator(),
                    measure.getDenominator(),
                    measure.getExcluded(),
                    measure.getOpen(),
                    measure.getRate(),
                    measure.getPoints()))
            .toList());
  }

  private static EstimateView estimate(Estimate estimate) {
    Outcome expected = estimate.getExpected();
    return new EstimateView(
        estimate.getRefusal(),
        Money.of(estimate.getSavings()),
        estimate.getSavingsRate(),
        estimate.getMinimumSavingsRate(),
        estimate.getDistanceToMinimum() == null ? null : Money.of(estimate.getDistanceToMinimum()),
        estimate.getQualityGate(),
        estimate.getQualityScore(),
        payment(estimate.getLow()),
        payment(expected),
        payment(estimate.getHigh()),
        expected == null ? List.of() : expected.getLimitsBinding(),
        estimate.getSteps().stream()
            .map(step ->
                new EstimateView.Step(
                    step.getOrder(),
                    step.getName(),
                    step.getCitation(),
                    step.getFormula(),
                    step.getInputs().stream()
                        .map(input -> new EstimateView.Input(input.getName(), input.getValue()))
                        .toList(),
                    step.getValue()))
            .toList());
  }

  private static @Nullable Money payment(@Nullable Outcome outcome) {
    return outcome == null ? null : Money.of(outcome.getPayment());
  }
}
