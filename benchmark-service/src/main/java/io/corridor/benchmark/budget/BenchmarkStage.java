package io.corridor.benchmark.budget;

import io.corridor.benchmark.completion.CashRows;
import io.corridor.benchmark.completion.CategoryGroup;
import io.corridor.benchmark.membership.MembershipRows;
import io.corridor.benchmark.risk.DiagnosisFacts;
import io.corridor.benchmark.spend.AdmissionRows;
import io.corridor.benchmark.spend.CategoryRules;
import io.corridor.benchmark.spend.DrugRows;
import io.corridor.benchmark.spend.RowsOnce;
import io.corridor.benchmark.spend.SpendFacts;
import io.corridor.common.care.AssignedSpan;
import io.corridor.common.care.Claim;
import io.corridor.common.care.Contracts;
import io.corridor.common.care.CostTerms;
import io.corridor.common.facts.Fact;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Npi;
import io.corridor.common.money.Money;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.CareMapper;
import io.corridor.common.streams.ClosingCut;
import io.corridor.common.streams.Derivation;
import io.corridor.common.streams.FactChange;
import io.corridor.common.streams.Reference;
import io.corridor.common.streams.Source;
import io.corridor.common.streams.Stage;
import io.corridor.common.streams.Subject;
import io.corridor.common.streams.Totals;
import io.corridor.common.streams.World;
import io.corridor.common.terms.TermsMapper;
import io.corridor.common.time.Months;
import io.corridor.schemas.AdtEvent;
import io.corridor.schemas.AdtValue;
import io.corridor.schemas.AssignmentValue;
import io.corridor.schemas.CashCell;
import io.corridor.schemas.ClaimLine;
import io.corridor.schemas.ClaimValue;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.EnrollmentValue;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.CostTopics;
import io.corridor.schemas.topic.StatedTopics;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import io.corridor.schemas.topic.VariationTopics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Claims, coverage and assignments into member months, and member months into budgets. Reads top to
 * bottom like the picture in {@code docs/benchmark.md}.
 */
public final class BenchmarkStage implements Stage {

  private final CategoryRules categories = new CategoryRules();
  private final SpendFacts spend = new SpendFacts(categories);
  private final DiagnosisFacts diagnoses = new DiagnosisFacts();

  @Override
  public String service() {
    return "benchmark";
  }

  @Override
  public String ruleVersion() {
    return "benchmark-2";
  }

  @Override
  public List<Source<?>> sources() {
    return List.of(
        Source.of(Topics.CLAIM, this::claim),
        Source.of(Topics.ADT, BenchmarkStage::admission),
        Source.of(Topics.ENROLLMENT, BenchmarkStage::enrollment),
        Source.of(Topics.ASSIGNMENT, BenchmarkStage::assignment),
        Source.of(StatedTopics.PREMIUM, PremiumRows::change));
  }

  @Override
  public List<Reference<?>> references() {
    return List.of(
        Reference.of(Topics.TERMS, value -> Set.of(payer(value.getBody().getPayer()))),
        Reference.of(CostTopics.PARAMETERS, value -> StayTotals.sweeps(value.getBody())),
        Reference.ofSubjects(
            Topics.AFFILIATION, value -> Set.of(Sites.index(value.getBody().getNpi()))),
        ClosingCut.ofMembersFigures(BenchmarkStage::payer));
  }

  @Override
  public List<Topic<?>> outputs() {
    return List.of(
        Topics.MEMBER_MONTH,
        Topics.BUDGET,
        CostTopics.PARAMETERS,
        CostTopics.TRIANGLE,
        CostTopics.RISK_RECAPTURE,
        CostTopics.MEMBER_BREAKDOWN,
        CostTopics.COST_BREAKDOWN,
        CostTopics.PERFORMANCE,
        VariationTopics.MEMBER_CASE,
        ClosingTopics.FINAL_BUDGET);
  }

  private static String payer(String payer) {
    return "payer=" + payer;
  }

  private FactChange claim(ClaimValue value) {
    return FactChange.of(
        value.getEnvelope().getTenant(),
        value.getEnvelope().getKnownAt(),
        facts(value.getBody().getBefore()),
        Stream.concat(
                facts(value.getBody().getAfter()).stream(),
                value.getBody().getCash().stream().map(BenchmarkStage::cash))
            .toList());
  }

  private static Map<Integer, BigDecimal> units(io.corridor.schemas.Claim record) {
    return record.getLines().stream()
        .filter(line -> line.getUnits() != null)
        .collect(
            Collectors.toMap(ClaimLine::getLine, line -> Objects.requireNonNull(line.getUnits())));
  }

  private static Fact cash(CashCell cell) {
    String group = cell.getGroup();
    return CashRows.fact(
        YearMonth.parse(cell.getServiceMonth()),
        group == null ? CategoryGroup.OTHER_MEDICAL : CategoryGroup.valueOf(group),
        YearMonth.parse(cell.getPaidMonth()),
        Money.of(cell.getPaid()),
        Money.of(cell.getAllowed()));
  }

  private List<Fact> facts(io.corridor.schemas.@Nullable Claim record) {
    if (record == null) {
      return List.of();
    }
    Claim claim = CareMapper.claim(record);
    List<Fact> facts = new ArrayList<>(spend.of(claim, referring(record)));
    facts.addAll(diagnoses.of(claim));
    if (claim.type() == Claim.Type.PHARMACY) {
      facts.addAll(DrugRows.facts(claim, categories, units(record)));
    }
    return facts;
  }

  private static @Nullable Npi referring(io.corridor.schemas.Claim record) {
    String npi = record.getReferringNpi();
    return npi == null ? null : new Npi(npi);
  }

  /** A message that was made of a claim says nothing that the claim does not. */
  private static FactChange admission(AdtValue value) {
    AdtEvent event = value.getBody();
    return event.getDerived()
        ? FactChange.nothing()
        : FactChange.of(
            value.getEnvelope().getTenant(),
            value.getEnvelope().getKnownAt(),
            List.of(),
            List.of(
                AdmissionRows.fact(
                    event.getFacility(),
                    event.getVisitNumber(),
                    event.getEventAt(),
                    event.getTrigger(),
                    event.getPatientClass().name(),
                    event.getEventAt().atZone(ZoneId.of(event.getZone())).toLocalDate())));
  }

  private static FactChange enrollment(EnrollmentValue value) {
    return FactChange.between(
        value.getEnvelope(),
        value.getBody().getBefore(),
        value.getBody().getAfter(),
        BenchmarkStage::coverage);
  }

  private static List<Fact> coverage(EnrollmentRecord record) {
    return CareMapper.enrollment(record)
        .map(fact -> MembershipRows.facts(fact, PopulationMapper.traits(record)))
        .orElse(List.of());
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
    RowsOnce rows = new RowsOnce(subject.rows());
    List<Answer> answers = new ArrayList<>(PremiumRows.answers(subject, rows));
    Set<ContractId> concerned = concerned(subject, rows, contracts);
    Set<ContractId> comparing = comparing(subject, rows, contracts);
    if (today.isPresent()) {
      for (ContractId contract : both(concerned, comparing)) {
        ContractMember member =
            ContractMember.of(subject, rows, world, contracts, contract, today.get());
        if (concerned.contains(contract)) {
          answers.addAll(new MemberAnswers(member).all());
        }
        if (comparing.contains(contract)) {
          answers.addAll(new ComparisonAnswers(member).all());
        }
      }
    }
    return new Derivation(
        answers,
        List.of(),
        List.of(),
        today
            .filter(date -> isAssigned(rows) || !comparing.isEmpty())
            .map(Months::nextFirst)
            .orElse(null),
        indexes(rows, contracts));
  }

  /** Payers of the member; clinicians and stays, where a contract asks for what hangs on them. */
  private static Set<String> indexes(Rows rows, Contracts contracts) {
    Set<String> indexes = payers(rows);
    List<Row> assignments = rows.startingWith(MembershipRows.ASSIGN);
    Set<YearMonth> admitted = assignments.isEmpty() ? Set.of() : AdmissionRows.months(rows, "");
    for (Row row : assignments) {
      ContractId contract = new ContractId(row.part(1));
      admitted.stream()
          .flatMap(month -> StayTotals.index(contract, month, contracts).stream())
          .forEach(indexes::add);
      if (contracts.asks(
          contract, cost -> cost.reporting().levels().contains(CostTerms.Level.SITE))) {
        MembershipRows.assigned(rows, contract).stream()
            .map(AssignedSpan::npi)
            .filter(Objects::nonNull)
            .forEach(npi -> indexes.add(Sites.index(npi.value())));
      }
    }
    return indexes;
  }

  private static Set<ContractId> both(Set<ContractId> some, Set<ContractId> more) {
    Set<ContractId> all = new TreeSet<>(some);
    all.addAll(more);
    return all;
  }

  private static boolean isAssigned(Rows rows) {
    return !rows.startingWith(MembershipRows.ASSIGN).isEmpty();
  }

  /** Contracts the member is assigned in, or has answers in. */
  private static Set<ContractId> concerned(Subject subject, Rows rows, Contracts contracts) {
    Set<ContractId> concerned = new TreeSet<>();
    rows.startingWith(MembershipRows.ASSIGN)
        .forEach(row -> concerned.add(new ContractId(row.part(1))));
    subject.touched().stream()
        .filter(key -> key.startsWith(MembershipRows.ASSIGN))
        .forEach(
            key -> concerned.add(new ContractId(key.substring(MembershipRows.ASSIGN.length()))));
    concerned.retainAll(contracts.ids());
    return concerned;
  }

  /**
   * Contracts that compare their members with others and whose payer covers this one, or did until
   * now; in a sweep those too that it contributed to, whatever covers it now.
   */
  private static Set<ContractId> comparing(Subject subject, Rows rows, Contracts contracts) {
    Set<String> insurers = insurers(rows);
    subject.touched().stream()
        .filter(key -> key.startsWith(MembershipRows.COVER))
        .forEach(key -> insurers.add(Row.empty(key).part(1)));
    Set<ContractId> comparing = new TreeSet<>();
    for (String payer : insurers) {
      contracts.ofPayer(payer).stream()
          .filter(contract -> !contracts.comparisonYears(contract).isEmpty())
          .forEach(comparing::add);
    }
    if (subject.everything()) {
      comparing.addAll(ComparisonAnswers.contributed(subject).keySet());
    }
    return comparing;
  }

  private static Set<String> insurers(Rows rows) {
    Set<String> insurers = new TreeSet<>();
    rows.startingWith(MembershipRows.COVER).forEach(row -> insurers.add(row.part(1)));
    return insurers;
  }

  private static Set<String> payers(Rows rows) {
    return insurers(rows).stream()
        .map(BenchmarkStage::payer)
        .collect(Collectors.toCollection(HashSet::new));
  }

  @Override
  public Optional<Totals> totals() {
    return Optional.of(new BudgetTotals());
  }
}
