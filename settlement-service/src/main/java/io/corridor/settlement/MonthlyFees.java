package io.corridor.settlement;

import io.corridor.common.facts.Rows;
import io.corridor.common.money.Rate;
import io.corridor.common.streams.Event;
import io.corridor.schemas.topic.StatedTopics;
import io.corridor.schemas.topic.Topics;
import io.corridor.settlement.engine.FeeMonths;
import io.corridor.settlement.engine.Level;
import io.corridor.settlement.engine.LevelKey;
import io.corridor.settlement.incentive.CareManagementFee;
import io.corridor.settlement.incentive.CareManagementFee.Month;
import io.corridor.settlement.statement.ClosingRows;
import io.corridor.settlement.statement.FeeRules;
import io.corridor.settlement.statement.FinalLevel;
import io.corridor.settlement.statement.FinalRules;
import io.corridor.settlement.statement.InputSources;
import io.corridor.settlement.statement.InterimRules;
import io.corridor.settlement.statement.Statement;
import io.corridor.settlement.terms.PeriodTerms;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Care management fees of open years, month by month: to practices where the terms settle
 * practices, else to the highest level that they settle. Earlier months are worked out again on
 * their patients as known now. In a year that is open these are the running months, which follow
 * each restated attribution; in a closed one they are the frozen months and what attribution has
 * restated since.
 */
final class MonthlyFees {

  private static final int EVERY_MONTH = 1;

  private final String contract;
  private final ClosingTerms terms;
  private final List<LevelEstimate> estimates;
  private final PublishedStatements published;
  private final Rows rows;

  MonthlyFees(
      String contract,
      ClosingTerms terms,
      List<LevelEstimate> estimates,
      PublishedStatements published,
      Rows rows) {
    this.contract = contract;
    this.terms = terms;
    this.estimates = estimates;
    this.published = published;
    this.rows = rows;
  }

  /** The statement of fees of a year that is due and not published yet. */
  Optional<Event> due(int year) {
    boolean agreed =
        estimates.stream()
            .anyMatch(estimate ->
                estimate.key().year() == year && estimate.besides().careManagementFee() != null);
    if (!agreed) {
      return Optional.empty();
    }
    List<LevelEstimate> receivers = receivers(year);
    LocalDate completeTo = completeTo(receivers);
    if (receivers.isEmpty() || completeTo == null) {
      return Optional.empty();
    }
    CareManagementFee fee = receivers.getFirst().besides().careManagementFee();
    Optional<PeriodTerms> held = terms.settling(year, completeTo);
    if (fee == null || held.isEmpty()) {
      return Optional.empty();
    }
    OptionalInt month = InterimRules.due(EVERY_MONTH, held.get().year(), completeTo);
    if (month.isEmpty() || published.has(year, FeeRules.id(month.getAsInt()))) {
      return Optional.empty();
    }
    YearMonth when =
        YearMonth.from(held.get().year().span().from()).plusMonths(month.getAsInt() - 1L);
    List<FeeRules.Payee> payees = new ArrayList<>();
    for (LevelEstimate receiver : receivers) {
      payee(receiver, fee, when).ifPresent(payees::add);
    }
    return payees.isEmpty()
        ? Optional.empty()
        : Optional.of(
            StatementMapper.event(
                contract,
                FeeRules.of(
                    new FeeRules.Due(month.getAsInt(), when),
                    fee,
                    held.get(),
                    payees,
                    completeTo,
                    published.ledger())));
  }

  private List<LevelEstimate> receivers(int year) {
    List<LevelEstimate> ofYear =
        estimates.stream().filter(estimate -> estimate.key().year() == year).toList();
    if (terms.settles(year, Level.TIN)) {
      return ofYear.stream().filter(estimate -> estimate.key().level() == Level.TIN).toList();
    }
    List<FinalLevel> posted = FinalRules.posted(ofYear.stream().map(Advances::level).toList());
    return ofYear.stream()
        .filter(estimate -> posted.stream().anyMatch(level -> level.key().equals(estimate.key())))
        .toList();
  }

  /** The day that every receiver's figures are complete to; null while one's are not. */
  private static @Nullable LocalDate completeTo(List<LevelEstimate> receivers) {
    LocalDate earliest = null;
    for (LevelEstimate receiver : receivers) {
      LocalDate day = receiver.facts().period().completeTo();
      if (day == null) {
        return null;
      }
      earliest = earliest == null || day.isBefore(earliest) ? day : earliest;
    }
    return earliest;
  }

  /** A receiver whose months are known; one with a figure missing waits for it. */
  private Optional<FeeRules.Payee> payee(
      LevelEstimate receiver, CareManagementFee fee, YearMonth when) {
    LevelKey key = receiver.key();
    NavigableMap<YearMonth, Month> months = new TreeMap<>();
    List<Statement.Input> inputs = new ArrayList<>();
    for (LevelEstimate estimate : estimates) {
      boolean same =
          estimate.key().level() == key.level()
              && estimate.key().id().equals(key.id())
              && fee.equals(estimate.besides().careManagementFee());
      if (!same) {
        continue;
      }
      FeeMonths known = FeeMonths.of(fee, estimate.facts());
      if (!known.missing().isEmpty()) {
        return Optional.empty();
      }
      Integer closing = published.lastClosing(estimate.key().year());
      known
          .months()
          .headMap(when, true)
          .forEach((month, patients) ->
              months.put(
                  month,
                  closing == null
                      ? patients
                      : restated(patients, moved(estimate.key(), closing, month))));
      sources(estimate.key()).inputs(estimate.key(), estimate.facts()).stream()
          .filter(input -> input.name().startsWith("members.month."))
          .forEach(inputs::add);
    }
    return Optional.of(
        new FeeRules.Payee(
            Advances.level(receiver),
            inputs,
            months,
            published.fees(key.level(), key.id()),
            published.feesOwed(key.level(), key.id())));
  }

  private static Month restated(Month patients, long moved) {
    Rate members = patients.members().plus(Rate.of(moved));
    return new Month(
        members.value().signum() < 0 ? Rate.ZERO : members,
        patients.riskScore(),
        patients.attested());
  }

  /** Patients that a closed month gained, or lost, since its closing froze them. */
  private long moved(LevelKey key, int closing, YearMonth month) {
    String row =
        ClosingRows.moved(
            key.year(), closing, month, key.level() == Level.TIN ? key.id() : ClosingRows.ANYBODY);
    return rows.find(row).map(found -> found.sum(0)).orElse(0L);
  }

  private InputSources sources(LevelKey key) {
    String level = ' ' + contract + '|' + key.text();
    return new InputSources(
        Topics.BUDGET.name() + level, Topics.SCORE.name() + level, StatedTopics.ATTESTATION.name());
  }
}
