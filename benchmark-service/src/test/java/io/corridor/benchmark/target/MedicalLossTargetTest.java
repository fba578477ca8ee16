package io.corridor.benchmark.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MedicalLossTargetTest {

  private static MedicalLossTarget target(String premium) {
    return MedicalLossTarget.of(
        new MedicalLossTarget.PremiumFacts(
            Money.of(premium), Money.of("1000000"), Money.of("77900000"), Money.of("900000")),
        Rate.of("0.86"));
  }

  @Test
  @DisplayName(
      "settlement.md 5c: 78.8 of 95 million is .829474; the target of 86 % is 81.7 million")
  void workedExample() {
    MedicalLossTarget target = target("96000000");
    Rate ratio = target.ratio();
    assertThat(ratio).isNotNull();
    assertThat(ratio.sixDigitsHalfUp()).isEqualTo(new BigDecimal("0.829474"));
    assertThat(target.budget()).isEqualTo(Money.of("81700000.00"));
    Recomputed.of(target.steps());
  }

  @Test
  void withoutNetPremiumThereIsNoRatio() {
    assertThat(target("1000000").ratio()).isNull();
    assertThat(target("1000000").budget()).isEqualTo(Money.ZERO);
  }
}
