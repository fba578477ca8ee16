package io.corridor.notification.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.care.Claim;
import io.corridor.common.care.ClaimLine;
import io.corridor.common.facts.Fact;
import io.corridor.common.facts.MemoryRows;
import io.corridor.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitRowsTest {

  private static final VisitRows VISITS = VisitRows.load();
  private static final LocalDate DAY = LocalDate.of(2025, 3, 10);

  private static Claim claim(
      Claim.Status status, Claim.Type type, @Nullable String code, boolean denied) {
    ClaimLine line =
        new ClaimLine(
            1,
            DAY,
            DAY,
            code,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Money.ZERO,
            null,
            denied,
            List.of());
    return new Claim(
        "P1",
        "c1",
        status,
        type,
        Claim.PaymentKind.FEE_FOR_SERVICE,
        DAY,
        DAY,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        Instant.EPOCH,
        List.of(line));
  }

  private static List<Fact> paid(@Nullable String code) {
    return VISITS.of(claim(Claim.Status.PAID, Claim.Type.PROFESSIONAL, code, false));
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "99201,false", "99202,true", "99215,true", "99216,false", "99281,false", "99340,false",
        "99341,true", "99350,true", "99351,false", "99494,false", "99495,true", "99496,true",
        "99497,false", "G0437,false", "G0438,true", "G0439,true", "G0440,false", "G0466,true",
        "G0468,true", "G0469,false", "9921,false", "-,false"
      },
      nullValues = "-")
  void visitCodes(String code, boolean counts) {
    assertThat(paid(code)).hasSize(counts ? 1 : 0);
  }

  @Test
  void onlyPaidLinesOfPaidClaimsCount() {
    for (Claim.Status status : Claim.Status.values()) {
      assertThat(VISITS.of(claim(status, Claim.Type.PROFESSIONAL, "99213", false)))
          .hasSize(status == Claim.Status.PAID ? 1 : 0);
    }
    assertThat(VISITS.of(claim(Claim.Status.PAID, Claim.Type.PROFESSIONAL, "99213", true)))
        .isEmpty();
    assertThat(VISITS.of(claim(Claim.Status.PAID, Claim.Type.PHARMACY, "99213", false))).isEmpty();
    assertThat(VISITS.of(claim(Claim.Status.PAID, Claim.Type.INSTITUTIONAL, "G0467", false)))
        .hasSize(1);
  }

  @Test
  void visitsComeBackByDay() {
    MemoryRows rows = new MemoryRows().add(paid("99213")).add(paid("99213"));
    assertThat(VisitRows.between(rows, DAY, DAY)).containsExactly(new Visit(DAY, "99213"));
    assertThat(VisitRows.between(rows, DAY.plusDays(1), DAY.plusDays(5))).isEmpty();
    rows.subtract(paid("99213"));
    assertThat(VisitRows.between(rows, DAY, DAY)).hasSize(1);
  }
}
