package io.corridor.benchmark.budget;

import io.corridor.benchmark.membership.EnrollmentType;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/**
 * Risk by enrollment type, as whole numbers that add up: for each type member months with a score
 * in millionths, and the prospective score times those member months in billionths. Only contracts
 * with a benchmark of the program ask for it, so that others carry no zeros for it.
 */
final class TypeRisk {

  /** Numbers that it takes. */
  static final int WIDTH = 2 * EnrollmentType.values().length;

  /** Nobody asks. */
  static final TypeRisk NONE = new TypeRisk(new long[WIDTH]);

  private static final int MILLIONTHS = 6;
  private static final int BILLIONTHS = 9;

  private final long[] amounts;

  private TypeRisk(long[] amounts) {
    this.amounts = amounts;
  }

  /**
   * One member month.
   *
   * @param memberMonths how much of a month it is
   * @param counted its type and risk; none where one of them is not known
   */
  static TypeRisk of(Rate memberMonths, PopulationSums.Counted counted) {
    long[] amounts = new long[WIDTH];
    if (counted.type() != null && counted.risk() != null) {
      int place = 2 * counted.type().ordinal();
      BigDecimal score = counted.risk().prospective().value();
      amounts[place] = memberMonths.value().movePointRight(MILLIONTHS).longValueExact();
      amounts[place + 1] =
          score.multiply(memberMonths.value()).movePointRight(BILLIONTHS).longValueExact();
    }
    return new TypeRisk(amounts);
  }

  boolean isNone() {
    return Arrays.stream(amounts).allMatch(amount -> amount == 0);
  }

  static TypeRisk readFrom(long[] all, int from) {
    return new TypeRisk(Arrays.copyOfRange(all, from, from + WIDTH));
  }

  void writeTo(long[] all, int from) {
    System.arraycopy(amounts, 0, all, from, WIDTH);
  }

  TypeRisk plus(TypeRisk other) {
    long[] sum = new long[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      sum[i] = Math.addExact(amounts[i], other.amounts[i]);
    }
    return new TypeRisk(sum);
  }

  /** Mean prospective risk of a type, unrounded; empty where nobody of it has a score. */
  Optional<Rate> mean(EnrollmentType type) {
    int place = 2 * type.ordinal();
    return amounts[place] == 0
        ? Optional.empty()
        : Optional.of(
            Rate.ratio(
                BigDecimal.valueOf(amounts[place + 1], BILLIONTHS),
                BigDecimal.valueOf(amounts[place], MILLIONTHS)));
  }
}
