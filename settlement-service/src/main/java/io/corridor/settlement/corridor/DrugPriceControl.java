package io.corridor.settlement.corridor;

import static io.corridor.common.rules.Expression.ONE;
import static io.corridor.common.rules.Expression.named;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.settlement.share.Calculation;
import io.corridor.settlement.share.Check;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes price growth of drugs that the budget did not foresee out of the cost: units at the base
 * year's price with the budgeted growth stand for the actual cost (domain.md 2.6, settlement.md 5
 * b). Prices that fell set off prices that rose; cost is never added.
 *
 * @param budgetedGrowth price growth that the budget already holds
 */
public record DrugPriceControl(Rate budgetedGrowth) {

  private static final String REPRICED = "contract terms, drugs at the budgeted price";
  private static final String INFLATION = "contract terms, drug price growth above the budget";

  /**
   * A drug's cost in the year.
   *
   * @param drug name of letters and digits, which the steps bear
   * @param units units dispensed
   * @param actual what they cost
   * @param basePrice price of a unit in the base year; null for a drug that had none, which counts
   *     at its actual cost
   */
  public record DrugCost(String drug, Rate units, Money actual, @Nullable Amount basePrice) {

    /** Rejects impossible facts. */
    public DrugCost {
      Check.notNegative("the units of drug " + drug, units);
      Check.notNegative("the base price of drug " + drug, basePrice);
    }
  }

  /** Rejects a growth that leaves no price. */
  public DrugPriceControl {
    Check.that(
        budgetedGrowth.compareTo(Rate.of(-1)) > 0, "price growth must be above -100 percent");
  }

  /** Cost that price growth above the budgeted one explains. */
  Expression excessInflation(Calculation steps, List<DrugCost> drugs) {
    Expression growth = ONE.plus(named("budgetedPriceGrowth", budgetedGrowth));
    List<Expression> effects = new ArrayList<>();
    for (DrugCost drug : drugs.stream().sorted(Comparator.comparing(DrugCost::drug)).toList()) {
      Amount price = drug.basePrice();
      if (price != null) {
        Expression repriced =
            steps.step(
                drug.drug() + ".repriced",
                REPRICED,
                named(drug.drug() + ".units", drug.units())
                    .times(named(drug.drug() + ".basePrice", price))
                    .times(growth));
        effects.add(named(drug.drug() + ".actual", drug.actual()).minus(repriced));
      }
    }
    return steps.step("drugPriceInflation", INFLATION, Expression.sum(effects).atLeastZero());
  }
}
