package io.corridor.settlement.medicalloss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.medicalloss.MedicalLossFacts.Completion;
import io.corridor.settlement.medicalloss.MedicalLossFacts.PaidPart;
import io.corridor.settlement.medicalloss.MedicalLossFacts.Unpaid;
import io.corridor.settlement.medicalloss.MedicalLossTerms.Sharing;
import io.corridor.settlement.share.Draw;
import io.corridor.settlement.share.Laws;
import io.corridor.settlement.share.Limit;
import io.corridor.settlement.share.Settled;
import io.corridor.settlement.share.Warning;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MedicalLossRulesTest {

  private static final int ROUNDS = 300;
  private static final Sharing HALF = new Sharing(Rate.of("0.5"), Rate.of("0.03"));
  private static final Completion COMPLETE = new Unpaid(Money.ZERO);

  private static MedicalLossTerms terms(@Nullable Sharing losses) {
    return new MedicalLossTerms(Rate.of("0.86"), HALF, losses, List.of(3, 12));
  }

  private static MedicalLossFacts facts(String claims, Completion completion, String quality) {
    return new MedicalLossFacts(
        Money.of("96000000"),
        Money.of("1000000"),
        Money.of(claims),
        completion,
        Money.of("900000"),
        Rate.of(quality),
        12);
  }

  @Test
  @DisplayName("a ratio of .829474 against .86 leaves 2,900,000, of which 1,305,000 are earned")
  void workedExample() {
    Settled settled = MedicalLossRules.settle(terms(HALF), facts("77900000", COMPLETE, "0.9"));
    assertThat(new Rate(settled.value("medicalLossRatio")).sixDigitsHalfUp())
        .hasToString("0.829474");
    assertThat(settled.value("gainPool")).isEqualByComparingTo("2900000");
    assertThat(settled.value("gainCap")).isEqualByComparingTo("2850000");
    assertThat(settled.payment()).isEqualTo(Money.of("1305000"));
    assertThat(settled.limits()).isEmpty();
    assertThat(settled.warnings()).isEmpty();
    Laws.explained(settled);
  }

  @Test
  void claimsStillToComeCountByFactorOrAmount() {
    Settled byFactor =
        MedicalLossRules.settle(
            terms(HALF), facts("70110000", new PaidPart(Rate.of("0.9")), "0.9"));
    Settled byAmount =
        MedicalLossRules.settle(
            terms(HALF), facts("70110000", new Unpaid(Money.of("7790000")), "0.9"));
    assertThat(byFactor.payment()).isEqualTo(Money.of("1305000"));
    assertThat(byAmount.payment()).isEqualTo(Money.of("1305000"));
  }

  @ParameterizedTest
  @DisplayName("the cap of 2,850,000 binds above it, not at it")
  @CsvSource({
    "75100000.02,2849999.99,false",
    "75100000,2850000,false",
    "75099999.99,2850000,true",
    "0,2850000,true"
  })
  void gainCap(String claims, String payment, boolean binds) {
    Settled settled = MedicalLossRules.settle(terms(HALF), facts(claims, COMPLETE, "1"));
    assertThat(settled.payment()).isEqualTo(Money.of(payment));
    assertThat(settled.limits().contains(Limit.GAIN_CAP)).isEqualTo(binds);
  }

  @ParameterizedTest
  @DisplayName("losses mirror gains without quality: above 81.7 million half is owed up to the cap")
  @CsvSource({
    "80800000,0,",
    "81800000,-500000,",
    "86500000,-2850000,",
    "90000000,-2850000,LOSS_CAP"
  })
  void losses(String claims, String payment, @Nullable Limit limit) {
    Settled settled = MedicalLossRules.settle(terms(HALF), facts(claims, COMPLETE, "0.5"));
    assertThat(settled.payment()).isEqualTo(Money.of(payment));
    assertThat(settled.limits().stream().findFirst().orElse(null)).isEqualTo(limit);
    Laws.explained(settled);
  }

  @Test
  void aOneSidedContractOwesNothing() {
    Settled settled = MedicalLossRules.settle(terms(null), facts("90000000", COMPLETE, "1"));
    assertThat(settled.payment()).isEqualTo(Money.ZERO);
    assertThat(settled.limits()).containsExactly(Limit.NO_DOWNSIDE);
  }

  @Test
  void withoutQualityNothingIsEarned() {
    Settled settled = MedicalLossRules.settle(terms(HALF), facts("77900000", COMPLETE, "0"));
    assertThat(settled.payment()).isEqualTo(Money.ZERO);
    assertThat(settled.limits()).containsExactly(Limit.QUALITY_GATE);
  }

  @ParameterizedTest
  @DisplayName("before the last run-out the figure is not final")
  @CsvSource({"0,true", "3,true", "11,true", "12,false", "15,false"})
  void runout(int months, boolean warned) {
    MedicalLossFacts facts =
        new MedicalLossFacts(
            Money.of("100"),
            Money.ZERO,
            Money.of("80"),
            new PaidPart(Rate.of("0.98")),
            Money.ZERO,
            Rate.ONE,
            months);
    assertThat(
            MedicalLossRules.settle(terms(HALF), facts)
                .warnings()
                .contains(Warning.RUNOUT_NOT_FINAL))
        .isEqualTo(warned);
  }

  @Test
  void zeroFactsPayZero() {
    MedicalLossFacts nothing =
        new MedicalLossFacts(
            Money.ZERO, Money.ZERO, Money.ZERO, COMPLETE, Money.ZERO, Rate.ZERO, 12);
    Settled settled = MedicalLossRules.settle(terms(HALF), nothing);
    assertThat(settled.payment()).isEqualTo(Money.ZERO);
    assertThat(settled.limits()).isEmpty();
    Laws.explained(settled);
  }

  @Test
  void contradictionsAreRefused() {
    assertThatThrownBy(() -> new Sharing(Rate.of("1.2"), null))
        .hasMessage("the share of a medical loss ratio must lie between 0 and 1");
    assertThatThrownBy(() -> new MedicalLossTerms(Rate.of("0.86"), HALF, null, List.of(12, 3)))
        .hasMessage("the run-outs must follow one another");
    assertThatThrownBy(() ->
            new MedicalLossFacts(
                Money.of("1"), Money.of("2"), Money.ZERO, COMPLETE, Money.ZERO, Rate.ONE, 12))
        .hasMessage("taxes and fees must not be above the premium");
  }

  @ParameterizedTest
  @ValueSource(longs = {301, 302, 303})
  @DisplayName("laws: explained, monotone, continuous, inside the caps")
  void laws(long seed) {
    Draw draw = new Draw(seed);
    for (int round = 0; round < ROUNDS; round++) {
      MedicalLossTerms terms =
          new MedicalLossTerms(
              draw.percent(70, 95),
              new Sharing(draw.percent(0, 100), draw.oneIn(2) ? null : draw.percent(0, 5)),
              draw.oneIn(3)
                  ? null
                  : new Sharing(draw.percent(0, 100), draw.oneIn(2) ? null : draw.percent(0, 5)),
              List.of(3, 12));
      Money premium = draw.dollars(0, 100_000_000);
      Money claims = draw.dollars(0, 110_000_000);
      Money more = draw.dollars(0, 3_000_000);
      Completion completion =
          draw.oneIn(2) ? new Unpaid(draw.dollars(0, 9_000_000)) : new PaidPart(Rate.of("0.8"));
      Rate quality = draw.percent(0, 100);
      Settled before = MedicalLossRules.settle(terms, drawn(premium, claims, completion, quality));
      Settled after =
          MedicalLossRules.settle(terms, drawn(premium, claims.plus(more), completion, quality));
      Laws.explained(before);
      Laws.explained(after);
      Laws.moreSpendingPaysNoMore(before, after, more, Rate.of("1.25"));
      Rate gainCap = terms.gains().cap();
      if (gainCap != null) {
        assertThat(before.payment()).isLessThanOrEqualTo(premium.times(gainCap).roundHalfUp());
      }
      Sharing losses = terms.losses();
      if (losses == null) {
        assertThat(before.payment().isNegative()).isFalse();
      } else if (losses.cap() != null) {
        assertThat(before.payment().negated())
            .isLessThanOrEqualTo(premium.times(losses.cap()).roundHalfUp());
      }
    }
  }

  private static MedicalLossFacts drawn(
      Money premium, Money claims, Completion completion, Rate quality) {
    return new MedicalLossFacts(premium, Money.ZERO, claims, completion, Money.ZERO, quality, 12);
  }
}
