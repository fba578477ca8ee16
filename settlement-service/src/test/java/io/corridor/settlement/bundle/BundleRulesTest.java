package io.corridor.settlement.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.bundle.BundleFacts.Episode;
import io.corridor.settlement.bundle.BundleFacts.Reference;
import io.corridor.settlement.bundle.BundleTerms.BelowMinimum;
import io.corridor.settlement.bundle.BundleTerms.Outliers;
import io.corridor.settlement.share.Draw;
import io.corridor.settlement.share.Laws;
import io.corridor.settlement.share.Limit;
import io.corridor.settlement.share.Settled;
import io.corridor.settlement.share.Warning;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundleRulesTest {

  private static final int ROUNDS = 200;

  /** 25,600 x 1.032 x (1 - 2.34375 %) is a target price of 25,800. */
  private static final Reference REFERENCE =
      new Reference(amount("25600"), Rate.of("1.032"), amount("9000"), amount("60000"));

  private static Amount amount(String dollars) {
    return new Amount(new BigDecimal(dollars));
  }

  private static BundleTerms terms(Outliers outliers, int minimum, BelowMinimum below) {
    return new BundleTerms(
        Rate.of("0.0234375"),
        outliers,
        Rate.of("0.10"),
        Rate.of("0.05"),
        Rate.of("0.05"),
        minimum,
        below);
  }

  private static BundleTerms terms(Outliers outliers) {
    return terms(outliers, 12, BelowMinimum.DROP);
  }

  /** Eleven episodes of 260,000 together and an outlier of 98,000. */
  private static List<Episode> twelve() {
    List<Episode> episodes = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      episodes.add(new Episode("E" + i, Money.of("24000"), Rate.ONE));
    }
    episodes.add(new Episode("E11", Money.of("20000"), Rate.ONE));
    episodes.add(new Episode("E12", Money.of("98000"), Rate.ONE));
    return episodes;
  }

  private static Settled settle(BundleTerms terms, List<Episode> episodes, String quality) {
    Settled settled =
        BundleRules.settle(terms, new BundleFacts(REFERENCE, episodes, Rate.of(quality)));
    Laws.explained(settled);
    return settled;
  }

  @Test
  @DisplayName("320,000 against 309,600 with a quality of .92: 9,526.40 are owed")
  void workedExample() {
    Settled settled = settle(terms(Outliers.WINSORIZE), twelve(), "0.92");
    assertThat(settled.value("targetPrice")).isEqualByComparingTo("25800");
    assertThat(settled.value("target")).isEqualByComparingTo("309600");
    assertThat(settled.value("cost")).isEqualByComparingTo("320000");
    assertThat(settled.value("difference")).isEqualByComparingTo("-10400");
    assertThat(settled.value("mostOwed")).isEqualByComparingTo("15480");
    assertThat(settled.payment()).isEqualTo(Money.of("-9526.40"));
    assertThat(settled.limits()).isEmpty();
  }

  @Test
  @DisplayName("as they are, the twelve cost 48,400 too much and stop-loss holds it at 15,480")
  void outliersKept() {
    Settled settled = settle(terms(Outliers.KEEP), twelve(), "0.92");
    assertThat(settled.value("difference")).isEqualByComparingTo("-48400");
    assertThat(settled.payment()).isEqualTo(Money.of("-15480"));
    assertThat(settled.limits()).containsExactly(Limit.LOSS_CAP);
  }

  @Test
  @DisplayName("an excluded outlier takes its target along and no longer counts")
  void outliersExcluded() {
    Settled settled = settle(terms(Outliers.EXCLUDE), twelve(), "0.5");
    assertThat(settled.value("difference")).isEqualByComparingTo("23800");
    assertThat(settled.limits()).containsExactly(Limit.MINIMUM_COUNT);
    assertThat(settled.payment()).isEqualTo(Money.ZERO);
    assertThat(settled.warnings()).containsExactly(Warning.OUTLIERS_EXCLUDED);
    assertThat(settle(terms(Outliers.EXCLUDE, 11, BelowMinimum.DROP), twelve(), "0.5").payment())
        .isEqualTo(Money.of("14190"));
  }

  @Test
  @DisplayName("leaving outliers out can pay more for a dearer episode: that is the warning")
  void theWarningIsNeeded() {
    BundleTerms terms = terms(Outliers.EXCLUDE, 0, BelowMinimum.DROP);
    Episode cheap = new Episode("E1", Money.of("24800"), Rate.ONE);
    Settled inside =
        settle(terms, List.of(cheap, new Episode("E2", Money.of("60000"), Rate.ONE)), "0.5");
    Settled outside =
        settle(terms, List.of(cheap, new Episode("E2", Money.of("60000.01"), Rate.ONE)), "0.5");
    assertThat(inside.payment()).isEqualTo(Money.of("-2580"));
    assertThat(outside.payment()).isEqualTo(Money.of("1000"));
    assertThat(inside.warnings()).containsExactly(Warning.OUTLIERS_EXCLUDED);
  }

  @Test
  void episodesAtThePercentilesAreNotOutliers() {
    List<Episode> edges =
        List.of(
            new Episode("E1", Money.of("9000"), Rate.ONE),
            new Episode("E2", Money.of("60000"), Rate.ONE),
            new Episode("E3", Money.of("8999.99"), Rate.ONE));
    assertThat(settle(terms(Outliers.EXCLUDE, 0, BelowMinimum.DROP), edges, "0.5").value("cost"))
        .isEqualByComparingTo("69000");
  }

  @Test
  void aVeryCheapEpisodeCountsAtTheLowPercentile() {
    List<Episode> one = List.of(new Episode("E1", Money.of("10"), Rate.ONE));
    assertThat(settle(terms(Outliers.WINSORIZE, 0, BelowMinimum.DROP), one, "0.5").value("cost"))
        .isEqualByComparingTo("9000");
  }

  @ParameterizedTest
  @DisplayName("quality moves gains with it and losses against it, by ten percent at most")
  @CsvSource({
    "24800,1,1100",
    "24800,0.5,1000",
    "24800,0,900",
    "26800,1,-900",
    "26800,0.5,-1000",
    "26800,0,-1100",
    "25800,0,0",
  })
  void quality(String allowed, String quality, String payment) {
    List<Episode> one = List.of(new Episode("E1", Money.of(allowed), Rate.ONE));
    assertThat(settle(terms(Outliers.WINSORIZE, 1, BelowMinimum.DROP), one, quality).payment())
        .isEqualTo(Money.of(payment));
  }

  @ParameterizedTest
  @DisplayName("stop-gain and stop-loss at 1,290 bind above, not at it")
  @CsvSource({
    "24510,1290,",
    "24509.99,1290,GAIN_CAP",
    "27090,-1290,",
    "27090.01,-1290,LOSS_CAP",
  })
  void stops(String allowed, String payment, @Nullable Limit limit) {
    List<Episode> one = List.of(new Episode("E1", Money.of(allowed), Rate.ONE));
    Settled settled = settle(terms(Outliers.WINSORIZE, 1, BelowMinimum.DROP), one, "0.5");
    assertThat(settled.payment()).isEqualTo(Money.of(payment));
    assertThat(settled.limits().stream().findFirst().orElse(null)).isEqualTo(limit);
  }

  @Test
  void fewerThanTheMinimumOweNothingOrAreDropped() {
    List<Episode> dear = List.of(new Episode("E1", Money.of("26800"), Rate.ONE));
    List<Episode> cheap = List.of(new Episode("E1", Money.of("24800"), Rate.ONE));
    BundleTerms upside = terms(Outliers.WINSORIZE, 2, BelowMinimum.NO_DOWNSIDE);
    BundleTerms dropped = terms(Outliers.WINSORIZE, 2, BelowMinimum.DROP);
    assertThat(settle(upside, dear, "0.5").payment()).isEqualTo(Money.ZERO);
    assertThat(settle(upside, cheap, "0.5").payment()).isEqualTo(Money.of("1000"));
    assertThat(settle(dropped, cheap, "0.5").payment()).isEqualTo(Money.ZERO);
    assertThat(settle(dropped, cheap, "0.5").limits()).containsExactly(Limit.MINIMUM_COUNT);
  }

  @Test
  void caseMixMovesTheTarget() {
    List<Episode> one = List.of(new Episode("E1", Money.of("30960"), Rate.of("1.2")));
    assertThat(settle(terms(Outliers.WINSORIZE, 1, BelowMinimum.DROP), one, "0.9").payment())
        .isEqualTo(Money.ZERO);
  }

  @Test
  void zeroFactsPayZero() {
    Settled settled =
        settle(
            terms(Outliers.WINSORIZE, BundleTerms.DEFAULT_MINIMUM, BelowMinimum.NO_DOWNSIDE),
            List.of(),
            "0");
    assertThat(settled.payment()).isEqualTo(Money.ZERO);
  }

  @Test
  void contradictionsAreRefused() {
    assertThatThrownBy(() -> new Reference(amount("1"), Rate.ONE, amount("3"), amount("2")))
        .hasMessage("the percentiles are reversed");
    Episode one = new Episode("E1", Money.ZERO, Rate.ONE);
    assertThatThrownBy(() -> new BundleFacts(REFERENCE, List.of(one, one), Rate.ONE))
        .hasMessage("episode E1 stands twice");
  }

  @ParameterizedTest
  @ValueSource(longs = {601, 602, 603})
  @DisplayName("laws: explained, monotone, continuous, inside the stops, order irrelevant")
  void laws(long seed) {
    Draw draw = new Draw(seed);
    for (int round = 0; round < ROUNDS; round++) {
      BundleTerms terms =
          new BundleTerms(
              draw.percent(1, 3),
              draw.oneIn(3) ? Outliers.KEEP : Outliers.WINSORIZE,
              draw.percent(0, 20),
              draw.percent(0, 20),
              draw.percent(0, 20),
              draw.number(0, 20),
              draw.oneIn(2) ? BelowMinimum.DROP : BelowMinimum.NO_DOWNSIDE);
      List<Episode> episodes = new ArrayList<>();
      int count = draw.number(1, 30);
      for (int i = 0; i < count; i++) {
        episodes.add(new Episode("E" + i, draw.dollars(0, 90_000), draw.percent(70, 140)));
      }
      String quality = draw.percent(0, 100).toString();
      Settled before = settle(terms, episodes, quality);
      Money more = draw.dollars(0, 30_000);
      List<Episode> dearer = new ArrayList<>(episodes);
      Episode first = dearer.getFirst();
      dearer.set(0, new Episode(first.id(), first.allowed().plus(more), first.caseMix()));
      Laws.moreSpendingPaysNoMore(
          before, settle(terms, dearer, quality), more, Rate.ONE.plus(terms.qualityAdjustment()));
      BigDecimal target = before.value("target");
      BigDecimal cent = new BigDecimal("0.01");
      assertThat(before.payment().dollars())
          .isLessThanOrEqualTo(target.multiply(terms.stopGain().value()).add(cent))
          .isGreaterThanOrEqualTo(
              target.multiply(terms.stopLoss().value()).negate().subtract(cent));
      Collections.shuffle(episodes, draw.random());
      assertThat(settle(terms, episodes, quality)).isEqualTo(before);
    }
  }
}
