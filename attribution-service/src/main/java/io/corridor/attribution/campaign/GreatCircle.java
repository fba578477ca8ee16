package io.corridor.attribution.campaign;

import io.corridor.common.care.RosterTerms.Centroid;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Great-circle distance by the haversine formula on a sphere of the earth's mean radius (6371.0088
 * km, 3958.7613 miles), in miles of three decimals (domain.md 1.6). Decimal arithmetic throughout.
 */
final class GreatCircle {

  private static final MathContext PRECISION = MathContext.DECIMAL128;
  private static final BigDecimal RADIUS_MILES = new BigDecimal("3958.7613");
  private static final BigDecimal RADIANS_PER_DEGREE =
      new BigDecimal("0.01745329251994329576923690768488612713");
  private static final BigDecimal HALF_PI =
      new BigDecimal("1.570796326794896619231321691639751442");
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal TWO = new BigDecimal(2);
  private static final BigDecimal NEGLIGIBLE = new BigDecimal("1E-32");
  private static final int DECIMALS = 3;

  private GreatCircle() {}

  /** Miles between two points, rounded half up. */
  static BigDecimal milesHalfUp(Centroid one, Centroid other) {
    BigDecimal north = radians(one.latitude());
    BigDecimal otherNorth = radians(other.latitude());
    BigDecimal up = squaredHalfSine(otherNorth.subtract(north));
    BigDecimal across =
        squaredHalfSine(radians(other.longitude()).subtract(radians(one.longitude())));
    BigDecimal haversine =
        up.add(
            cosine(north).multiply(cosine(otherNorth), PRECISION).multiply(across, PRECISION),
            PRECISION);
    BigDecimal angle = TWO.multiply(arcsine(haversine.sqrt(PRECISION)), PRECISION);
    return RADIUS_MILES.multiply(angle, PRECISION).setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  private static BigDecimal radians(BigDecimal degrees) {
    return degrees.multiply(RADIANS_PER_DEGREE, PRECISION);
  }

  private static BigDecimal squaredHalfSine(BigDecimal angle) {
    BigDecimal sine = sine(angle.multiply(HALF, PRECISION));
    return sine.multiply(sine, PRECISION);
  }

  private static BigDecimal cosine(BigDecimal angle) {
    return sine(HALF_PI.subtract(angle));
  }

  /** The power series; angles here are below two straight ones, so that it ends soon. */
  private static BigDecimal sine(BigDecimal angle) {
    BigDecimal square = angle.multiply(angle, PRECISION);
    BigDecimal term = angle;
    BigDecimal sum = angle;
    for (int n = 2; term.abs().compareTo(NEGLIGIBLE) > 0; n += 2) {
      BigDecimal divisor = BigDecimal.valueOf((long) n * (n + 1));
      term = term.multiply(square, PRECISION).divide(divisor, PRECISION).negate();
      sum = sum.add(term, PRECISION);
    }
    return sum;
  }

  /** The power series for a half and less, and by the half angle above it. */
  private static BigDecimal arcsine(BigDecimal sine) {
    if (sine.compareTo(HALF) > 0) {
      BigDecimal rest =
          BigDecimal.ONE.subtract(sine).max(BigDecimal.ZERO).multiply(HALF, PRECISION);
      return HALF_PI.subtract(TWO.multiply(arcsine(rest.sqrt(PRECISION)), PRECISION), PRECISION);
    }
    BigDecimal square = sine.multiply(sine, PRECISION);
    BigDecimal power = sine;
    BigDecimal sum = sine;
    for (int n = 1; power.compareTo(NEGLIGIBLE) > 0; n += 2) {
      power =
          power
              .multiply(square, PRECISION)
              .multiply(BigDecimal.valueOf(n))
              .divide(BigDecimal.valueOf(n + 1L), PRECISION);
      sum = sum.add(power.divide(BigDecimal.valueOf(n + 2L), PRECISION), PRECISION);
    }
    return sum;
  }
}
