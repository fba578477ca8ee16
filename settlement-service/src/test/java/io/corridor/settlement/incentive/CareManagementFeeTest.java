package io.corridor.settlement.incentive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.incentive.CareManagementFee.Facts;
import io.corridor.settlement.incentive.CareManagementFee.Month;
import io.corridor.settlement.incentive.CareManagementFee.Restatement;
import io.corridor.settlement.share.Draw;
import io.corridor.settlement.share.Laws;
import io.corridor.settlement.share.Limit;
import io.corridor.settlement.share.Recoupment;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CareManagementFeeTest {

  private static final YearMonth MARCH = YearMonth.of(2025, 3);
  private static final Set<String> CONDITIONS = Set.of("EXTENDED_HOURS", "REGISTRY");

  private static CareManagementFee fee(boolean riskAdjusted, String limit) {
    return new CareManagementFee(
        new Amount(new BigDecimal("4.50")),
        riskAdjusted,
        CONDITIONS,
        new Recoupment(Rate.of(limit)));
  }

  private static Month month(long members, String risk) {
    return new Month(Rate.of(members), Rate.of(risk), CONDITIONS);
  }

  private static Facts facts(
      Month month, Map<YearMonth, Restatement> restatements, String balance) {
    return new Facts(month, new TreeMap<>(restatements), Money.of(balance));
  }

  @Test
  @DisplayName("1,000 patients at 4.50 are 4,500 flat and 5,175 at a risk of 1.15")
  void flatOrByRisk() {
    Facts facts = facts(month(1000, "1.15"), Map.of(), "0");
    assertThat(fee(false, "0.25").settle(facts).settled().payment()).isEqualTo(Money.of("4500"));
    Recoupment.Result byRisk = fee(true, "0.25").settle(facts);
    assertThat(byRisk.settled().payment()).isEqualTo(Money.of("5175"));
    assertThat(byRisk.balance()).isEqualTo(Money.ZERO);
    Laws.explained(byRisk.settled());
  }

  @Test
  void withoutAllAttestationsNothingIsPaid() {
    Month lacking = new Month(Rate.of(1000), Rate.ONE, Set.of("REGISTRY"));
    Recoupment.Result result = fee(false, "0.25").settle(facts(lacking, Map.of(), "0"));
    assertThat(result.settled().payment()).isEqualTo(Money.ZERO);
    assertThat(result.settled().limits()).containsExactly(Limit.CONDITION_NOT_MET);
    Laws.explained(result.settled());
  }

  @Test
  @DisplayName("800 patients instead of 1,000 in March: 900 come back with the next fee")
  void restatedAttribution() {
    Restatement fewer = new Restatement(Money.of("4500"), month(800, "1"));
    Recoupment.Result result =
        fee(false, "0.25").settle(facts(month(1000, "1"), Map.of(MARCH, fewer), "0"));
    assertThat(result.settled().payment()).isEqualTo(Money.of("3600"));
    assertThat(result.balance()).isEqualTo(Money.ZERO);
    assertThat(result.settled().limits()).isEmpty();
    Laws.explained(result.settled());
  }

  @Test
  @DisplayName("at most a quarter of a fee is taken back; the rest is carried")
  void recoupmentLimit() {
    Restatement none = new Restatement(Money.of("4500"), month(0, "1"));
    Recoupment.Result result =
        fee(false, "0.25").settle(facts(month(1000, "1"), Map.of(MARCH, none), "100"));
    assertThat(result.settled().payment()).isEqualTo(Money.of("3375"));
    assertThat(result.balance()).isEqualTo(Money.of("3475"));
    assertThat(result.settled().limits()).containsExactly(Limit.RECOUPMENT_LIMIT);
    Recoupment.Result exactly =
        fee(false, "0.25").settle(facts(month(1000, "1"), Map.of(), "1125"));
    assertThat(exactly.balance()).isEqualTo(Money.ZERO);
    assertThat(exactly.settled().limits()).isEmpty();
  }

  @Test
  void morePatientsThanKnownThenArePaidAfterwards() {
    Restatement more = new Restatement(Money.of("4500"), month(1100, "1"));
    Recoupment.Result result =
        fee(false, "0.25").settle(facts(month(1000, "1"), Map.of(MARCH, more), "0"));
    assertThat(result.settled().payment()).isEqualTo(Money.of("4950"));
  }

  @Test
  void impossibleTermsAreRefused() {
    assertThatThrownBy(() -> new Recoupment(Rate.of("1.5")))
        .hasMessage("the recoupment limit must lie between 0 and 1");
    assertThatThrownBy(() -> facts(month(1, "1"), Map.of(), "-1"))
        .hasMessage("the balance must not be negative");
  }

  @ParameterizedTest
  @ValueSource(longs = {801, 802})
  @DisplayName("laws: explained; what is owed is either taken or carried, never below zero")
  void laws(long seed) {
    Draw draw = new Draw(seed);
    for (int round = 0; round < 300; round++) {
      NavigableMap<YearMonth, Restatement> restated = new TreeMap<>();
      int count = draw.number(0, 4);
      for (int i = 0; i < count; i++) {
        Month corrected = new Month(draw.count(0, 900), draw.percent(70, 140), CONDITIONS);
        restated.put(MARCH.plusMonths(i), new Restatement(draw.dollars(0, 5_000), corrected));
      }
      Month now = new Month(draw.count(0, 900), draw.percent(70, 140), CONDITIONS);
      Facts facts = new Facts(now, restated, draw.dollars(0, 3_000));
      Recoupment.Result result = fee(draw.oneIn(2), draw.percent(0, 100).toString()).settle(facts);
      Laws.explained(result.settled());
      BigDecimal owed = result.settled().value("owed");
      BigDecimal fee = result.settled().value("fee");
      assertThat(result.settled().payment().isNegative()).isFalse();
      assertThat(result.balance().isNegative()).isFalse();
      assertThat(result.settled().payment().minus(result.balance()).dollars())
          .isEqualByComparingTo(fee.subtract(owed));
    }
  }
}
