package io.corridor.benchmark.budget;

import io.corridor.benchmark.membership.EnrollmentType;
import io.corridor.benchmark.membership.MemberMonthCost;
import io.corridor.benchmark.risk.MonthRisk;
import io.corridor.benchmark.spend.Unbilled;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Member months by enrollment type and by risk, as whole numbers that add up: for each enrollment
 * type member months in millionths and counted cents; then member months with a score in
 * millionths, and the prospective and the emerging score times those member months in billionths;
 * then pended cents, the cents that control of drug prices took out, and stays known from ADT:
 * open, expected cents, billed, billed cents, error cents; last the cents of capitated services
 * that others were paid for.
 */
public final class PopulationSums {

  /** Numbers that it takes. */
  static final int WIDTH = 2 * EnrollmentType.values().length + 11;

  /** Nobody. */
  static final PopulationSums NONE = new PopulationSums(new long[WIDTH]);

  private static final int SCORED = 2 * EnrollmentType.values().length;
  private static final int PROSPECTIVE = SCORED + 1;
  private static final int EMERGING = SCORED + 2;
  private static final int PRELIMINARY = SCORED + 3;
  private static final int DRUG_PRICES = SCORED + 4;
  private static final int UNBILLED = SCORED + 5;
  private static final int LEAKAGE = SCORED + 10;
  private static final int MILLIONTHS = 6;
  private static final int BILLIONTHS = 9;

  private final long[] amounts;

  private PopulationSums(long[] amounts) {
    this.amounts = amounts;
  }

  /**
   * What a member month is counted under.
   *
   * @param type enrollment type; null where the contract does not ask
   * @param risk scores; null where the contract names no model or the person is not known
   * @param preliminary pended amount; null where the contract does not ask
   * @param unbilled stays known from ADT; null where the contract does not ask
   * @param leakage capitated services of others; null where the contract does not capitate
   */
  record Counted(
      @Nullable EnrollmentType type,
      @Nullable MonthRisk risk,
      @Nullable Money preliminary,
      @Nullable Unbilled unbilled,
      @Nullable Money leakage) {}

  /** One member month. */
  static PopulationSums of(MemberMonthCost month, Counted counted) {
    long[] amounts = new long[WIDTH];
    long millionths = whole(month.memberMonths().value(), MILLIONTHS);
    EnrollmentType type = counted.type();
    if (type != null) {
      amounts[2 * type.ordinal()] = millionths;
      amounts[2 * type.ordinal() + 1] = MemberMonthCost.total(month.counted()).cents();
    }
    MonthRisk risk = counted.risk();
    if (risk != null) {
      amounts[SCORED] = millionths;
      amounts[PROSPECTIVE] = weighed(risk.prospective().value(), month.memberMonths());
      amounts[EMERGING] = weighed(risk.emerging().value(), month.memberMonths());
    }
    Money preliminary = counted.preliminary();
    amounts[PRELIMINARY] = preliminary == null ? 0 : preliminary.cents();
    Unbilled unbilled = counted.unbilled();
    if (unbilled != null) {
      amounts[UNBILLED] = unbilled.stays();
      amounts[UNBILLED + 1] = unbilled.expected().cents();
      amounts[UNBILLED + 2] = unbilled.billedStays();
      amounts[UNBILLED + 3] = unbilled.billed().cents();
      amounts[UNBILLED + 4] = unbilled.error().cents();
    }
    Money leakage = counted.leakage();
    amounts[LEAKAGE] = leakage == null ? 0 : leakage.cents();
    amounts[DRUG_PRICES] = month.drugPriceEffect().cents();
    return new PopulationSums(amounts);
  }

  /** Stays known from ADT. */
  Unbilled unbilled() {
    return new Unbilled(
        amounts[UNBILLED],
        Money.ofCents(amounts[UNBILLED + 1]),
        amounts[UNBILLED + 2],
        Money.ofCents(amounts[UNBILLED + 3]),
        Money.ofCents(amounts[UNBILLED + 4]));
  }

  /** What control of drug prices took out. */
  Money drugPriceEffect() {
    return Money.ofCents(amounts[DRUG_PRICES]);
  }

  /** Pended amount. */
  Money preliminary() {
    return Money.ofCents(amounts[PRELIMINARY]);
  }

  /** Capitated services that others were paid for. */
  Money leakage() {
    return Money.ofCents(amounts[LEAKAGE]);
  }

  private static long weighed(BigDecimal score, Rate memberMonths) {
    return whole(score.multiply(memberMonths.value()), BILLIONTHS);
  }

  private static long whole(BigDecimal value, int digits) {
    return value.movePointRight(digits).longValueExact();
  }

  static PopulationSums readFrom(long[] all, int from) {
    return new PopulationSums(Arrays.copyOfRange(all, from, from + WIDTH));
  }

  void writeTo(long[] all, int from) {
    System.arraycopy(amounts, 0, all, from, WIDTH);
  }

  PopulationSums plus(PopulationSums other) {
    long[] sum = new long[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      sum[i] = Math.addExact(amounts[i], other.amounts[i]);
    }
    return new PopulationSums(sum);
  }

  /** Member months and counted cost of one enrollment type. */
  record TypeSum(Rate memberMonths, Money counted) {}

  /** By enrollment type that has member months, in the order of precedence. */
  Map<EnrollmentType, TypeSum> byType() {
    Map<EnrollmentType, TypeSum> sums = new TreeMap<>();
    for (EnrollmentType type : EnrollmentType.values()) {
      long millionths = amounts[2 * type.ordinal()];
      Money counted = Money.ofCents(amounts[2 * type.ordinal() + 1]);
      if (millionths != 0 || !counted.isZero()) {
        sums.put(type, new TypeSum(rate(millionths, MILLIONTHS), counted));
      }
    }
    return sums;
  }

  /** Member months with a score and their mean scores, unrounded. */
  record MeanRisk(Rate memberMonths, Rate prospective, Rate emerging) {}

  /** The mean risk; empty when no member month has a score. */
  Optional<MeanRisk> meanRisk() {
    if (amounts[SCORED] == 0) {
      return Optional.empty();
    }
    Rate scored = rate(amounts[SCORED], MILLIONTHS);
    return Optional.of(
        new MeanRisk(
            scored,
            Rate.ratio(rate(amounts[PROSPECTIVE], BILLIONTHS).value(), scored.value()),
            Rate.ratio(rate(amounts[EMERGING], BILLIONTHS).value(), scored.value())));
  }

  private static Rate rate(long unscaled, int digits) {
    return new Rate(BigDecimal.valueOf(unscaled, digits));
  }
}
