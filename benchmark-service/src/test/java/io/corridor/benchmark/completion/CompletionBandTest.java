package io.corridor.benchmark.completion;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The triangle of Taylor and Ashe (Journal of Econometrics 23, 1983) with the standard errors that
 * Mack published for it (ASTIN Bulletin 23, 1993, table 2): years there are months here.
 */
class CompletionBandTest {

  private static final long[][] TAYLOR_ASHE = {
    {357848, 766940, 610542, 482940, 527326, 574398, 146342, 139950, 227229, 67948},
    {352118, 884021, 933894, 1183289, 445745, 320996, 527804, 266172, 425046},
    {290507, 1001799, 926219, 1016654, 750816, 146923, 495992, 280405},
    {310608, 1108250, 776189, 1562400, 272482, 352053, 206286},
    {443160, 693190, 991983, 769488, 504851, 470639},
    {396132, 937085, 847498, 805037, 705960},
    {440832, 847631, 1131398, 1063269},
    {359480, 1061648, 1443370},
    {376686, 986608},
    {344014},
  };

  private static long[][] cumulative() {
    long[][] sums = new long[TAYLOR_ASHE.length][];
    for (int row = 0; row < sums.length; row++) {
      sums[row] = TAYLOR_ASHE[row].clone();
      for (int lag = 1; lag < sums[row].length; lag++) {
        sums[row][lag] += sums[row][lag - 1];
      }
    }
    return sums;
  }

  private static long wholeDollars(Amount amount) {
    return amount.dollars().setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  private static CompletionBand band(CompletionPattern pattern, List<CompletedMonth> months) {
    return CompletionBand.of(pattern, months).orElseThrow();
  }

  @Test
  @DisplayName("reserves and standard errors equal the published ones to the dollar")
  void publishedStandardErrors() {
    long[][] triangle = cumulative();
    CompletionTerms terms = Triangles.matureFrom("0");
    CompletionPattern pattern = Triangles.pattern(triangle, terms);
    Completion completion = Triangles.complete(triangle, terms);
    assertThat(completion.months())
        .extracting(month -> wholeDollars(Amount.of(month.incurredButNotReported())))
        .containsExactly(
            0L, 94634L, 469511L, 709638L, 984889L, 1419459L, 2177641L, 3920301L, 4278972L,
            4625811L);
    assertThat(completion.months())
        .extracting(month -> wholeDollars(band(pattern, List.of(month)).standardError()))
        .containsExactly(
            0L, 75535L, 121699L, 133549L, 261406L, 411010L, 558317L, 875328L, 971258L, 1363155L);
    CompletionBand all = completion.band();
    assertThat(all).isNotNull();
    assertThat(wholeDollars(all.standardError())).isEqualTo(2447095L);
    assertThat(wholeDollars(Amount.of(completion.incurredButNotReported()))).isEqualTo(18680856L);
  }

  @Test
  @DisplayName("the band reaches 1.96 standard errors to either side")
  void width() {
    Completion completion = Triangles.complete(cumulative(), Triangles.matureFrom("0"));
    CompletionBand band = completion.band();
    assertThat(band).isNotNull();
    assertThat(band.high().minus(band.low()).roundHalfUp())
        .isEqualTo(band.standardError().times(Rate.of("3.92").value()).roundHalfUp());
  }

  @Test
  @DisplayName(
      "a young month's error is the scatter of the mature months' PMPM over what is to come")
  void youngMonth() {
    long[][] even = {{100, 200, 200, 200}, {100, 200, 200}, {100, 200}, {100}};
    Completion completion = Triangles.complete(even, Triangles.matureFrom("0.6"));
    CompletionBand band = completion.band();
    assertThat(band).isNotNull();
    assertThat(band.standardError().dollars()).isEqualByComparingTo("0");
    long[][] uneven = {{100, 200, 200, 200}, {50, 100, 100}, {100, 200}, {100}};
    CompletionBand scattered = Triangles.complete(uneven, Triangles.matureFrom("0.6")).band();
    assertThat(scattered).isNotNull();
    // PMPM 20, 10 and 20, variance 100/3; half of 10 member months to come: sqrt(100/3) * 5
    assertThat(scattered.standardError().roundHalfUp()).isEqualTo(Money.of("28.87"));
  }
}
