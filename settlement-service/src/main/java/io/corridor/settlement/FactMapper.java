package io.corridor.settlement;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.streams.FactChange;
import io.corridor.schemas.Attestation;
import io.corridor.schemas.AttestationValue;
import io.corridor.schemas.Budget;
import io.corridor.schemas.BudgetCategory;
import io.corridor.schemas.BudgetCompletion;
import io.corridor.schemas.BudgetRisk;
import io.corridor.schemas.BudgetUse;
import io.corridor.schemas.BudgetValue;
import io.corridor.schemas.CompletionBand;
import io.corridor.schemas.Envelope;
import io.corridor.schemas.Premium;
import io.corridor.schemas.PremiumValue;
import io.corridor.schemas.Score;
import io.corridor.schemas.ScoreValue;
import io.corridor.schemas.UsedService;
import io.corridor.settlement.engine.CostFacts;
import io.corridor.settlement.engine.CostFacts.CategoryCost;
import io.corridor.settlement.engine.CostFacts.Unpaid;
import io.corridor.settlement.engine.FactRows;
import io.corridor.settlement.engine.FactRows.MonthPremium;
import io.corridor.settlement.engine.FactRows.ScoredMeasure;
import io.corridor.settlement.engine.FactRows.YearCost;
import io.corridor.settlement.engine.FactRows.YearQuality;
import io.corridor.settlement.engine.Level;
import io.corridor.settlement.engine.LevelKey;
import io.corridor.settlement.engine.PeriodFacts.MonthMembers;
import io.corridor.settlement.estimate.QualityResult;
import io.corridor.settlement.estimate.QualityResult.Gate;
import io.corridor.settlement.estimate.QualityResult.Points;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Budgets, scores, attestations and premiums into rows; levels that nobody settles say nothing. */
final class FactMapper {

  private static final String UNSPLIT = "ALL";

  private FactMapper() {}

  static FactChange budget(BudgetValue value) {
    Budget budget = value.getBody();
    Envelope envelope = value.getEnvelope();
    Optional<LevelKey> year = LevelKey.of(budget.getLevel(), budget.getId(), budget.getPeriod());
    if (year.isPresent()) {
      return FactChange.replace(
          envelope, FactRows.COST + year.get().text(), FactRows.bytes(yearCost(budget)));
    }
    boolean settled =
        Arrays.stream(Level.values()).anyMatch(level -> level.name().equals(budget.getLevel()));
    return settled
        ? FactChange.replace(
            envelope,
            FactRows.MONTH
                + String.join("|", budget.getLevel(), budget.getId(), budget.getPeriod()),
            FactRows.bytes(
                new MonthMembers(
                    new Rate(budget.getMemberMonths()),
                    risk(budget),
                    money(budget.getCapitationLeakage()))))
        : FactChange.nothing();
  }

  /** An amount, where there is one. */
  static @Nullable Money money(@Nullable BigDecimal dollars) {
    return dollars == null ? null : Money.of(dollars);
  }

  /** The cost of a frozen budget: a cut leaves no band of claims still to come. */
  static YearCost finalCost(Budget budget) {
    YearCost year = yearCost(budget);
    return new YearCost(
        year.members(),
        year.memberMonths(),
        year.riskScore(),
        year.cost().frozen(),
        year.completeTo());
  }

  private static YearCost yearCost(Budget budget) {
    NavigableMap<String, CategoryCost> categories = new TreeMap<>();
    for (BudgetCategory category : budget.getCategories()) {
      if (!category.getCategory().equals(UNSPLIT)) {
        categories.put(
            category.getCategory(),
            new CategoryCost(Money.of(category.getCounted()), category.getCases()));
      }
    }
    expected(budget.getUse(), categories);
    return new YearCost(
        budget.getMembers(),
        new Rate(budget.getMemberMonths()),
        risk(budget),
        new CostFacts(
            Money.of(budget.getBudget()),
            Money.of(budget.getInScope()),
            Money.of(budget.getCounted()),
            categories,
            unpaid(budget.getCompletion())),
        budget.getCompleteTo());
  }

  /** Cases expected, also of a service category that cost nothing. */
  private static void expected(
      @Nullable BudgetUse use, NavigableMap<String, CategoryCost> categories) {
    for (UsedService service : use == null ? List.<UsedService>of() : use.getServices()) {
      CategoryCost cost =
          categories.getOrDefault(service.getCategory(), new CategoryCost(Money.ZERO, null));
      categories.put(
          service.getCategory(),
          new CategoryCost(cost.counted(), service.getActual(), new Rate(service.getExpected())));
    }
  }

  private static @Nullable Rate risk(Budget budget) {
    BudgetRisk risk = budget.getRisk();
    return risk == null ? null : new Rate(risk.getProspective());
  }

  /** Claims still to come, between the ends of the band; recoveries that are to come lower them. */
  private static @Nullable Unpaid unpaid(@Nullable BudgetCompletion completion) {
    if (completion == null) {
      return null;
    }
    Money toDate = Money.of(completion.getToDate());
    Money expected = Money.of(completion.getCompleted()).minus(toDate);
    CompletionBand band = completion.getBand();
    if (band == null) {
      return new Unpaid(expected, expected, expected);
    }
    Money low = Money.of(band.getLow()).minus(toDate);
    Money high = Money.of(band.getHigh()).minus(toDate);
    return new Unpaid(
        low.compareTo(expected) < 0 ? low : expected,
        expected,
        high.compareTo(expected) > 0 ? high : expected);
  }

  static FactChange score(ScoreValue value) {
    Score score = value.getBody();
    return LevelKey.of(score.getLevel(), score.getId(), score.getPeriod())
        .map(key ->
            FactChange.replace(
                value.getEnvelope(),
                FactRows.QUALITY + key.text(),
                FactRows.bytes(yearQuality(score))))
        .orElseGet(FactChange::nothing);
  }

  /** A score as its row holds it. */
  static YearQuality yearQuality(Score score) {
    List<Points> points = new ArrayList<>();
    List<ScoredMeasure> measures = new ArrayList<>();
    score
        .getMeasures()
        .forEach(measure -> {
          Rate weight = new Rate(measure.getWeight());
          measures.add(
              new ScoredMeasure(
                  measure.getMeasure(),
                  measure.getNumerator(),
                  measure.getDenominator(),
                  measure.getPoints(),
                  weight));
          if (measure.getPoints() != null) {
            points.add(new Points(weight, measure.getPoints()));
          }
        });
    BigDecimal composite = score.getComposite();
    return new YearQuality(
        QualityResult.of(
            gate(score.getGate()),
            composite == null ? null : new Rate(composite),
            points,
            score.getCompleteTo()),
        measures);
  }

  private static Gate gate(String gate) {
    return switch (gate) {
      case "MET" -> Gate.MET;
      case "NOT_MET" -> Gate.NOT_MET;
      default -> Gate.UNKNOWN;
    };
  }

  static FactChange attestation(AttestationValue value) {
    Attestation figure = value.getBody();
    return LevelKey.of(figure.getLevel(), figure.getId(), String.valueOf(figure.getYear()))
        .map(key ->
            FactChange.replace(
                value.getEnvelope(),
                FactRows.STATED + key.text() + '|' + figure.getName(),
                FactRows.bytes(figure.getValue().stripTrailingZeros())))
        .orElseGet(FactChange::nothing);
  }

  static FactChange premium(PremiumValue value) {
    Premium premium = value.getBody();
    return FactChange.replace(
        value.getEnvelope(),
        FactRows.PREMIUM + premium.getMonth(),
        FactRows.bytes(
            new MonthPremium(Money.of(premium.getPremium()), Money.of(premium.getTaxesAndFees()))));
  }
}
