package io.corridor.settlement.engine;

import io.corridor.common.care.Contract;
import io.corridor.common.money.Amount;
import io.corridor.settlement.bundle.BundleFacts;
import io.corridor.settlement.bundle.BundleTerms;
import io.corridor.settlement.capitation.CapitationTerms;
import io.corridor.settlement.corridor.TotalCostTerms;
import io.corridor.settlement.globalbudget.GlobalBudgetTerms;
import io.corridor.settlement.medicalloss.MedicalLossTerms;
import io.corridor.settlement.mssp.MinimumRateChoice;
import io.corridor.settlement.mssp.Track;
import io.corridor.settlement.share.Check;
import io.corridor.settlement.utilization.UtilizationTerms;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Terms of one contract shape. */
public sealed interface ShapeTerms {

  /** The shape. */
  Shape shape();

  /**
   * First-dollar shared savings, one- or two-sided.
   *
   * @param terms share, minimum rate, caps
   */
  record SharedSavings(Contract.Settlement terms) implements ShapeTerms {
    @Override
    public Shape shape() {
      return terms.twoSided() ? Shape.TWO_SIDED : Shape.ONE_SIDED;
    }
  }

  /**
   * The Medicare Shared Savings Program; its rates are dated parameters of the program.
   *
   * @param track track or level in the performance year
   * @param agreementStart first day of the agreement period
   * @param choice how the minimum savings rate is set
   * @param monthsToPayment months from the end of the year to the expected payment of savings,
   *     which decides sequestration while no payment date is stated; null where none is agreed
   */
  record Mssp(
      Track track,
      LocalDate agreementStart,
      MinimumRateChoice choice,
      @Nullable Integer monthsToPayment)
      implements ShapeTerms {

    /** Rejects a payment before the end of the year. */
    public Mssp {
      Check.that(
          monthsToPayment == null || monthsToPayment >= 0,
          "savings must not be paid before the year ends");
    }

    @Override
    public Shape shape() {
      return Shape.MSSP;
    }
  }

  /**
   * A global budget.
   *
   * @param terms its terms
   */
  record GlobalBudget(GlobalBudgetTerms terms) implements ShapeTerms {
    @Override
    public Shape shape() {
      return Shape.GLOBAL_BUDGET;
    }
  }

  /**
   * Total cost of care with risk corridors.
   *
   * @param terms its terms
   * @param categories benchmarks by rating category; without any, the running budget is the
   *     benchmark
   * @param drugPrices base prices of drugs whose price is controlled
   */
  record TotalCost(
      TotalCostTerms terms, List<CategoryBenchmark> categories, List<DrugPrice> drugPrices)
      implements ShapeTerms {

    /** Keeps its own copies; rejects a category or drug that stands twice. */
    public TotalCost {
      categories = List.copyOf(categories);
      drugPrices = List.copyOf(drugPrices);
      Check.names("rating category", categories.stream().map(CategoryBenchmark::name).toList());
      Check.names("drug", drugPrices.stream().map(DrugPrice::drug).toList());
    }

    @Override
    public Shape shape() {
      return Shape.TOTAL_COST;
    }
  }

  /**
   * Benchmark of a rating category.
   *
   * @param name name of letters and digits
   * @param ownPmpm dollars per member and month from the ACO's own history
   * @param marketPmpm the market's
   */
  record CategoryBenchmark(String name, Amount ownPmpm, Amount marketPmpm) {

    /** Rejects negative benchmarks. */
    public CategoryBenchmark {
      Check.notNegative("the own benchmark of " + name, ownPmpm);
      Check.notNegative("the market benchmark of " + name, marketPmpm);
    }
  }

  /**
   * Base price of a drug.
   *
   * @param drug name of letters and digits
   * @param basePrice dollars of a unit in the base year
   */
  record DrugPrice(String drug, Amount basePrice) {

    /** Rejects a negative price. */
    public DrugPrice {
      Check.notNegative("the base price of drug " + drug, basePrice);
    }
  }

  /**
   * A medical loss ratio.
   *
   * @param terms its terms
   */
  record MedicalLoss(MedicalLossTerms terms) implements ShapeTerms {
    @Override
    public Shape shape() {
      return Shape.MEDICAL_LOSS_RATIO;
    }
  }

  /**
   * A utilization index.
   *
   * @param terms its terms
   */
  record Utilization(UtilizationTerms terms) implements ShapeTerms {
    @Override
    public Shape shape() {
      return Shape.UTILIZATION_INDEX;
    }
  }

  /**
   * Primary-care capitation.
   *
   * @param terms its terms
   */
  record Capitation(CapitationTerms terms) implements ShapeTerms {
    @Override
    public Shape shape() {
      return Shape.CAPITATION;
    }
  }

  /**
   * Episode bundles of one type.
   *
   * @param terms its terms
   * @param reference the region's episodes as agreed; null where the figures are stated each year
   */
  record Bundle(BundleTerms terms, BundleFacts.@Nullable Reference reference)
      implements ShapeTerms {
    @Override
    public Shape shape() {
      return Shape.BUNDLE;
    }
  }
}
