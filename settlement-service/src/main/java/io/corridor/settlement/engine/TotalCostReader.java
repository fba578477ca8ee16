package io.corridor.settlement.engine;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.corridor.DrugPriceControl.DrugCost;
import io.corridor.settlement.corridor.TotalCostFacts;
import io.corridor.settlement.corridor.TotalCostFacts.Benchmark;
import io.corridor.settlement.corridor.TotalCostFacts.ByCategory;
import io.corridor.settlement.corridor.TotalCostFacts.Counted;
import io.corridor.settlement.corridor.TotalCostFacts.InScope;
import io.corridor.settlement.corridor.TotalCostFacts.RatingCategory;
import io.corridor.settlement.corridor.TotalCostFacts.Raw;
import io.corridor.settlement.corridor.TotalCostFacts.Spending;
import io.corridor.settlement.corridor.TotalCostFacts.Whole;
import io.corridor.settlement.corridor.TotalCostRules;
import io.corridor.settlement.engine.ShapeTerms.CategoryBenchmark;
import io.corridor.settlement.engine.ShapeTerms.DrugPrice;
import io.corridor.settlement.engine.ShapeTerms.TotalCost;
import java.util.ArrayList;
import java.util.List;

/**
 * Facts of a period for total cost of care. Cost has been prepared by benchmark (decisions 5): it
 * is counted, or in scope where the members' year costs are stated ({@code memberCost.N}). Raw cost
 * is read only where it is stated ({@code rawCost}) with the parts that the terms treat. Member
 * months and risk of each rating category are stated ({@code ratingCategory.NAME.memberMonths},
 * {@code .riskScore}); of a single category they are those of the whole level.
 */
final class TotalCostReader {

  private static final String RAW_COST = "rawCost";
  private static final String MEMBER_COST = "memberCost";

  private TotalCostReader() {}

  static Settlement settle(TotalCost terms, Reading reading) {
    Missing missing = reading.missing();
    Benchmark benchmark = benchmark(terms, reading, missing);
    Spending spending = spending(terms, reading, missing);
    if (missing.any()) {
      return reading.refused(missing);
    }
    return reading.withQuality(
        TotalCostRules.settle(
            terms.terms(),
            new TotalCostFacts(
                reading.facts().period().contractYear(),
                benchmark,
                spending,
                reading.qualityRate())),
        "margin");
  }

  private static Benchmark benchmark(TotalCost terms, Reading reading, Missing missing) {
    PeriodFacts.Population population = reading.facts().population();
    if (terms.categories().isEmpty()) {
      return new Whole(reading.facts().cost().budget(), population.memberMonths());
    }
    List<RatingCategory> categories = new ArrayList<>();
    for (CategoryBenchmark category : terms.categories()) {
      String name = "ratingCategory." + category.name();
      boolean stated = reading.facts().stated().find(name + ".memberMonths").isPresent();
      boolean whole = terms.categories().size() == 1 && !stated;
      Rate risk = population.riskScore();
      categories.add(
          new RatingCategory(
              category.name(),
              category.ownPmpm(),
              category.marketPmpm(),
              whole && risk != null ? risk : missing.rate(name + ".riskScore"),
              whole ? population.memberMonths() : missing.rate(name + ".memberMonths")));
    }
    return new ByCategory(categories);
  }

  private static Spending spending(TotalCost terms, Reading reading, Missing missing) {
    Stated stated = reading.facts().stated();
    List<Money> members =
        stated.under(MEMBER_COST).stream()
            .map(number -> missing.money(MEMBER_COST + "." + number))
            .toList();
    if (stated.find(RAW_COST).isPresent()) {
      return new Raw(
          missing.money(RAW_COST),
          missing.money("waiverServices"),
          missing.money("longTermServices"),
          drugs(terms, stated, missing),
          members);
    }
    CostFacts cost = reading.facts().cost();
    return members.isEmpty()
        ? new Counted(cost.counted(reading.view()))
        : new InScope(cost.inScope(reading.view()), members);
  }

  private static List<DrugCost> drugs(TotalCost terms, Stated stated, Missing missing) {
    List<DrugCost> drugs = new ArrayList<>();
    for (String drug : stated.under("drug")) {
      drugs.add(
          new DrugCost(
              drug,
              missing.rate("drug." + drug + ".units"),
              missing.money("drug." + drug + ".cost"),
              terms.drugPrices().stream()
                  .filter(price -> price.drug().equals(drug))
                  .map(DrugPrice::basePrice)
                  .findFirst()
                  .orElse(null)));
    }
    return drugs;
  }
}
