package io.corridor.common.streams;

import io.corridor.common.care.TargetTerms;
import io.corridor.common.money.Rate;
import io.corridor.schemas.BaseYearTerms;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Terms of a target into the record that rules read, with the defaults of domain.md 2.9. */
final class TargetTermsMapper {

  private static final Rate IF_HIGHER = Rate.of("0.35");
  private static final Rate IF_LOWER = Rate.of("0.15");
  private static final Rate GIVEN_BACK = Rate.of("0.5");

  private final io.corridor.schemas.TargetTerms terms;

  private TargetTermsMapper(io.corridor.schemas.TargetTerms terms) {
    this.terms = terms;
  }

  static TargetTerms target(io.corridor.schemas.TargetTerms terms) {
    return new TargetTermsMapper(terms).map();
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
                or(terms.getPriorSavingsShare(), GIVEN_BACK),
                rate(terms.getPriorSavingsCap())),
        terms.getEfficientAt() == null
            ? null
            : new TargetTerms.Efficiency(
                need(terms.getEfficientAt()),
                need(terms.getRegion()),
                need(terms.getPreviousBaseline())),
        terms.getCredibleFrom() == null
            ? null
            : new TargetTerms.Credibility(need(terms.getCredibleFrom()), need(terms.getMarket())));
  }

  private TargetTerms.Base baseline() {
    return switch (terms.getBaseline()) {
      case "STATED" -> new TargetTerms.Stated(need(terms.getStated()));
      case "HISTORICAL" -> history();
      case "REGIONAL" -> new TargetTerms.Regional(need(terms.getRegion()));
      case "BLENDED" ->
          new TargetTerms.Blended(
              history(),
              new TargetTerms.Regional(need(terms.getRegion())),
              or(terms.getWeightIfRegionHigher(), IF_HIGHER),
              or(terms.getWeightIfRegionLower(), IF_LOWER),
              need(terms.getBlendCap()));
      default -> throw new IllegalStateException("no baseline " + terms.getBaseline());
    };
  }

  private TargetTerms.Historical history() {
    return new TargetTerms.Historical(
        terms.getBaseYears().stream().map(TargetTermsMapper::baseYear).toList());
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

  private static Rate or(@Nullable BigDecimal value, Rate usual) {
    return value == null ? usual : new Rate(value);
  }

  private static Rate need(@Nullable BigDecimal value) {
    return new Rate(Objects.requireNonNull(value, "intake refuses a target without it"));
  }
}
