package io.corridor.benchmark.budget;

import io.corridor.benchmark.breakdown.ChronicConditions;
import io.corridor.benchmark.breakdown.MonthBreakdown;
import io.corridor.benchmark.completion.CashRows;
import io.corridor.benchmark.membership.MemberMonthCost;
import io.corridor.benchmark.membership.MemberMonthRules;
import io.corridor.benchmark.membership.Standing;
import io.corridor.benchmark.risk.DiagnosisFacts;
import io.corridor.benchmark.risk.MonthRisk;
import io.corridor.benchmark.risk.RecaptureGap;
import io.corridor.benchmark.spend.CapitationLeakage;
import io.corridor.benchmark.spend.Preliminary;
import io.corridor.benchmark.spend.RowsOnce;
import io.corridor.benchmark.spend.Unbilled;
import io.corridor.common.care.Contract;
import io.corridor.common.care.Contracts;
import io.corridor.common.care.CostTerms;
import io.corridor.common.care.CostTerms.Breakdown;
import io.corridor.common.id.ContractId;
import io.corridor.common.money.Money;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.Part;
import io.corridor.common.streams.Subject;
import io.corridor.common.streams.World;
import io.corridor.schemas.PeriodValue;
import io.corridor.schemas.RiskRecapture;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.CostTopics;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answers about one member under one contract: member months with their risk, and recapture.
 */
final class MemberAnswers {

  private static final Set<String> CLOSING = Set.of("CLOSING", "CLOSED");

  private final Subject subject;
  private final RowsOnce rows;
  private final World world;
  private final Contracts contracts;
  private final ContractId contract;
  private final LocalDate today;
  private final MemberMonthRules rules;
  private final MemberScores scores;
  private final TouchedMonths touching;

  MemberAnswers(ContractMember member) {
    this.subject = member.subject();
    this.rows = member.rows();
    this.world = member.world();
    this.contracts = member.contracts();
    this.contract = member.contract();
    this.today = member.today();
    this.rules = new MemberMonthRules(rows, contracts, contract, today, MemberMonthRules.Side.OWN);
    this.scores = member.scores();
    this.touching = member.touching();
  }

  List<Answer> all() {
    List<Answer> answers = new ArrayList<>();
    Set<YearMonth> touched = touching.all();
    rules
        .derive(touched, this::inScopeBefore)
        .forEach((month, cost) -> {
          answers.add(answer(month, cost));
          breakdown(month, cost).ifPresent(answers::add);
        });
    recapture().ifPresent(answers::add);
    answers.addAll(
        new CaseAnswers(subject, rows, contracts, contract, today, rules::standing, scores::in)
            .all(touched, touching.isWide()));
    closingYears().stream()
        .filter(year -> touched.stream().anyMatch(month -> isIn(month, year)))
        .forEach(year -> answers.add(prorated(year)));
    return answers;
  }

  /** The month by drug, specialist and disease; nothing where no terms ever asked for it. */
  private Optional<Answer> breakdown(YearMonth month, Optional<MemberMonthCost> cost) {
    Contract terms = contracts.in(contract, month).orElse(null);
    Set<Breakdown> asked = terms == null ? Set.of() : terms.cost().reporting().breakdowns();
    if (asked.isEmpty() && !touching.isWide()) {
      return Optional.empty();
    }
    if (terms == null || cost.isEmpty() || asked.isEmpty()) {
      return Optional.of(Answer.none(CostTopics.MEMBER_BREAKDOWN, key(month), "", month.atDay(1)));
    }
    MonthBreakdown breakdown = MonthBreakdown.of(rows, terms, cost.get(), Tables.CONDITIONS);
    return Optional.of(Breakdowns.answer(subject.id(), terms, cost.get(), breakdown));
  }

  /** Loaded by the class loader, once. */
  private static final class Tables {
    private static final ChronicConditions CONDITIONS = ChronicConditions.load();
  }

  /** Performance years that are being closed or were. */
  private List<Integer> closingYears() {
    return world.table(ClosingTopics.PERIOD).values().stream()
        .map(PeriodValue::getBody)
        .filter(period -> period.getContract().equals(contract.value()))
        .filter(period -> CLOSING.contains(period.getState()))
        .map(period -> Integer.valueOf(period.getPeriod()))
        .toList();
  }

  private boolean isIn(YearMonth month, int year) {
    return contracts
        .in(contract, month)
        .flatMap(terms -> terms.yearOf(month))
        .filter(found -> found.year() == year)
        .isPresent();
  }

  /** What prorating takes off the year at a final settlement: a contribution that says nothing. */
  private Answer prorated(int year) {
    List<Part> parts = new ArrayList<>();
    for (MemberMonthRules.Finally month : rules.atFinal(year)) {
      Contract terms = contracts.in(contract, month.running().month()).orElseThrow();
      long[] amounts = amounts(terms, month.last());
      long[] running = amounts(terms, month.running());
      for (int i = 0; i < amounts.length; i++) {
        amounts[i] = Math.subtractExact(amounts[i], running[i]);
      }
      Levels.of(terms, month.running(), world)
          .forEach(key -> parts.add(new Part(key.prorated().text(), amounts)));
    }
    String key = String.join("|", subject.id(), contract.value(), Integer.toString(year));
    return parts.isEmpty()
        ? Answer.none(Topics.MEMBER_MONTH, key, "", LocalDate.of(year, 1, 1))
        : Answer.silent(Topics.MEMBER_MONTH, key, "", parts);
  }

  private long[] amounts(Contract terms, MemberMonthCost cost) {
    return amounts(terms, cost, counted(terms, cost));
  }

  private static long[] amounts(
      Contract terms, MemberMonthCost cost, PopulationSums.Counted counted) {
    TypeRisk risk =
        terms.cost().yearTargets().programs().isEmpty()
            ? TypeRisk.NONE
            : TypeRisk.of(cost.memberMonths(), counted);
    return CostSums.contribution(cost, PopulationSums.of(cost, counted), risk);
  }

  private Money inScopeBefore(YearMonth month) {
    return subject
        .answer(Topics.MEMBER_MONTH, key(month))
        .map(last -> Money.of(last.getBody().getInScope()))
        .orElse(Money.ZERO);
  }

  private String key(YearMonth month) {
    return String.join("|", subject.id(), contract.value(), month.toString());
  }

  private Answer answer(YearMonth month, Optional<MemberMonthCost> cost) {
    String key = key(month);
    Contract terms = contracts.in(contract, month).orElse(null);
    if (cost.isEmpty() || terms == null) {
      String tenant = terms == null ? "" : terms.payer();
      return Answer.none(Topics.MEMBER_MONTH, key, tenant, month.atDay(1));
    }
    PopulationSums.Counted counted = counted(terms, cost.get());
    return Answer.of(
        Topics.MEMBER_MONTH,
        key,
        BenchmarkMapper.memberMonth(
            subject.id(),
            contract.value(),
            cost.get(),
            counted,
            terms.cost().scope().drugPrices() != null),
        terms.payer(),
        month.atDay(1),
        parts(terms, cost.get(), amounts(terms, cost.get(), counted)));
  }

  /** What a member month contributes: its cost, and what was paid for it where that is asked. */
  private List<Part> parts(Contract terms, MemberMonthCost cost, long[] amounts) {
    List<Part> parts = new ArrayList<>();
    YearMonth month = cost.month();
    Levels.of(terms, cost, world).forEach(key -> parts.add(new Part(key.text(), amounts)));
    if (terms.cost().completion() != null) {
      CashRows.byLag(rows, month, terms.allowedBasis())
          .forEach((group, lags) -> {
            long[] cells = new long[lags.lastKey() + 1];
            lags.forEach((lag, cents) -> cells[lag] = cents);
            BudgetKey triangle =
                new BudgetKey(contract.value(), BudgetKey.TRIANGLE, group.name(), month.toString());
            parts.add(new Part(triangle.text(), cells));
          });
    }
    return parts;
  }

  private PopulationSums.Counted counted(Contract terms, MemberMonthCost cost) {
    return new PopulationSums.Counted(
        terms.cost().personYears() ? cost.standing().enrollmentType() : null,
        scores.in(terms, cost.standing()).orElse(null),
        terms.cost().preliminary()
            ? Preliminary.of(rows, cost.month(), terms.allowedBasis())
            : null,
        unbilled(terms, cost),
        leakage(terms, cost).orElse(null));
  }

  private Optional<Money> leakage(Contract terms, MemberMonthCost cost) {
    YearMonth month = cost.month();
    return terms
        .capitated(month)
        .map(codes -> CapitationLeakage.of(rows, month, cost.tin(), codes, terms.allowedBasis()));
  }

  private @Nullable Unbilled unbilled(Contract terms, MemberMonthCost cost) {
    CostTerms.UnbilledStay stay = terms.cost().scope().unbilledStay();
    return stay == null
        ? null
        : Unbilled.of(
            rows,
            cost.month(),
            StayTotals.price(stay, terms, cost.month(), world),
            terms.allowedBasis());
  }

  /** The recapture list of this calendar year, for a member who stands in the contract today. */
  private Optional<Answer> recapture() {
    YearMonth month = YearMonth.from(today);
    Contract terms = contracts.in(contract, month).orElse(null);
    CostTerms.Risk asked = terms == null ? null : terms.cost().risk();
    int year = today.getYear();
    String key = String.join("|", subject.id(), contract.value());
    if (terms == null || asked == null || !asked.recapture()) {
      return touching.isWide() && subject.answer(CostTopics.RISK_RECAPTURE, key).isPresent()
          ? Optional.of(Answer.none(CostTopics.RISK_RECAPTURE, key, "", LocalDate.of(year, 1, 1)))
          : Optional.empty();
    }
    if (!touchesRecapture()) {
      return Optional.empty();
    }
    Standing standing = rules.standing(terms, month).orElse(null);
    MonthRisk now = standing == null ? null : scores.in(terms, standing).orElse(null);
    if (standing == null || now == null) {
      return Optional.of(
          Answer.none(CostTopics.RISK_RECAPTURE, key, terms.payer(), LocalDate.of(year, 1, 1)));
    }
    List<RecaptureGap> gaps = scores.risk(terms, asked).recapture(standing, year);
    if (gaps.isEmpty()) {
      return Optional.of(
          Answer.none(CostTopics.RISK_RECAPTURE, key, terms.payer(), LocalDate.of(year, 1, 1)));
    }
    RiskRecapture list =
        PopulationMapper.recapture(subject.id(), contract.value(), year, standing, now, gaps);
    return Optional.of(
        Answer.of(
            CostTopics.RISK_RECAPTURE,
            key,
            list,
            terms.payer(),
            LocalDate.of(year, 1, 1),
            List.of()));
  }

  private boolean touchesRecapture() {
    int year = today.getYear();
    return touching.isWide()
        || subject.tick().isPresent()
        || subject.touched().stream()
            .filter(key -> DiagnosisFacts.year(key).isPresent() && touching.mayMoveScores(key))
            .map(DiagnosisFacts::year)
            .filter(OptionalInt::isPresent)
            .anyMatch(touched -> touched.getAsInt() >= year - 1);
  }
}
