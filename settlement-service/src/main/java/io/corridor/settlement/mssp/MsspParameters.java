package io.corridor.settlement.mssp;

import io.corridor.common.money.Rate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The dated values and rules of the program. A new law is a new row; nothing in the code asks for a
 * year.
 *
 * @param table minimum savings rate by assigned beneficiaries
 * @param sharing terms of sharing by track
 * @param lossLimits loss limits by track and agreement year, ascending by agreement year
 * @param sequestration part of a payment that sequestration leaves, ascending by day
 * @param regimes quality regimes, ascending by day
 * @param choices permitted ways to set the minimum savings rate
 * @param fixedRatePopulations beneficiaries below which the table replaces a fixed choice
 * @param sixMonths performance periods of six months
 * @param belowMinimum sharing below the minimum savings rate
 * @param guardrails first agreement starts with a loss guardrail
 */
record MsspParameters(
    MinimumSavingsRates table,
    List<Sharing> sharing,
    List<LossLimit> lossLimits,
    List<Sequestration> sequestration,
    List<Regime> regimes,
    List<Choices> choices,
    List<FixedRatePopulation> fixedRatePopulations,
    List<SixMonths> sixMonths,
    List<BelowMinimum> belowMinimum,
    List<Guardrail> guardrails) {

  /** Days from the first, included, to the last, not included; open when that is null. */
  record Span(LocalDate from, @Nullable LocalDate until) {
    boolean holds(LocalDate day) {
      return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    boolean overlaps(Span other) {
      return (until == null || other.from.isBefore(until))
          && (other.until == null || from.isBefore(other.until));
    }
  }

  /** Terms of sharing of a track; ratios of savings, and of the benchmark for the cap. */
  record Sharing(
      Span periods,
      Span agreements,
      Track track,
      Rate maximumShare,
      Rate paymentCap,
      LossRateRule lossRate,
      String citation) {
    boolean twoSided() {
      return !(lossRate instanceof LossRateRule.NoLosses);
    }
  }

  /** Largest loss, as ratios of the participants' revenue (null: no such test) and benchmark. */
  record LossLimit(
      Span periods,
      Track track,
      long fromAgreementYear,
      @Nullable Rate revenueShare,
      Rate benchmarkShare,
      String citation) {}

  /** Part of a payment that is paid from a day on. */
  record Sequestration(LocalDate from, Rate factor, String citation) {}

  /** Quality regime of performance periods from a day on. */
  record Regime(LocalDate from, QualityRegime regime) {}

  /** Permitted fixed rates, and whether the table may be chosen. */
  record Choices(Span agreements, Track track, Set<Rate> fixed, boolean table, String citation) {}

  /** Beneficiaries that a fixed choice needs, in periods from a day on. */
  record FixedRatePopulation(LocalDate from, long beneficiaries, String citation) {}

  /** A six-month period of a calendar year. */
  record SixMonths(int year, SixMonthPeriod period, LocalDate firstDay, Rate shareOfYear) {}

  /** Tracks and agreements that share below the minimum savings rate, and at which part. */
  record BelowMinimum(
      LocalDate agreementsFrom,
      Set<Track> tracks,
      long minimumBeneficiaries,
      Rate partOfShare,
      String citation) {}

  /** First agreement start with a loss guardrail. */
  record Guardrail(LocalDate agreementsFrom, String citation) {}

  /** The six-month period of a year, if it has one. */
  Optional<SixMonths> sixMonths(int year, SixMonthPeriod period) {
    return sixMonths.stream()
        .filter(row -> row.year() == year && row.period() == period)
        .findFirst();
  }

  /** True when rules are known for performance periods that start on a day. */
  boolean describes(LocalDate periodStart) {
    return sharing.stream().anyMatch(row -> row.periods().holds(periodStart));
  }

  /** Terms of sharing of a track, where it is offered. */
  Optional<Sharing> sharing(Track track, LocalDate periodStart, LocalDate agreementStart) {
    return sharing.stream()
        .filter(row ->
            row.track() == track
                && row.periods().holds(periodStart)
                && row.agreements().holds(agreementStart))
        .findFirst();
  }

  /** The loss limit in a year of the agreement; none for a one-sided track. */
  Optional<LossLimit> lossLimit(Track track, LocalDate periodStart, long agreementYear) {
    return lossLimits.stream()
        .filter(row ->
            row.track() == track
                && row.periods().holds(periodStart)
                && row.fromAgreementYear() <= agreementYear)
        .reduce((earlier, later) -> later);
  }

  /** What sequestration leaves of a payment on a day; none before the first row. */
  Optional<Sequestration> sequestration(LocalDate paymentDate) {
    return sequestration.stream()
        .filter(row -> !paymentDate.isBefore(row.from()))
        .reduce((earlier, later) -> later);
  }

  /** The quality regime of a performance period; none before the first row. */
  Optional<QualityRegime> regime(LocalDate periodStart) {
    return regimes.stream()
        .filter(row -> !periodStart.isBefore(row.from()))
        .reduce((earlier, later) -> later)
        .map(Regime::regime);
  }

  /** How the minimum savings rate may be set. */
  Optional<Choices> choices(Track track, LocalDate agreementStart) {
    return choices.stream()
        .filter(row -> row.track() == track && row.agreements().holds(agreementStart))
        .findFirst();
  }

  /** Beneficiaries that a fixed choice needs in a performance period. */
  Optional<FixedRatePopulation> fixedRatePopulation(LocalDate periodStart) {
    return fixedRatePopulations.stream()
        .filter(row -> !periodStart.isBefore(row.from()))
        .reduce((earlier, later) -> later);
  }

  /** How a track shares below the minimum savings rate, if it does. */
  Optional<BelowMinimum> belowMinimum(Track track, LocalDate agreementStart) {
    return belowMinimum.stream()
        .filter(
            row -> row.tracks().contains(track) && !agreementStart.isBefore(row.agreementsFrom()))
        .findFirst();
  }

  /** The loss guardrail of an agreement, if it has one. */
  Optional<Guardrail> guardrail(LocalDate agreementStart) {
    return guardrails.stream()
        .filter(row -> !agreementStart.isBefore(row.agreementsFrom()))
        .findFirst();
  }
}
