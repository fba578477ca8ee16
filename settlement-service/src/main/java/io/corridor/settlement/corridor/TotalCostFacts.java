package io.corridor.settlement.corridor;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.share.Check;
import java.util.List;

/**
 * What is known of a year under a total-cost-of-care contract.
 *
 * @param contractYear year of the contract, the first is 1
 * @param benchmark what the members' care may cost
 * @param spending what the members' care cost
 * @param quality quality score from zero to one
 */
public record TotalCostFacts(
    int contractYear, Benchmark benchmark, Spending spending, Rate quality) {

  /** How the benchmark is known. */
  public sealed interface Benchmark {}

  /**
   * By rating category.
   *
   * @param categories rating categories of the members
   */
  public record ByCategory(List<RatingCategory> categories) implements Benchmark {

    /** Keeps its own copy; rejects a category that stands twice. */
    public ByCategory {
      categories = List.copyOf(categories);
      Check.names("rating category", categories.stream().map(RatingCategory::name).toList());
    }
  }

  /**
   * As a whole: a budget that was worked out elsewhere, or the premium that the ACO holds itself.
   *
   * @param total benchmark of the year
   * @param memberMonths member months behind it
   */
  public record Whole(Money total, Rate memberMonths) implements Benchmark {

    /** Rejects impossible facts. */
    public Whole {
      Check.notNegative("the benchmark", total);
      Check.notNegative("member months", memberMonths);
    }
  }

  /**
   * A group of members with a benchmark of its own; members with Medicare are in none.
   *
   * @param name name of letters and digits, which the steps bear
   * @param ownPmpm benchmark per member and month from the ACO's own history
   * @param marketPmpm the market's benchmark per member and month
   * @param riskScore risk of the members against the benchmark's
   * @param memberMonths member months of the year
   */
  public record RatingCategory(
      String name, Amount ownPmpm, Amount marketPmpm, Rate riskScore, Rate memberMonths) {

    /** Rejects impossible facts. */
    public RatingCategory {
      Check.notNegative("the own benchmark of " + name, ownPmpm);
      Check.notNegative("the market benchmark of " + name, marketPmpm);
      Check.notNegative("the risk score of " + name, riskScore);
      Check.notNegative("the member months of " + name, memberMonths);
    }
  }

  /** Cost as far as another has prepared it, so that nothing is subtracted twice (decisions 5). */
  public sealed interface Spending {}

  /**
   * Cost as claimed, with the parts that the terms treat.
   *
   * @param total cost of all services
   * @param waiverServices home- and community-based waiver services in it
   * @param longTermServices long-term services in it
   * @param drugs drugs in it whose price is controlled
   * @param memberCosts year cost of the members that stop-loss may protect
   */
  public record Raw(
      Money total,
      Money waiverServices,
      Money longTermServices,
      List<DrugPriceControl.DrugCost> drugs,
      List<Money> memberCosts)
      implements Spending {

    /** Keeps its own copies. */
    public Raw {
      drugs = List.copyOf(drugs);
      memberCosts = List.copyOf(memberCosts);
      Check.names("drug", drugs.stream().map(DrugPriceControl.DrugCost::drug).toList());
    }
  }

  /**
   * In-scope cost: waiver services, long-term weight and drug prices have been applied.
   *
   * @param total in-scope cost
   * @param memberCosts year cost of the members that stop-loss may protect
   */
  public record InScope(Money total, List<Money> memberCosts) implements Spending {

    /** Keeps its own copy. */
    public InScope {
      memberCosts = List.copyOf(memberCosts);
    }
  }

  /**
   * Counted cost: in scope and after the stop-loss recovery.
   *
   * @param total counted cost
   */
  public record Counted(Money total) implements Spending {}

  /** Rejects impossible facts. */
  public TotalCostFacts {
    Check.that(contractYear >= 1, "the first contract year is 1");
    Check.share("the quality score", quality);
  }

  /** Facts with a benchmark by rating category. */
  public TotalCostFacts(
      int contractYear, List<RatingCategory> categories, Spending spending, Rate quality) {
    this(contractYear, new ByCategory(categories), spending, quality);
  }
}
