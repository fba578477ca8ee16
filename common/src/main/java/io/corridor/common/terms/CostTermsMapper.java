package io.corridor.common.terms;

import io.corridor.common.care.CostTerms;
import io.corridor.common.care.TargetDefault;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.schemas.ComparisonTerms;
import io.corridor.schemas.CompletionTerms;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.DrugPriceControlTerms;
import io.corridor.schemas.DrugPriceTerms;
import io.corridor.schemas.PoolTerms;
import io.corridor.schemas.ProjectionTerms;
import io.corridor.schemas.RiskCondition;
import io.corridor.schemas.RiskTerms;
import io.corridor.schemas.SeasonFactor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Terms of cost and budget into the record that rules read. */
final class CostTermsMapper {

  private CostTermsMapper() {}

  static CostTerms cost(ContractTerms terms) {
    CostTerms.MemberMonths policy = CostTerms.MemberMonths.valueOf(terms.getMemberMonths());
    io.corridor.schemas.CostTerms cost = terms.getCost();
    return cost == null
        ? CostTerms.plain(policy)
        : new CostTerms(
            policy,
            Boolean.TRUE.equals(cost.getPersonYears()),
            risk(cost.getRisk()),
            completion(cost.getCompletion(), cost.getProjection()),
            Boolean.TRUE.equals(cost.getPreliminary()),
            cost.getTargets().stream()
                .map(target -> TargetTermsMapper.target(terms, target))
                .toList(),
            YearTargetsMapper.targets(cost),
            new CostTerms.Scope(
                cost.getPhaseIn().stream()
                    .map(phase ->
                        new CostTerms.PhaseIn(
                            phase.getYear(), phase.getCategory(), new Rate(phase.getWeight())))
                    .toList(),
                drugPrices(cost.getDrugPrices()),
                cost.getUnbilledStay() == null
                    ? null
                    : new CostTerms.UnbilledStay(
                        Money.of(cost.getUnbilledStay()), cost.getUnbilledMeanFrom())),
            new CostTerms.Groups(
                comparison(cost.getComparison(), terms.getEffectiveFrom()), pools(cost.getPools())),
            new CostTerms.Reporting(
                cost.getLevels().stream()
                    .map(CostTerms.Level::valueOf)
                    .collect(Collectors.toUnmodifiableSet()),
                cost.getOrganisation(),
                cost.getBreakdowns().stream()
                    .map(CostTerms.Breakdown::valueOf)
                    .collect(Collectors.toUnmodifiableSet()),
                cost.getReports().stream()
                    .map(CostTerms.Report::valueOf)
                    .collect(Collectors.toUnmodifiableSet())));
  }

  private static CostTerms.@Nullable Comparison comparison(
      @Nullable ComparisonTerms terms, LocalDate from) {
    if (terms == null) {
      return null;
    }
    Integer minimum = terms.getMinimumMemberMonths();
    return new CostTerms.Comparison(
        Set.copyOf(terms.getCounties()),
        terms.getAgeBands(),
        minimum == null
            ? TargetDefault.Dated.shipped().on(from, TargetDefault.CELL_MINIMUM_MEMBER_MONTHS)
            : Rate.of(minimum));
  }

  private static CostTerms.@Nullable Pools pools(@Nullable PoolTerms terms) {
    return terms == null
        ? null
        : new CostTerms.Pools(
            terms.getMinimumLives(),
            terms.getRegions().stream()
                .flatMap(region ->
                    region.getTins().stream().map(tin -> Map.entry(tin, region.getRegion())))
                .collect(
                    Collectors.toUnmodifiableMap(
                        practice -> new Tin(practice.getKey()), Map.Entry::getValue)));
  }

  private static CostTerms.@Nullable Completion completion(
      @Nullable CompletionTerms terms, @Nullable ProjectionTerms projection) {
    return terms == null
        ? null
        : new CostTerms.Completion(
            terms.getDiagonals(),
            rate(terms.getTailFactor()),
            terms.getFloorAtOne(),
            rate(terms.getMatureFrom()),
            terms.getExpectationMonths(),
            rate(terms.getExpectationTrend()),
            rate(terms.getBandErrors()),
            projection == null
                ? null
                : new CostTerms.Projection(
                    projection.getTrend() == null ? Rate.ONE : new Rate(projection.getTrend()),
                    projection.getSeasonality().stream()
                        .collect(
                            Collectors.toUnmodifiableMap(
                                SeasonFactor::getMonth, season -> new Rate(season.getFactor())))));
  }

  private static CostTerms.@Nullable DrugPrices drugPrices(@Nullable DrugPriceControlTerms terms) {
    return terms == null
        ? null
        : new CostTerms.DrugPrices(
            CostTerms.DrugPriceMode.valueOf(terms.getMode()),
            terms.getPrices().stream()
                .collect(
                    Collectors.toUnmodifiableMap(
                        DrugPriceTerms::getDrug, price -> new Rate(price.getBasePrice()))),
            terms.getIndex().stream()
                .collect(
                    Collectors.toUnmodifiableMap(
                        index -> YearMonth.parse(index.getMonth()),
                        index -> new Rate(index.getIndex()))));
  }

  private static @Nullable Rate rate(@Nullable BigDecimal value) {
    return value == null ? null : new Rate(value);
  }

  private static CostTerms.@Nullable Risk risk(@Nullable RiskTerms risk) {
    return risk == null
        ? null
        : new CostTerms.Risk(
            CostTerms.Model.valueOf(risk.getModel()),
            Boolean.TRUE.equals(risk.getRecapture()),
            rate(risk.getMean()),
            risk.getWeights().stream()
                .map(weight ->
                    new CostTerms.RiskWeight(
                        weight.getReason(),
                        weight.getFirstAge(),
                        weight.getLastAge(),
                        weight.getSex() == null ? null : weight.getSex().equals("FEMALE"),
                        new Rate(weight.getWeight())))
                .toList(),
            risk.getConditions().stream()
                .collect(
                    Collectors.toUnmodifiableMap(
                        RiskCondition::getCondition, RiskCondition::getCodes)));
  }
}
