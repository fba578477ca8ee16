package io.corridor.benchmark.budget;

import io.corridor.benchmark.completion.CashRows;
import io.corridor.benchmark.membership.MemberMonthCost;
import io.corridor.benchmark.membership.MemberMonthRules;
import io.corridor.benchmark.membership.MembershipRows;
import io.corridor.benchmark.membership.Standing;
import io.corridor.benchmark.risk.ContractRiskWeights;
import io.corridor.benchmark.risk.DiagnosisFacts;
import io.corridor.benchmark.risk.MemberRisk;
import io.corridor.benchmark.risk.MonthRisk;
import io.corridor.benchmark.risk.RecaptureGap;
import io.corridor.benchmark.spend.AdmissionRows;
import io.corridor.benchmark.spend.DrugRows;
import io.corridor.benchmark.spend.Preliminary;
import io.corridor.benchmark.spend.SpendRows;
import io.corridor.benchmark.spend.Unbilled;
import io.corridor.common.care.Contract;
import io.corridor.common.care.Contracts;
import io.corridor.common.care.CostTerms;
import io.corridor.common.id.ContractId;
import io.corridor.common.money.Money;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.Part;
import io.corridor.common.streams.Subject;
import io.corridor.common.streams.Tick;
import io.corridor.common.streams.World;
import io.corridor.schemas.RiskRecapture;
import io.corridor.schemas.topic.CostTopics;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The answers about one member under one contract: member months with their risk, and recapture.
 */
final class MemberAnswers {

  private final Subject subject;
  private final World world;
  private final Contracts contracts;
  private final ContractId contract;
  private final LocalDate today;
  private final Map<Integer, MemberRisk> risks = new HashMap<>();

  MemberAnswers(
      Subject subject, World world, Contracts contracts, ContractId contract, LocalDate today) {
    this.subject = subject;
    this.world = world;
    this.contracts = contracts;
    this.contract = contract;
    this.today = today;
  }

  List<Answer> all() {
    List<Answer> answers = new ArrayList<>();
    MemberMonthRules.derive(subject.rows(), contracts, contract, touched(), today)
        .forEach((month, cost) -> answers.add(answer(month, cost)));
    recapture().ifPresent(answers::add);
    return answers;
  }

  /** Months whose rows changed; months begun since for a tick; all for anything wider. */
  private Set<YearMonth> touched() {
    if (isWide()) {
      return new TreeSet<>(contracts.months(contract, today));
    }
    Set<YearMonth> months = new TreeSet<>();
    for (String key : subject.touched()) {
      months.addAll(SpendRows.months(key));
      if (key.startsWith(AdmissionRows.ADT) || key.startsWith(SpendRows.STAY)) {
        AdmissionRows.months(subject.rows(), key).stream()
            .filter(this::showsUnbilled)
            .forEach(months::add);
      }
      DrugRows.month(key).ifPresent(months::add);
      CashRows.month(key).ifPresent(months::add);
      DiagnosisFacts.year(key).ifPresent(year -> months.addAll(scoredBy(year)));
    }
    LocalDate from = subject.tick().map(Tick::from).orElse(null);
    if (from != null) {
      YearMonth last = YearMonth.from(from);
      contracts.months(contract, today).stream()
          .filter(month -> month.isAfter(last))
          .forEach(months::add);
    }
    return months;
  }

  private boolean isWide() {
    return subject.everything()
        || subject.touched().stream()
            .anyMatch(key ->
                key.startsWith(MembershipRows.COVER)
                    || key.startsWith(MembershipRows.PERSON)
                    || key.startsWith(MembershipRows.ASSIGN));
  }

  private boolean showsUnbilled(YearMonth month) {
    return contracts
        .in(contract, month)
        .filter(terms -> terms.cost().scope().unbilledStay() != null)
        .isPresent();
  }

  /** Months whose scores read the diagnoses of a year: its own and those of the year after. */
  private List<YearMonth> scoredBy(int year) {
    return contracts.months(contract, today).stream()
        .filter(month -> month.getYear() == year || month.getYear() == year + 1)
        .filter(month -> contracts.in(contract, month).flatMap(MemberAnswers::risk).isPresent())
        .toList();
  }

  private static Optional<CostTerms.Risk> risk(Contract terms) {
    return Optional.ofNullable(terms.cost().risk());
  }

  private Answer answer(YearMonth month, Optional<MemberMonthCost> cost) {
    String key = String.join("|", subject.id(), contract.value(), month.toString());
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
        parts(
            terms,
            cost.get(),
            CostSums.contribution(cost.get(), PopulationSums.of(cost.get(), counted))));
  }

  /** What a member month contributes: its cost, and what was paid for it where that is asked. */
  private List<Part> parts(Contract terms, MemberMonthCost cost, long[] amounts) {
    List<Part> parts = new ArrayList<>();
    YearMonth month = cost.month();
    Levels.of(terms, cost).forEach(key -> parts.add(new Part(key.text(), amounts)));
    if (terms.cost().completion() != null) {
      CashRows.byLag(subject.rows(), month, terms.allowedBasis())
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
        score(terms, cost.standing()).orElse(null),
        terms.cost().preliminary()
            ? Preliminary.of(subject.rows(), cost.month(), terms.allowedBasis())
            : null,
        unbilled(terms, cost));
  }

  private @Nullable Unbilled unbilled(Contract terms, MemberMonthCost cost) {
    Money price = terms.cost().scope().unbilledStay();
    return price == null
        ? null
        : Unbilled.of(subject.rows(), cost.month(), price, terms.allowedBasis());
  }

  private Optional<MonthRisk> score(Contract terms, Standing standing) {
    return risk(terms)
        .flatMap(asked ->
            risks
                .computeIfAbsent(terms.version(), any -> memberRisk(terms, asked))
                .in(standing, yearBegins(terms, standing.month())));
  }

  private static LocalDate yearBegins(Contract terms, YearMonth month) {
    return terms.yearOf(month).map(year -> year.span().from()).orElse(month.atDay(1));
  }

  private MemberRisk memberRisk(Contract terms, CostTerms.Risk asked) {
    @Nullable ContractRiskWeights table = RiskTables.of(world, terms).orElse(null);
    return new MemberRisk(RiskTables::models, asked, table, subject.rows());
  }

  /** The recapture list of this calendar year, for a member who stands in the contract today. */
  private Optional<Answer> recapture() {
    YearMonth month = YearMonth.from(today);
    Contract terms = contracts.in(contract, month).orElse(null);
    CostTerms.Risk asked = terms == null ? null : terms.cost().risk();
    int year = today.getYear();
    String key = String.join("|", subject.id(), contract.value());
    if (terms == null || asked == null || !asked.recapture()) {
      return isWide() && subject.answer(CostTopics.RISK_RECAPTURE, key).isPresent()
          ? Optional.of(Answer.none(CostTopics.RISK_RECAPTURE, key, "", LocalDate.of(year, 1, 1)))
          : Optional.empty();
    }
    if (!touchesRecapture()) {
      return Optional.empty();
    }
    Standing standing =
        Standing.of(subject.rows(), terms, month, MembershipRows.assigned(subject.rows(), contract))
            .orElse(null);
    MonthRisk now = standing == null ? null : score(terms, standing).orElse(null);
    if (standing == null || now == null) {
      return Optional.of(
          Answer.none(CostTopics.RISK_RECAPTURE, key, terms.payer(), LocalDate.of(year, 1, 1)));
    }
    List<RecaptureGap> gaps = memberRisk(terms, asked).recapture(standing, year);
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
    return isWide()
        || subject.tick().isPresent()
        || subject.touched().stream()
            .map(DiagnosisFacts::year)
            .filter(OptionalInt::isPresent)
            .anyMatch(touched -> touched.getAsInt() >= year - 1);
  }
}
