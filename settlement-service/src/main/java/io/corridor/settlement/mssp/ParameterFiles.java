package io.corridor.settlement.mssp;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.CodeTable;
import io.corridor.settlement.mssp.MsspParameters.Span;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the dated parameters that ship with the product, and checks them. */
final class ParameterFiles {

  private ParameterFiles() {}

  /**
   * The parameters.
   *
   * @throws IllegalStateException if a row lacks its citation, two rows hold at once, or a value
   *     cannot be read
   */
  static MsspParameters load() {
    return checked(
        new MsspParameters(
            MinimumSavingsRates.load(),
            rows("sharing_terms", ParameterFiles::sharing),
            sorted(
                rows("loss_limits", ParameterFiles::lossLimit),
                Comparator.comparing(MsspParameters.LossLimit::fromAgreementYear)),
            sorted(
                rows("sequestration", ParameterFiles::sequestration),
                Comparator.comparing(MsspParameters.Sequestration::from)),
            sorted(
                rows("quality_regimes", ParameterFiles::regime),
                Comparator.comparing(MsspParameters.Regime::from)),
            rows("minimum_rate_choices", ParameterFiles::choices),
            sorted(
                rows("fixed_rate_minimum_population", ParameterFiles::fixedRatePopulation),
                Comparator.comparing(MsspParameters.FixedRatePopulation::from)),
            rows("six_month_periods", ParameterFiles::sixMonths),
            rows("sharing_below_minimum", ParameterFiles::belowMinimum),
            rows("loss_guardrail", ParameterFiles::guardrail)));
  }

  /** Refuses rows of a track that hold at the same time, and a two-sided track without a limit. */
  static MsspParameters checked(MsspParameters parameters) {
    noneTwice(
        parameters.sharing(),
        (one, other) ->
            one.track() == other.track()
                && one.periods().overlaps(other.periods())
                && one.agreements().overlaps(other.agreements()),
        "terms of sharing");
    noneTwice(
        parameters.choices(),
        (one, other) ->
            one.track() == other.track() && one.agreements().overlaps(other.agreements()),
        "choices of the minimum savings rate");
    noneTwice(
        parameters.lossLimits(),
        (one, other) ->
            one.track() == other.track()
                && one.fromAgreementYear() == other.fromAgreementYear()
                && one.periods().overlaps(other.periods()),
        "loss limits");
    noneTwice(
        parameters.sequestration(),
        (one, other) -> one.from().equals(other.from()),
        "sequestration");
    noneTwice(
        parameters.regimes(), (one, other) -> one.from().equals(other.from()), "quality regimes");
    for (MsspParameters.Sharing terms : parameters.sharing()) {
      LocalDate first = terms.periods().from();
      if (parameters.lossLimit(terms.track(), first, 1).isPresent() != terms.twoSided()) {
        throw new IllegalStateException(
            terms.track() + ": a two-sided track has a loss limit, and no other has one");
      }
      if (parameters.regime(first).isEmpty()
          || parameters.fixedRatePopulation(first).isEmpty()
          || parameters.choices(terms.track(), terms.agreements().from()).isEmpty()) {
        throw new IllegalStateException(terms.track() + ": a parameter begins too late");
      }
    }
    return parameters;
  }

  private interface Clash<T> {
    boolean between(T one, T other);
  }

  private static <T> void noneTwice(List<T> rows, Clash<T> clash, String what) {
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (clash.between(rows.get(i), rows.get(j))) {
          throw new IllegalStateException("two rows of " + what + " hold at once");
        }
      }
    }
  }

  private static <T> List<T> rows(String name, Function<Map<String, String>, T> read) {
    return CodeTable.load(ParameterFiles.class, "parameters/" + name + ".csv").rows().stream()
        .map(row -> {
          if (cell(row, "citation").isBlank()) {
            throw new IllegalStateException("parameter " + name + " has a row without citation");
          }
          return read.apply(row);
        })
        .toList();
  }

  private static <T> List<T> sorted(List<T> rows, Comparator<T> order) {
    return rows.stream().sorted(order).toList();
  }

  private static MsspParameters.Sharing sharing(Map<String, String> row) {
    return new MsspParameters.Sharing(
        span(row, "from_date", "until_date"),
        span(row, "agreement_from", "agreement_until"),
        track(row),
        rate(row, "max_share"),
        rate(row, "payment_cap"),
        lossRate(row),
        cell(row, "citation"));
  }

  private static LossRateRule lossRate(Map<String, String> row) {
    String rule = cell(row, "loss_rate");
    return switch (rule) {
      case "NONE" -> new LossRateRule.NoLosses();
      case "FIXED" -> new LossRateRule.Fixed(rate(row, "fixed_loss_rate"));
      case "QUALITY_SCALED" ->
          new LossRateRule.QualityScaled(
              rate(row, "loss_rate_floor"), rate(row, "loss_rate_ceiling"));
      default -> throw new IllegalStateException("no loss rate rule is called " + rule);
    };
  }

  private static MsspParameters.LossLimit lossLimit(Map<String, String> row) {
    String revenue = cell(row, "revenue_share");
    return new MsspParameters.LossLimit(
        span(row, "from_date", "until_date"),
        track(row),
        Long.parseLong(cell(row, "from_agreement_year")),
        revenue.isEmpty() ? null : Rate.of(revenue),
        rate(row, "benchmark_share"),
        cell(row, "citation"));
  }

  private static MsspParameters.Sequestration sequestration(Map<String, String> row) {
    return new MsspParameters.Sequestration(
        day(row, "from_date"), rate(row, "factor"), cell(row, "citation"));
  }

  private static MsspParameters.Regime regime(Map<String, String> row) {
    return new MsspParameters.Regime(
        day(row, "from_date"), QualityRegime.named(cell(row, "regime"), cell(row, "citation")));
  }

  private static MsspParameters.Choices choices(Map<String, String> row) {
    List<String> choices = Arrays.asList(cell(row, "choices").split("\\|"));
    Set<Rate> fixed =
        choices.stream()
            .filter(choice -> !choice.equals("TABLE"))
            .map(Rate::of)
            .collect(Collectors.toUnmodifiableSet());
    return new MsspParameters.Choices(
        span(row, "agreement_from", "agreement_until"),
        track(row),
        fixed,
        choices.contains("TABLE"),
        cell(row, "citation"));
  }

  private static MsspParameters.FixedRatePopulation fixedRatePopulation(Map<String, String> row) {
    return new MsspParameters.FixedRatePopulation(
        day(row, "from_date"), Long.parseLong(cell(row, "beneficiaries")), cell(row, "citation"));
  }

  private static MsspParameters.SixMonths sixMonths(Map<String, String> row) {
    return new MsspParameters.SixMonths(
        Integer.parseInt(cell(row, "performance_year")),
        SixMonthPeriod.valueOf(cell(row, "period")),
        day(row, "first_day"),
        rate(row, "share_of_year"));
  }

  private static MsspParameters.BelowMinimum belowMinimum(Map<String, String> row) {
    Set<Track> tracks =
        Arrays.stream(cell(row, "tracks").split("\\|"))
            .map(Track::valueOf)
            .collect(Collectors.toUnmodifiableSet());
    return new MsspParameters.BelowMinimum(
        day(row, "agreement_from"),
        tracks,
        Long.parseLong(cell(row, "minimum_beneficiaries")),
        rate(row, "part_of_share"),
        cell(row, "citation"));
  }

  private static MsspParameters.Guardrail guardrail(Map<String, String> row) {
    return new MsspParameters.Guardrail(day(row, "agreement_from"), cell(row, "citation"));
  }

  private static Span span(Map<String, String> row, String from, String until) {
    return new Span(day(row, from), openDay(row, until));
  }

  private static @Nullable LocalDate openDay(Map<String, String> row, String column) {
    return cell(row, column).isEmpty() ? null : day(row, column);
  }

  private static LocalDate day(Map<String, String> row, String column) {
    return LocalDate.parse(cell(row, column));
  }

  private static Rate rate(Map<String, String> row, String column) {
    return Rate.of(cell(row, column));
  }

  private static Track track(Map<String, String> row) {
    return Track.valueOf(cell(row, "track"));
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }
}
