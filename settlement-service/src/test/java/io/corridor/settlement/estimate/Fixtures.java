package io.corridor.settlement.estimate;

import io.corridor.common.care.Contract;
import io.corridor.common.care.Participation;
import io.corridor.common.id.ContractId;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.time.DateSpan;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Terms and budgets of which a test states only what matters to it. */
final class Fixtures {

  static final LocalDate YEAR_START = LocalDate.of(2025, 1, 1);

  private Fixtures() {}

  static Contract contract(
      Contract.Settlement settlement, Contract.@Nullable Quality quality, int minLives) {
    return new Contract(
        new ContractId("C1"),
        1,
        "payer",
        "MEDICARE",
        "ACO",
        YEAR_START,
        List.of(
            new Contract.PerformanceYear(2025, new DateSpan(YEAR_START, YEAR_START.plusYears(1)))),
        Participation.of(List.of()),
        new Contract.Attribution(
            List.of(Contract.Method.PCP_SELECTION), 12, List.of(), true, true, false, false),
        true,
        Map.of(),
        null,
        List.of(),
        quality,
        settlement,
        minLives,
        new Contract.FollowUp(false, 7, ZoneId.of("America/New_York")));
  }

  static Contract.Settlement oneSided(
      String share, @Nullable String minimum, @Nullable String cap) {
    return new Contract.Settlement(false, Rate.of(share), null, rate(minimum), rate(cap), null);
  }

  static Contract.Settlement twoSided(
      String share,
      String lossShare,
      @Nullable String minimum,
      @Nullable String cap,
      @Nullable String lossCap) {
    return new Contract.Settlement(
        true, Rate.of(share), Rate.of(lossShare), rate(minimum), rate(cap), rate(lossCap));
  }

  static Contract.Quality quality(String gate, boolean scaled, String full, String least) {
    return new Contract.Quality(List.of(), Rate.of(gate), scaled, Rate.of(full), Rate.of(least));
  }

  static QualityResult score(QualityResult.Gate gate, @Nullable String composite) {
    return new QualityResult(gate, rate(composite), rate(composite), null);
  }

  static RunningBudget budget(long members, String budget, String counted) {
    return new RunningBudget(
        members, Rate.of(members * 12), Money.of(budget), Money.of(counted), null);
  }

  static @Nullable Rate rate(@Nullable String text) {
    return text == null ? null : Rate.of(text);
  }
}
