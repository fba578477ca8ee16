package io.corridor.benchmark.budget;

import io.corridor.benchmark.membership.MemberMonthCost;
import io.corridor.benchmark.spend.Category;
import io.corridor.benchmark.spend.MonthSpend;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;

/**
 * The amounts that member months contribute to totals, in a fixed order: member months in
 * millionths, members, insidePaid cents, unpriced lines, then for each category allowed, paid,
 * inScope and counted cents; after those what {@link PopulationSums} adds, then for each category
 * its cases, and last what {@link TypeRisk} adds where it adds something.
 */
public final class CostSums {

  private static final int MEMBER_MONTHS = 0;
  private static final int MEMBERS = 1;
  private static final int INSIDE_PAID = 2;
  private static final int UNPRICED = 3;
  private static final int CATEGORIES = 4;
  private static final int PER_CATEGORY = 4;
  private static final int POPULATION = CATEGORIES + PER_CATEGORY * Category.all().size();
  private static final int CASES = POPULATION + PopulationSums.WIDTH;
  private static final int TYPE_RISK = CASES + Category.all().size();
  private static final int WIDTH = TYPE_RISK + TypeRisk.WIDTH;
  private static final int MILLIONTHS = 6;

  private final long[] amounts;

  private CostSums(long[] amounts) {
    this.amounts = amounts;
  }

  /** Sums as totals keep them; missing places are zero. */
  public static CostSums of(long[] amounts) {
    return new CostSums(java.util.Arrays.copyOf(amounts, WIDTH));
  }

  /**
   * What one member month contributes.
   *
   * @param month the month
   * @param population what the contract asks of it beside cost
   * @param risk its risk by enrollment type
   */
  static long[] contribution(MemberMonthCost month, PopulationSums population, TypeRisk risk) {
    long[] amounts = new long[risk.isNone() ? TYPE_RISK : WIDTH];
    amounts[MEMBER_MONTHS] =
        month.memberMonths().value().movePointRight(MILLIONTHS).longValueExact();
    amounts[MEMBERS] = 1;
    amounts[INSIDE_PAID] = month.spend().insidePaid().cents();
    amounts[UNPRICED] = month.spend().unpricedLines();
    for (Category category : Category.all()) {
      int place = place(category);
      MonthSpend.Raw raw = month.spend().byCategory().get(category);
      if (raw != null) {
        amounts[place] = raw.allowed().cents();
        amounts[place + 1] = raw.paid().cents();
        amounts[place + 2] = month.inScope().getOrDefault(category, Money.ZERO).cents();
        amounts[place + 3] = month.counted().getOrDefault(category, Money.ZERO).cents();
      }
      amounts[CASES + category.ordinal()] = month.spend().cases().getOrDefault(category, 0L);
    }
    population.writeTo(amounts, POPULATION);
    if (!risk.isNone()) {
      risk.writeTo(amounts, TYPE_RISK);
    }
    return amounts;
  }

  /** What was contributed beside cost. */
  public PopulationSums population() {
    return PopulationSums.readFrom(amounts, POPULATION);
  }

  /** Risk by enrollment type. */
  TypeRisk typeRisk() {
    return TypeRisk.readFrom(amounts, TYPE_RISK);
  }

  private static int place(Category category) {
    return CATEGORIES + PER_CATEGORY * category.ordinal();
  }

  /** True when nothing was contributed, or everything was taken back. */
  public boolean isZero() {
    return java.util.Arrays.stream(amounts).allMatch(amount -> amount == 0);
  }

  /** Member months. */
  public Rate memberMonths() {
    return new Rate(java.math.BigDecimal.valueOf(amounts[MEMBER_MONTHS], MILLIONTHS));
  }

  /** Members. */
  public long members() {
    return amounts[MEMBERS];
  }

  /** Paid to participants. */
  public Money insidePaid() {
    return Money.ofCents(amounts[INSIDE_PAID]);
  }

  /** Lines nobody priced. */
  public long unpricedLines() {
    return amounts[UNPRICED];
  }

  /** Money of one category. */
  public CategoryCost category(Category category) {
    int place = place(category);
    return new CategoryCost(
        Money.ofCents(amounts[place]),
        Money.ofCents(amounts[place + 1]),
        Money.ofCents(amounts[place + 2]),
        Money.ofCents(amounts[place + 3]),
        amounts[CASES + category.ordinal()]);
  }

  /**
   * Money of one category.
   *
   * @param allowed raw allowed
   * @param paid raw paid
   * @param inScope in the contract's basis times the scope weight
   * @param counted after truncation
   * @param cases admissions or emergency visits; zero where a category is not counted
   */
  public record CategoryCost(Money allowed, Money paid, Money inScope, Money counted, long cases) {

    /** No money. */
    public static final CategoryCost NONE =
        new CategoryCost(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, 0);

    /** True when no money is in it, whatever was counted. */
    public boolean isFree() {
      return allowed.isZero() && paid.isZero() && inScope.isZero() && counted.isZero();
    }

    /** This and {@code other}. */
    public CategoryCost plus(CategoryCost other) {
      return new CategoryCost(
          allowed.plus(other.allowed),
          paid.plus(other.paid),
          inScope.plus(other.inScope),
          counted.plus(other.counted),
          cases + other.cases);
    }
  }
}
