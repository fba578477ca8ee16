package io.corridor.benchmark.target.mssp;

import static io.corridor.benchmark.membership.EnrollmentType.AGED_DUAL;
import static io.corridor.benchmark.membership.EnrollmentType.AGED_NON_DUAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.benchmark.membership.EnrollmentType;
import io.corridor.benchmark.target.Recomputed;
import io.corridor.common.care.ProgramBenchmarkTerms;
import io.corridor.common.care.ProgramBenchmarkTerms.Growth;
import io.corridor.common.care.ProgramBenchmarkTerms.StatedYear;
import io.corridor.common.care.ProgramBenchmarkTerms.TypeTerms;
import io.corridor.common.care.ProgramBenchmarkTerms.YearTerms;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The worked example of settlement.md 2 from the contract's terms and its own years. */
class ProgramBenchmarkTest {

  private static final BenchmarkRules RULES = new BenchmarkRules(BenchmarkParameters.load());

  private final Map<String, OwnYear> own = new HashMap<>();
  private boolean stated;
  private @Nullable Rate dualShare = Rate.of("0.15");

  ProgramBenchmarkTest() {
    own(2021, AGED_NON_DUAL, 9000, 17000, "1.00");
    own(2022, AGED_NON_DUAL, 9400, 17000, "1.01");
    own(2023, AGED_NON_DUAL, 9800, 17000, "1.02");
    own(2024, AGED_NON_DUAL, 1, 17000, "1.071");
    own(2021, AGED_DUAL, 14000, 3000, "1.10");
    own(2022, AGED_DUAL, 14500, 3000, "1.10");
    own(2023, AGED_DUAL, 15000, 3000, "1.12");
    own(2024, AGED_DUAL, 1, 3000, "1.1424");
  }

  /** A year whose cost is nine tenths paid. */
  private void own(
      int year, EnrollmentType type, long perCapita, long personYears, @Nullable String risk) {
    own.put(
        year + type.name(),
        new OwnYear(
            Money.ofCents(perCapita * personYears * 90),
            Rate.ratio(java.math.BigDecimal.TEN, java.math.BigDecimal.valueOf(9)),
            Rate.of(personYears),
            risk == null ? null : Rate.of(risk)));
  }

  private YearTerms year(
      int year, String national, String regional, String perCapita, String risk, long personYears) {
    return new YearTerms(
        year,
        new Growth(Rate.of(national), Rate.of(regional)),
        stated ? new StatedYear(Rate.of(perCapita), Rate.of(risk), Rate.of(personYears)) : null,
        Rate.ONE);
  }

  private ProgramBenchmarkTerms terms() {
    TypeTerms nonDual =
        new TypeTerms(
            AGED_NON_DUAL.name(),
            List.of(
                year(2021, "1.080", "1.060", "9000", "1.00", 17000),
                year(2022, "1.040", "1.030", "9400", "1.01", 17000),
                year(2023, "1", "1", "9800", "1.02", 17000)),
            Rate.of(10_300),
            Rate.of(11_000),
            new Growth(Rate.of("1.055"), Rate.of("1.045")),
            Rate.of("1.060"),
            null,
            new Growth(Rate.of("1.02"), Rate.of("1.01")),
            Rate.of("1.01"),
            Rate.ONE);
    TypeTerms dual =
        new TypeTerms(
            AGED_DUAL.name(),
            List.of(
                year(2021, "1.070", "1.050", "14000", "1.10", 3000),
                year(2022, "1.035", "1.025", "14500", "1.10", 3000),
                year(2023, "1", "1", "15000", "1.12", 3000)),
            Rate.of(15_200),
            Rate.of(16_000),
            new Growth(Rate.of("1.050"), Rate.of("1.040")),
            Rate.of("1.058"),
            null,
            new Growth(Rate.of("1.02"), Rate.of("1.005")),
            Rate.of("1.005"),
            Rate.ONE);
    return new ProgramBenchmarkTerms(
        2024,
        LocalDate.of(2024, 1, 1),
        1,
        1,
        List.of(nonDual, dual),
        Rate.of("0.20"),
        Rate.of("0.20"),
        null,
        Rate.of("0.2"),
        dualShare,
        null,
        List.of(prior("300"), prior("200"), prior("220")),
        Rate.of(20_000));
  }

  private static ProgramBenchmarkTerms.PriorYear prior(String perCapita) {
    return new ProgramBenchmarkTerms.PriorYear(true, false, Rate.of(perCapita));
  }

  private ProgramBenchmark.Outcome outcome() {
    return ProgramBenchmark.of(
        terms(), (year, type) -> Optional.ofNullable(own.get(year + type.name())), RULES);
  }

  private ProgramBenchmark.Made made() {
    return switch (outcome()) {
      case ProgramBenchmark.Made made -> made;
      case ProgramBenchmark.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  @Test
  @DisplayName("settlement.md 2: B = 233,575,828.66 from the contract's own years, every step (L5)")
  void workedExample() {
    ProgramBenchmark.Made made = made();
    assertThat(made.benchmark().total().roundHalfUp()).isEqualTo(Money.of("233575828.66"));
    Recomputed steps = Recomputed.of(made.steps());
    assertThat(steps.value("agedNonDual.2021.perCapita", 2)).isEqualTo("9000.00");
    assertThat(steps.value("agedNonDual.updated", 2)).isEqualTo("10892.50");
    assertThat(steps.value("agedNonDual.perMemberMonth", 4)).isEqualTo("907.7080");
    assertThat(steps.value("perMemberMonth", 2)).isEqualTo("973.23");
    assertThat(steps.value("riskScore", 3)).isEqualTo("1.035");
  }

  @Test
  @DisplayName("The targets of the types times their member months are the benchmark")
  void memberMonths() {
    ProgramBenchmark.Made made = made();
    Money budget =
        made.memberMonth()
            .get(AGED_NON_DUAL)
            .times(java.math.BigDecimal.valueOf(17_000 * 12L))
            .plus(made.memberMonth().get(AGED_DUAL).times(java.math.BigDecimal.valueOf(36_000)))
            .roundHalfUp();
    assertThat(budget).isEqualTo(Money.of("233575828.66"));
  }

  @Test
  @DisplayName("A stated year stands in the place of the contract's own")
  void statedYears() {
    stated = true;
    own.keySet().removeIf(year -> !year.startsWith("2024"));
    assertThat(made().benchmark().total().roundHalfUp()).isEqualTo(Money.of("233575828.66"));
  }

  @Test
  @DisplayName("What nobody knows is refused by name, never taken as zero")
  void refusals() {
    dualShare = null;
    assertThat(outcome()).isEqualTo(new ProgramBenchmark.Refused("FACT_MISSING", "region"));
    dualShare = Rate.of("0.15");
    own(2024, AGED_DUAL, 1, 3000, null);
    assertThat(outcome()).isEqualTo(new ProgramBenchmark.Refused("NO_RISK", "agedDual"));
    own.remove("2024" + AGED_DUAL);
    assertThat(outcome()).isEqualTo(new ProgramBenchmark.Refused("NO_MEMBER_MONTHS", "agedDual"));
    own.remove("2022" + AGED_NON_DUAL);
    assertThat(outcome())
        .isEqualTo(new ProgramBenchmark.Refused("NO_BASE_YEAR", "agedNonDual.2022"));
  }
}
