package io.corridor.benchmark.budget;

import io.corridor.benchmark.completion.CategoryGroup;
import io.corridor.benchmark.completion.CompletedMonth;
import io.corridor.benchmark.completion.CompletedParts;
import io.corridor.benchmark.completion.CompletionTerms;
import io.corridor.benchmark.completion.ContractCompletion;
import io.corridor.benchmark.completion.DefaultCompletionTerms;
import io.corridor.benchmark.completion.ObservedMonths;
import io.corridor.benchmark.completion.PaidTriangle;
import io.corridor.benchmark.completion.YearProjection;
import io.corridor.benchmark.spend.Category;
import io.corridor.common.care.Contract;
import io.corridor.common.care.Contracts;
import io.corridor.common.care.CostTerms;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.Totals;
import io.corridor.common.streams.World;
import io.corridor.common.terms.TermsMapper;
import io.corridor.common.time.Months;
import io.corridor.schemas.Parameters;
import io.corridor.schemas.topic.CostTopics;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Triangles and the completion of a contract, as population parameters: made from the sums when
 * every partition has reached a business date, and kept until the next tick.
 */
final class CompletionTotals {

  private final DefaultCompletionTerms defaults = DefaultCompletionTerms.load();

  /** Parameters that a changed sum of the contract touches: all its months and years. */
  List<String> touchedBy(String contract, World world) {
    Contracts contracts = TermsMapper.contracts(world);
    ContractId id = new ContractId(contract);
    LocalDate today = world.businessDate().orElse(null);
    List<String> keys = new ArrayList<>();
    for (YearMonth month : today == null ? List.<YearMonth>of() : contracts.months(id, today)) {
      Contract terms = contracts.in(id, month).orElse(null);
      if (terms != null && terms.cost().completion() != null) {
        keys.add(key(contract, month.toString()));
        terms
            .yearOf(month)
            .map(year -> key(contract, Integer.toString(year.year())))
            .filter(year -> !keys.contains(year))
            .ifPresent(keys::add);
      }
    }
    return keys;
  }

  private static String key(String contract, String period) {
    return new ParameterKey(contract, ParameterKey.COMPLETION, period).text();
  }

  /** One row of a triangle. */
  Answer triangle(BudgetKey key, Totals.Sums sums, World world) {
    long[] lags = sums.sum(key.text());
    YearMonth month = YearMonth.parse(key.period());
    String tenant =
        TermsMapper.contracts(world)
            .in(new ContractId(key.contract()), month)
            .map(Contract::payer)
            .orElse("");
    return java.util.Arrays.stream(lags).allMatch(cents -> cents == 0)
        ? Answer.none(CostTopics.TRIANGLE, key.text(), tenant, month.atDay(1))
        : Answer.of(
            CostTopics.TRIANGLE,
            key.text(),
            CompletionMapper.triangle(key, lags),
            tenant,
            month.atDay(1),
            List.of());
  }

  /** The completion of a month or a year; ends when the contract has no cost sums in it. */
  Answer parameters(ParameterKey key, Totals.Sums sums, World world) {
    Contracts contracts = TermsMapper.contracts(world);
    ContractId id = new ContractId(key.contract());
    LocalDate from =
        key.isMonth()
            ? YearMonth.parse(key.period()).atDay(1)
            : LocalDate.of(Integer.parseInt(key.period()), 1, 1);
    ContractSums reading = new ContractSums(id, sums, contracts);
    List<YearMonth> period = reading.months(key);
    Contract terms = period.isEmpty() ? null : contracts.in(id, period.getLast()).orElse(null);
    CostTerms.Completion asked = terms == null ? null : terms.cost().completion();
    LocalDate reached = sums.completeTo().orElse(null);
    if (terms == null || asked == null || reached == null) {
      return Answer.none(CostTopics.PARAMETERS, key.text(), "", from);
    }
    YearMonth through = YearMonth.from(reached).minusMonths(1);
    Parameters body = new Making(key, reading, terms, asked, through).body(period);
    return Answer.of(CostTopics.PARAMETERS, key.text(), body, terms.payer(), from, List.of());
  }

  private static Map<CategoryGroup, Money> byGroup(CostSums cost) {
    Map<CategoryGroup, Money> groups = new EnumMap<>(CategoryGroup.class);
    for (Category category : Category.all()) {
      groups.merge(CategoryGroup.of(category), cost.category(category).counted(), Money::plus);
    }
    return groups;
  }

  /** Makes one parameter. */
  private final class Making {
    private final ParameterKey key;
    private final ContractSums reading;
    private final Contract contract;
    private final CostTerms.Completion asked;
    private final YearMonth through;

    private Making(
        ParameterKey key,
        ContractSums reading,
        Contract contract,
        CostTerms.Completion asked,
        YearMonth through) {
      this.key = key;
      this.reading = reading;
      this.contract = contract;
      this.asked = asked;
      this.through = through;
    }

    private Parameters body(List<YearMonth> period) {
      List<YearMonth> completed = period.stream().filter(month -> !month.isAfter(through)).toList();
      NavigableMap<YearMonth, ContractCompletion.MonthCost> months = costs(reading, through);
      CompletionMapper.Figures figures =
          CompletionMapper.Figures.of(key, through, completed, months);
      if (completed.isEmpty()) {
        return CompletionMapper.parameters(figures, null).build();
      }
      Map<CategoryGroup, CompletionTerms> terms = terms(asked, through);
      ContractCompletion completion = complete(reading, months, terms, through);
      Parameters.Builder body = CompletionMapper.parameters(figures, completion);
      if (key.isMonth()) {
        YearMonth month = completed.getFirst();
        boolean first = month.equals(months.firstKey());
        body.setGroups(CompletionMapper.groups(completion, month, first));
        body.setParts(CompletionMapper.parts(parts(completion, month)));
      } else {
        project(completion, completed, terms)
            .ifPresent(projection -> body.setProjection(CompletionMapper.projection(projection)));
      }
      return body.build();
    }

    /** Each practice's part, all groups together. */
    private List<CompletionMapper.Part> parts(ContractCompletion completion, YearMonth month) {
      NavigableMap<Tin, CostSums> practices = reading.practices(month);
      Map<Tin, Money> sums = new TreeMap<>(Comparator.comparing(Tin::value));
      for (Map.Entry<CategoryGroup, CompletedMonth> group : completion.month(month).entrySet()) {
        Map<Tin, CompletedParts.PartToDate> toDate =
            new TreeMap<>(Comparator.comparing(Tin::value));
        practices.forEach((tin, cost) ->
            toDate.put(
                tin,
                new CompletedParts.PartToDate(
                    byGroup(cost).getOrDefault(group.getKey(), Money.ZERO), cost.memberMonths())));
        CompletedParts.place(group.getValue(), toDate)
            .forEach((tin, cents) -> sums.merge(tin, cents, Money::plus));
      }
      return practices.entrySet().stream()
          .map(practice ->
              new CompletionMapper.Part(
                  practice.getKey(),
                  counted(practice.getValue()),
                  sums.getOrDefault(practice.getKey(), Money.ZERO)))
          .toList();
    }

    private Optional<YearProjection> project(
        ContractCompletion completion,
        List<YearMonth> completed,
        Map<CategoryGroup, CompletionTerms> terms) {
      CostTerms.Projection outlook = asked.projection();
      if (outlook == null) {
        return Optional.empty();
      }
      CompletionTerms medical = Objects.requireNonNull(terms.get(CategoryGroup.OTHER_MEDICAL));
      return YearProjection.of(
          completion,
          completion.completed(completed),
          toCome(completed.getLast()),
          new YearProjection.Outlook(
              outlook.trend(),
              outlook.seasonality(),
              medical.expectationMonths(),
              medical.bandErrors()));
    }

    private List<YearMonth> toCome(YearMonth last) {
      return contract.years().stream()
          .filter(year -> Integer.toString(year.year()).equals(key.period()))
          .flatMap(year ->
              Months.between(
                  YearMonth.from(year.span().from()),
                  YearMonth.from(Objects.requireNonNull(year.span().until()).minusDays(1)))
                  .stream())
          .filter(month -> month.isAfter(last))
          .toList();
    }
  }

  /** The completion of a contract's months; empty where it does not ask or has none yet. */
  Optional<ContractCompletion> completion(
      ContractSums reading, Contract contract, YearMonth through) {
    CostTerms.Completion asked = contract.cost().completion();
    NavigableMap<YearMonth, ContractCompletion.MonthCost> months = costs(reading, through);
    return asked == null || months.isEmpty()
        ? Optional.empty()
        : Optional.of(complete(reading, months, terms(asked, through), through));
  }

  private static ContractCompletion complete(
      ContractSums reading,
      NavigableMap<YearMonth, ContractCompletion.MonthCost> months,
      Map<CategoryGroup, CompletionTerms> terms,
      YearMonth through) {
    Map<CategoryGroup, PaidTriangle> triangles = new EnumMap<>(CategoryGroup.class);
    terms.keySet().forEach(group -> triangles.put(group, reading.triangle(group)));
    return ContractCompletion.of(
        new ObservedMonths(months.firstKey(), through), triangles, months, terms);
  }

  private static NavigableMap<YearMonth, ContractCompletion.MonthCost> costs(
      ContractSums reading, YearMonth through) {
    NavigableMap<YearMonth, ContractCompletion.MonthCost> months = new TreeMap<>();
    reading
        .all()
        .headMap(through, true)
        .forEach((month, cost) ->
            months.put(
                month, new ContractCompletion.MonthCost(cost.memberMonths(), byGroup(cost))));
    return months;
  }

  private Map<CategoryGroup, CompletionTerms> terms(CostTerms.Completion asked, YearMonth through) {
    Map<CategoryGroup, CompletionTerms> terms = new EnumMap<>(CategoryGroup.class);
    for (CategoryGroup group : CategoryGroup.values()) {
      terms.put(group, defaults.on(through.atEndOfMonth(), group).with(asked));
    }
    return terms;
  }

  /** Counted cost, all categories. */
  static Money counted(CostSums cost) {
    return byGroup(cost).values().stream().reduce(Money.ZERO, Money::plus);
  }
}
