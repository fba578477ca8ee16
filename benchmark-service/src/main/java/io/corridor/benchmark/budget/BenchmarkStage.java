package io.corridor.benchmark.budget;

import io.corridor.benchmark.membership.MemberMonthCost;
import io.corridor.benchmark.membership.MemberMonthRules;
import io.corridor.benchmark.membership.MembershipRows;
import io.corridor.benchmark.spend.CategoryRules;
import io.corridor.benchmark.spend.SpendFacts;
import io.corridor.benchmark.spend.SpendRows;
import io.corridor.common.care.Contract;
import io.corridor.common.care.Contracts;
import io.corridor.common.facts.Fact;
import io.corridor.common.id.ContractId;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.CareMapper;
import io.corridor.common.streams.ClosingCut;
import io.corridor.common.streams.Derivation;
import io.corridor.common.streams.FactChange;
import io.corridor.common.streams.Part;
import io.corridor.common.streams.Reference;
import io.corridor.common.streams.Source;
import io.corridor.common.streams.Stage;
import io.corridor.common.streams.Subject;
import io.corridor.common.streams.TermsMapper;
import io.corridor.common.streams.Tick;
import io.corridor.common.streams.Totals;
import io.corridor.common.streams.World;
import io.corridor.common.time.Months;
import io.corridor.schemas.AssignmentValue;
import io.corridor.schemas.ClaimValue;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.EnrollmentValue;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Claims, coverage and assignments into member months, and member months into budgets. Reads top to
 * bottom like the picture in {@code docs/benchmark.md}.
 */
public final class BenchmarkStage implements Stage {

  private final SpendFacts spend = new SpendFacts(new CategoryRules());

  @Override
  public String service() {
    return "benchmark";
  }

  @Override
  public String ruleVersion() {
    return "benchmark-1";
  }

  @Override
  public List<Source<?>> sources() {
    return List.of(
        Source.of(Topics.CLAIM, this::claim),
        Source.of(Topics.ENROLLMENT, BenchmarkStage::enrollment),
        Source.of(Topics.ASSIGNMENT, BenchmarkStage::assignment));
  }

  @Override
  public List<Reference<?>> references() {
    return List.of(
        Reference.of(Topics.TERMS, value -> Set.of(payer(value.getBody().getPayer()))),
        ClosingCut.ofFigures());
  }

  @Override
  public List<Topic<?>> outputs() {
    return List.of(Topics.MEMBER_MONTH, Topics.BUDGET, ClosingTopics.FINAL_BUDGET);
  }

  private static String payer(String payer) {
    return "payer=" + payer;
  }

  private FactChange claim(ClaimValue value) {
    return FactChange.of(
        value.getEnvelope().getTenant(),
        value.getEnvelope().getKnownAt(),
        spendOf(value.getBody().getBefore()),
        spendOf(value.getBody().getAfter()));
  }

  private List<Fact> spendOf(io.corridor.schemas.@Nullable Claim claim) {
    return claim == null ? List.of() : spend.of(CareMapper.claim(claim));
  }

  private static FactChange enrollment(EnrollmentValue value) {
    return FactChange.of(
        value.getEnvelope().getTenant(),
        value.getEnvelope().getKnownAt(),
        coverage(value.getBody().getBefore()),
        coverage(value.getBody().getAfter()));
  }

  private static List<Fact> coverage(@Nullable EnrollmentRecord record) {
    return record == null
        ? List.of()
        : CareMapper.enrollment(record).map(MembershipRows::facts).orElse(List.of());
  }

  private static FactChange assignment(AssignmentValue value) {
    return FactChange.replace(
        value.getEnvelope(),
        MembershipRows.assignment(value.getBody().getContract()),
        MembershipRows.toPayload(CareMapper.assignment(value.getBody())));
  }

  @Override
  public Derivation derive(Subject subject, World world) {
    Optional<LocalDate> today = world.businessDate();
    Contracts contracts = TermsMapper.contracts(world);
    List<Answer> answers = new ArrayList<>();
    if (today.isPresent()) {
      for (ContractId contract : concerned(subject, contracts)) {
        answers.addAll(memberMonths(subject, contracts, contract, today.get()));
      }
    }
    return new Derivation(
        answers,
        List.of(),
        List.of(),
        today.filter(date -> isAssigned(subject)).map(Months::nextFirst).orElse(null),
        payers(subject));
  }

  private static boolean isAssigned(Subject subject) {
    return !subject.rows().startingWith(MembershipRows.ASSIGN).isEmpty();
  }

  /** Contracts the member is assigned in, or has answers in. */
  private static Set<ContractId> concerned(Subject subject, Contracts contracts) {
    Set<ContractId> concerned = new TreeSet<>();
    subject
        .rows()
        .startingWith(MembershipRows.ASSIGN)
        .forEach(row -> concerned.add(new ContractId(row.part(1))));
    subject.touched().stream()
        .filter(key -> key.startsWith(MembershipRows.ASSIGN))
        .forEach(
            key -> concerned.add(new ContractId(key.substring(MembershipRows.ASSIGN.length()))));
    concerned.retainAll(contracts.ids());
    return concerned;
  }

  private static Set<String> payers(Subject subject) {
    Set<String> payers = new HashSet<>();
    subject
        .rows()
        .startingWith(MembershipRows.COVER)
        .forEach(row -> payers.add(payer(row.part(1))));
    return payers;
  }

  private static List<Answer> memberMonths(
      Subject subject, Contracts contracts, ContractId contract, LocalDate today) {
    Map<YearMonth, Optional<MemberMonthCost>> months =
        MemberMonthRules.derive(
            subject.rows(),
            contracts,
            contract,
            touched(subject, contracts, contract, today),
            today);
    List<Answer> answers = new ArrayList<>();
    months.forEach(
        (month, cost) -> answers.add(answer(subject.id(), contracts, contract, month, cost)));
    return answers;
  }

  /** Months whose rows changed; months begun since for a tick; all for anything wider. */
  private static Set<YearMonth> touched(
      Subject subject, Contracts contracts, ContractId contract, LocalDate today) {
    boolean wide =
        subject.everything()
            || subject.touched().stream()
                .anyMatch(key ->
                    key.startsWith(MembershipRows.COVER) || key.startsWith(MembershipRows.ASSIGN));
    if (wide) {
      return new TreeSet<>(contracts.months(contract, today));
    }
    Set<YearMonth> months = new TreeSet<>();
    subject.touched().forEach(key -> months.addAll(SpendRows.months(key)));
    LocalDate from = subject.tick().map(Tick::from).orElse(null);
    if (from != null) {
      YearMonth last = YearMonth.from(from);
      contracts.months(contract, today).stream()
          .filter(month -> month.isAfter(last))
          .forEach(months::add);
    }
    return months;
  }

  private static Answer answer(
      String member,
      Contracts contracts,
      ContractId contract,
      YearMonth month,
      Optional<MemberMonthCost> cost) {
    String key = String.join("|", member, contract.value(), month.toString());
    String tenant = contracts.in(contract, month).map(Contract::payer).orElse("");
    if (cost.isEmpty()) {
      return Answer.none(Topics.MEMBER_MONTH, key, tenant, month.atDay(1));
    }
    BudgetKey part =
        new BudgetKey(contract.value(), BudgetKey.TIN, cost.get().tin().value(), month.toString());
    return Answer.of(
        Topics.MEMBER_MONTH,
        key,
        BenchmarkMapper.memberMonth(member, contract.value(), cost.get()),
        tenant,
        month.atDay(1),
        List.of(new Part(part.text(), CostSums.contribution(cost.get()))));
  }

  @Override
  public Optional<Totals> totals() {
    return Optional.of(new BudgetTotals());
  }
}
