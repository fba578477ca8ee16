package io.corridor.attribution.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.care.RosterTerms.Centroid;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Distances on the sphere, held against floating-point arithmetic. */
class GreatCircleTest {

  private static final double RADIUS = 3958.7613;

  private static Centroid at(String latitude, String longitude) {
    return new Centroid(new BigDecimal(latitude), new BigDecimal(longitude));
  }

  @ParameterizedTest(name = "{0}/{1} to {2}/{3}: {4}")
  @CsvSource({
    "42.0, -72.5, 42.0, -72.5, 0.000",
    // A degree of a meridian and of the equator, a quarter and half of a great circle.
    "42.0, -72.5, 43.0, -72.5, 69.093",
    "0, 10, 0, 11, 69.093",
    "0, 0, 0, 90, 6218.408",
    "0, 0, 0, 180, 12436.815",
    "90, 0, -90, 77, 12436.815"
  })
  void knownArcs(String lat, String lon, String otherLat, String otherLon, String miles) {
    assertThat(GreatCircle.milesHalfUp(at(lat, lon), at(otherLat, otherLon)))
        .isEqualByComparingTo(miles);
  }

  @Test
  @DisplayName("any two points: as near as floating point comes, the same both ways")
  void anyTwo() {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      Centroid one = drawn(random);
      Centroid other = drawn(random);
      BigDecimal miles = GreatCircle.milesHalfUp(one, other);
      assertThat(miles).isEqualTo(GreatCircle.milesHalfUp(other, one));
      assertThat(miles.doubleValue())
          .isCloseTo(floating(one, other), org.assertj.core.data.Offset.offset(0.002));
    }
  }

  private static Centroid drawn(Random random) {
    return new Centroid(
        BigDecimal.valueOf(random.nextDouble() * 170 - 85).setScale(6, RoundingMode.HALF_UP),
        BigDecimal.valueOf(random.nextDouble() * 340 - 170).setScale(6, RoundingMode.HALF_UP));
  }

  private static double floating(Centroid one, Centroid other) {
    double north = Math.toRadians(one.latitude().doubleValue());
    double otherNorth = Math.toRadians(other.latitude().doubleValue());
    double up = Math.sin((otherNorth - north) / 2);
    double across =
        Math.sin(
            Math.toRadians(other.longitude().doubleValue() - one.longitude().doubleValue()) / 2);
    double haversine = up * up + Math.cos(north) * Math.cos(otherNorth) * across * across;
    return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(haversine)));
  }
}
