package io.corridor.common.terms;

import io.corridor.common.care.AttributionOptions;
import io.corridor.common.care.Contract;
import io.corridor.common.care.Contracts;
import io.corridor.common.care.Participation;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.streams.World;
import io.corridor.common.time.DateSpan;
import io.corridor.schemas.AttributionTerms;
import io.corridor.schemas.CategoryWeight;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.OtherAcoParticipant;
import io.corridor.schemas.QualityTerms;
import io.corridor.schemas.SettlementTerms;
import io.corridor.schemas.StopLossTerms;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Contract terms into the record that rules read. */
public final class TermsMapper {

  private TermsMapper() {}

  /** All contracts that a task knows. */
  public static Contracts contracts(World world) {
    return world.view(
        "contracts",
        tables ->
            Contracts.of(
                tables.table(Topics.TERMS).values().stream()
                    .map(value -> contract(value.getBody()))
                    .toList()));
  }

  /** One version of a contract. */
  public static Contract contract(ContractTerms terms) {
    return new Contract(
        new ContractId(terms.getContract()),
        terms.getVersion(),
        terms.getPayer(),
        terms.getLineOfBusiness(),
        terms.getAco(),
        terms.getEffectiveFrom(),
        terms.getPerformanceYears().stream()
            .map(year ->
                new Contract.PerformanceYear(
                    year.getYear(), new DateSpan(year.getFrom(), year.getUntil())))
            .toList(),
        participants(terms),
        attribution(terms.getAttribution()),
        terms.getAmountBasis().equals("ALLOWED"),
        terms.getScope().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    CategoryWeight::getCategory, weight -> new Rate(weight.getWeight()))),
        stopLoss(terms.getStopLoss()),
        terms.getBudget().stream()
            .map(line ->
                new Contract.BudgetLine(
                    line.getYear(), line.getCategory(), new Rate(line.getPmpm())))
            .toList(),
        quality(terms.getQuality()),
        settlement(terms.getSettlement()),
        terms.getMinLives(),
        new Contract.FollowUp(
            terms.getContactDue().equals("TCM_2_BUSINESS_DAYS"),
            terms.getVisitDays(),
            ZoneId.of(terms.getZone())),
        CostTermsMapper.cost(terms),
        SettledYears.capitation(terms));
  }

  private static Participation participants(ContractTerms terms) {
    return Participation.of(
        terms.getParticipants().stream()
            .map(participant ->
                new Participation.Participant(
                    new Tin(participant.getTin()),
                    new DateSpan(participant.getFrom(), participant.getUntil())))
            .toList());
  }

  private static Contract.Attribution attribution(AttributionTerms terms) {
    return new Contract.Attribution(
        terms.getMethods().stream().map(Contract.Method::valueOf).toList(),
        terms.getWindowMonths(),
        terms.getTieBreaks().stream().map(Contract.TieBreak::valueOf).toList(),
        terms.getAnchor().equals("LAST_DAY"),
        terms.getOfficeVisitsArePrimaryCare(),
        terms.getExcludeDuals(),
        terms.getRequirePartsAandB(),
        options(terms));
  }

  /** Where the contract is silent, the claims of an MSSP list end in September (domain.md 1.4). */
  private static AttributionOptions options(AttributionTerms terms) {
    String list = terms.getList();
    Integer lag = terms.getClaimsLagMonths();
    Integer lead = terms.getDesignationLeadDays();
    int usualLag = terms.getMethods().contains(Contract.Method.MSSP.name()) ? 3 : 0;
    return new AttributionOptions(
        list == null
            ? AttributionOptions.ListKind.CURRENT
            : AttributionOptions.ListKind.valueOf(list),
        lag == null ? usualLag : lag,
        lead == null ? 0 : lead,
        Boolean.TRUE.equals(terms.getCareManagementIsWellness()),
        terms.getOtherAcos().stream()
            .collect(
                Collectors.groupingBy(
                    OtherAcoParticipant::getAco,
                    Collectors.collectingAndThen(
                        Collectors.mapping(TermsMapper::participant, Collectors.toList()),
                        Participation::of))),
        RosterTermsMapper.roster(terms));
  }

  private static Participation.Participant participant(OtherAcoParticipant other) {
    return new Participation.Participant(
        new Tin(other.getTin()), new DateSpan(other.getFrom(), other.getUntil()));
  }

  private static Contract.@Nullable StopLoss stopLoss(@Nullable StopLossTerms terms) {
    return terms == null
        ? null
        : new Contract.StopLoss(
            Money.of(terms.getAttachment()), new Rate(terms.getExcludedShare()));
  }

  private static Contract.@Nullable Quality quality(@Nullable QualityTerms terms) {
    return terms == null
        ? null
        : new Contract.Quality(
            terms.getMeasures().stream()
                .map(measure ->
                    new Contract.Measure(
                        measure.getMeasure(),
                        new Rate(measure.getWeight()),
                        new Rate(measure.getThreshold()),
                        new Rate(measure.getBenchmark()),
                        measure.getMinimumDenominator()))
                .toList(),
            new Rate(terms.getGate()),
            terms.getScaled(),
            new Rate(terms.getFullScore()),
            new Rate(terms.getMinimumShare()));
  }

  private static Contract.Settlement settlement(SettlementTerms terms) {
    return new Contract.Settlement(
        terms.getShape().equals("TWO_SIDED"),
        share(terms),
        rate(terms.getLossSharePercent()),
        rate(terms.getMinimumSavingsRate()),
        rate(terms.getPaymentCapPercent()),
        rate(terms.getLossCapPercent()));
  }

  /** Only shared savings has one share; the other shapes have terms that settlement alone reads. */
  private static Rate share(SettlementTerms terms) {
    Rate share = rate(terms.getSharePercent());
    return share == null ? Rate.ZERO : share;
  }

  private static @Nullable Rate rate(@Nullable BigDecimal value) {
    return value == null ? null : new Rate(value);
  }
}
