package io.corridor.settlement.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.GlidePath;
import io.corridor.settlement.medicalloss.MedicalLossFacts;
import io.corridor.settlement.medicalloss.MedicalLossRules;
import io.corridor.settlement.medicalloss.MedicalLossTerms;
import io.corridor.settlement.medicalloss.MedicalLossTerms.Sharing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlidePathTest {

  private static MedicalLossTerms terms(@Nullable String lossShare) {
    Sharing gains = new Sharing(Rate.of("0.5"), null);
    Sharing losses = lossShare == null ? null : new Sharing(Rate.of(lossShare), null);
    return new MedicalLossTerms(Rate.of("0.85"), gains, losses, List.of(12));
  }

  private static final GlidePath<MedicalLossTerms> PATH =
      new GlidePath<>(List.of(terms(null), terms("0.2"), terms("0.4")));

  @ParameterizedTest
  @DisplayName("a loss of 100,000 costs nothing, then a fifth, then two fifths for good")
  @CsvSource({"1,0", "2,-20000", "3,-40000", "4,-40000"})
  void riskStepsUp(int contractYear, String payment) {
    MedicalLossFacts dear =
        new MedicalLossFacts(
            Money.of("1000000"),
            Money.ZERO,
            Money.of("950000"),
            new MedicalLossFacts.Unpaid(Money.ZERO),
            Money.ZERO,
            Rate.ONE,
            12);
    assertThat(MedicalLossRules.settle(PATH.in(contractYear), dear).payment())
        .isEqualTo(Money.of(payment));
  }
}
