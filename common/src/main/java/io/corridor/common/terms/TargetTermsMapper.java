package io.corridor.common.terms;

import io.corridor.common.care.AgreementPeriods;
import io.corridor.common.care.TargetDefault;
import io.corridor.common.care.TargetTerms;
import io.corridor.common.money.Rate;
import io.corridor.schemas.BaseYearTerms;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.PerformanceYear;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Terms of a target into the record that rules read, with the defaults of its first day. */
final class TargetTermsMapper {

  private static final TargetDefault.Dated DEFAULTS = TargetDefault.Dated.shipped();
  private static final List<TargetDefault> FIRST_PERIOD =
      List.of(
          TargetDefault.FIRST_BASE_YEAR_WEIGHT,
          TargetDefault.SECOND_BASE_YEAR_WEIGHT,
          TargetDefault.THIRD_BASE_YEAR_WEIGHT);
  private static final int DIGITS = 6;

  private final io.corridor.schemas.TargetTerms terms;
  private final LocalDate begins;

  private TargetTermsMapper(io.corridor.schemas.TargetTerms terms, LocalDate begins) {
    this.terms = terms;
    this.begins = begins;
  }

  /** A target of a contract. */
  static TargetTerms target(ContractTerms contract, io.corridor.schemas.TargetTerms terms) {
    LocalDate begins =
        contract.getPerformanceYears().stream()
            .filter(year -> year.getYear() == terms.getYear())
            .map(PerformanceYear::getFrom)
            .findFirst()
            .orElse(LocalDate.of(terms.getYear(), 1, 1));
    return new TargetTermsMapper(terms, begins).map();
  }

  private TargetTerms map() {
    return new TargetTerms(
        terms.getYear(),
        baseline(),
        update(),
        Boolean.TRUE.equals(terms.getRiskAdjusted())
            ? new TargetTerms.RiskLimits(rate(terms.getRiskCap()), rate(terms.getRiskFloor()))
            : null,
        terms.getPriorSavings().isEmpty()
            ? null
            : new TargetTerms.PriorSavings(
                rates(terms.getPriorSavings()),
                or(terms.getPriorSavingsShare(), TargetDefault.PRIOR_SAVINGS_SHARE),
                rate(terms.getPriorSavingsCap())),
        terms.getEfficientAt() == null
            ? null
            : new TargetTerms.Efficiency(
                need(terms.getEfficientAt()), region(), need(terms.getPreviousBaseline())),
        terms.getCredibleFrom() == null
            ? null
            : new TargetTerms.Credibility(need(terms.getCredibleFrom()), need(terms.getMarket())),
        Boolean.TRUE.equals(terms.getByCategory()));
  }

  private TargetTerms.Region region() {
    Integer compared = terms.getComparisonYear();
    return compared == null
        ? new TargetTerms.StatedRegion(need(terms.getRegion()))
        : new TargetTerms.Compared(compared);
  }

  private TargetTerms.Base baseline() {
    return switch (terms.getBaseline()) {
      case "STATED" -> new TargetTerms.Stated(need(terms.getStated()));
      case "HISTORICAL" -> history();
      case "REGIONAL" -> new TargetTerms.Regional(region());
      case "BLENDED" ->
          new TargetTerms.Blended(
              history(),
              new TargetTerms.Regional(region()),
              or(terms.getWeightIfRegionHigher(), TargetDefault.BLEND_WEIGHT_REGION_HIGHER),
              or(terms.getWeightIfRegionLower(), TargetDefault.BLEND_WEIGHT_REGION_LOWER),
              need(terms.getBlendCap()));
      default -> throw new IllegalStateException("no baseline " + terms.getBaseline());
    };
  }

  private TargetTerms.Historical history() {
    LocalDate agreement = terms.getAgreementStart();
    return new TargetTerms.Historical(
        agreement == null
            ? terms.getBaseYears().stream().map(TargetTermsMapper::baseYear).toList()
            : ofAgreement(agreement));
  }

  /** The years before the agreement period; in the first period the later ones weigh more. */
  private List<TargetTerms.BaseYear> ofAgreement(LocalDate agreement) {
    Integer length = terms.getAgreementYears();
    AgreementPeriods periods =
        new AgreementPeriods(
            agreement,
            length == null ? whole(TargetDefault.AGREEMENT_YEARS) : length,
            FIRST_PERIOD.size());
    int period = periods.period(begins);
    List<Integer> years = periods.baseYears(terms.getYear(), begins);
    BigDecimal stated = terms.getBaseYearGrowth();
    BigDecimal growth = stated == null ? BigDecimal.ONE : stated;
    return IntStream.range(0, years.size())
        .mapToObj(i ->
            new TargetTerms.BaseYear(
                years.get(i),
                period == 1 ? whole(FIRST_PERIOD.get(i)) : 1,
                new Rate(growth.pow(years.size() - 1 - i).setScale(DIGITS, RoundingMode.HALF_UP)),
                null,
                null))
        .toList();
  }

  private static TargetTerms.BaseYear baseYear(BaseYearTerms year) {
    return new TargetTerms.BaseYear(
        year.getYear(),
        year.getWeight(),
        new Rate(year.getTrend()),
        rate(year.getPmpm()),
        rate(year.getRisk()));
  }

  private TargetTerms.Update update() {
    return switch (terms.getUpdate()) {
      case "NATIONAL" -> new TargetTerms.National(need(terms.getNationalGrowth()));
      case "REGIONAL" -> new TargetTerms.RegionalGrowth(need(terms.getRegionalGrowth()));
      case "BLEND" ->
          new TargetTerms.Blend(
              need(terms.getNationalGrowth()),
              need(terms.getRegionalGrowth()),
              need(terms.getNationalWeight()));
      case "FIXED" -> new TargetTerms.Fixed(need(terms.getFixedGrowth()));
      case "DECLINING" -> new TargetTerms.Declining(rates(terms.getTrends()));
      default -> throw new IllegalStateException("no update " + terms.getUpdate());
    };
  }

  private static List<Rate> rates(List<BigDecimal> values) {
    return values.stream().map(Rate::new).toList();
  }

  private static @Nullable Rate rate(@Nullable BigDecimal value) {
    return value == null ? null : new Rate(value);
  }

  private Rate or(@Nullable BigDecimal value, TargetDefault usual) {
    return value == null ? DEFAULTS.on(begins, usual) : new Rate(value);
  }

  private int whole(TargetDefault usual) {
    return DEFAULTS.wholeOn(begins, usual);
  }

  private static Rate need(@Nullable BigDecimal value) {
    return new Rate(Objects.requireNonNull(value, "intake refuses a target without it"));
  }
}
