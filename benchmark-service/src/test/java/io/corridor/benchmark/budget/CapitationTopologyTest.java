package io.corridor.benchmark.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.common.fixture.PeriodRecords;
import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.Budget;
import io.corridor.schemas.BudgetLine;
import io.corridor.schemas.CapitationTerms;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimLine;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.FinalBudget;
import io.corridor.schemas.MemberMonth;
import io.corridor.schemas.PaymentKind;
import io.corridor.schemas.PerformanceYear;
import io.corridor.schemas.SettlementStep;
import io.corridor.schemas.SettlementTerms;
import io.corridor.schemas.StopLossTerms;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Capitated services that others were paid for (settlement.md 5 e), through the topology. */
@NullUnmarked
class CapitationTopologyTest {

  private static final LocalDate APRIL = LocalDate.of(2025, 4, 1);
  private static final String OTHER = "333333333";

  private static CapitationTerms capitation(String... codes) {
    return CapitationTerms.newBuilder()
        .setRatePmpm(new BigDecimal("42.000000"))
        .setCapitatedCodes(List.of(codes))
        .build();
  }

  private static ContractTerms terms(int version, String... codes) {
    return ContractTerms.newBuilder(Records.terms(version, "100.000000", null))
        .setSettlement(
            SettlementTerms.newBuilder()
                .setShape("CAPITATION")
                .setCapitation(capitation(codes))
                .build())
        .build();
  }

  /** A claim of March with one line of 99213. */
  private static Claim claim(String id, String tin, String paid) {
    return Claim.newBuilder(Records.claim(id, 1, "m1", "2025-03-05", paid))
        .setBillingTin(tin)
        .build();
  }

  private static Claim with(Claim claim, Consumer<ClaimLine.Builder> change) {
    ClaimLine.Builder line = ClaimLine.newBuilder(claim.getLines().get(0));
    change.accept(line);
    return Claim.newBuilder(claim).setLines(List.of(line.build())).build();
  }

  private static void change(FoldDriver driver, Claim before, Claim after) {
    String id = after == null ? before.getClaimId() : after.getClaimId();
    driver.feed(Topics.CLAIM, "m1|P1|" + id, IntakeRecords.change(before, after));
  }

  private static void assign(FoldDriver driver, String tin) {
    driver.feed(Topics.ASSIGNMENT, "m1|C1", Records.assigned("m1", tin, "2025-01-01", null));
  }

  private static FoldDriver started(ContractTerms terms) {
    FoldDriver driver = new FoldDriver(new BenchmarkStage());
    driver.feed(Topics.TERMS, "C1|1", terms);
    driver.feed(
        Topics.ENROLLMENT,
        "m1|P1|cov",
        IntakeRecords.change(null, Records.coverage("m1", "2025-01-01", null)));
    assign(driver, Records.TIN_A);
    driver.tick(APRIL, true);
    return driver;
  }

  private static Budget budget(FoldDriver driver, String level, String id, String period) {
    return (Budget) driver.current(Topics.BUDGET).get("C1|" + level + "|" + id + "|" + period);
  }

  private static BigDecimal march(FoldDriver driver) {
    return budget(driver, "CONTRACT", "C1", "2025-03").getCapitationLeakage();
  }

  @Test
  @DisplayName("Services of the list that others billed leak; their dollars stay in cost")
  void leaks() {
    try (FoldDriver driver = started(terms(1, "99213"))) {
      assertThat(march(driver)).as("nobody went elsewhere").isEqualByComparingTo("0");
      change(driver, null, claim("c1", OTHER, "80.00"));
      change(driver, null, claim("c2", Records.TIN_B, "20.50"));
      change(driver, null, claim("c3", null, "7.00"));
      change(driver, null, claim("c4", Records.TIN_A, "300.00"));
      change(driver, null, with(claim("c5", OTHER, "60.00"), line -> line.setHcpcs("99214")));
      assertThat(march(driver))
          .as("a stranger, a fellow participant, nobody named; not the own practice")
          .isEqualByComparingTo("107.50");
      assertThat(budget(driver, "CONTRACT", "C1", "2025-03").getPaid())
          .isEqualByComparingTo("467.50");
      assertThat(budget(driver, "TIN", Records.TIN_A, "2025-03").getCapitationLeakage())
          .isEqualByComparingTo("107.50");
      assertThat(budget(driver, "CONTRACT", "C1", "2025").getCapitationLeakage())
          .isEqualByComparingTo("107.50");
      MemberMonth month = (MemberMonth) driver.current(Topics.MEMBER_MONTH).get("m1|C1|2025-03");
      assertThat(month.getCapitationLeakage()).isEqualByComparingTo("107.50");
    }
  }

  @Test
  @DisplayName("What was not bought does not leak: encounters, denied lines, pended claims")
  void notBought() {
    try (FoldDriver driver = started(terms(1, "99213"))) {
      Claim bought = claim("c1", OTHER, "80.00");
      change(
          driver,
          null,
          with(
              Claim.newBuilder(bought).setPaymentKind(PaymentKind.ENCOUNTER).build(),
              line -> line.setShadowAllowed(new BigDecimal("80.00"))));
      Claim denied = claim("c2", OTHER, "80.00");
      change(driver, null, with(denied, line -> line.setDenied(true)));
      Claim pended = claim("c3", OTHER, "80.00");
      change(driver, null, Claim.newBuilder(pended).setStatus(ClaimStatus.PENDED).build());
      assertThat(march(driver)).isEqualByComparingTo("0");
    }
  }

  @Test
  @DisplayName("Allowed dollars where the contract counts allowed dollars")
  void amountBasis() {
    ContractTerms allowed =
        ContractTerms.newBuilder(terms(1, "99213")).setAmountBasis("ALLOWED").build();
    try (FoldDriver driver = started(allowed)) {
      Claim claim = claim("c1", OTHER, "80.00");
      change(driver, null, with(claim, line -> line.setAllowed(new BigDecimal("95.00"))));
      assertThat(march(driver)).isEqualByComparingTo("95");
    }
  }

  @Test
  @DisplayName("Late, corrected, voided: the month of the service is put right, the others stay")
  void putRight() {
    try (FoldDriver driver = started(terms(1, "99213"))) {
      driver.tick(LocalDate.of(2025, 9, 1), true);
      Claim late = claim("c1", OTHER, "80.00");
      change(driver, null, late);
      assertThat(march(driver)).isEqualByComparingTo("80");
      Claim corrected = with(late, line -> line.setPaid(new BigDecimal("55.00")));
      change(driver, late, corrected);
      assertThat(march(driver)).isEqualByComparingTo("55");
      Claim recoded = with(corrected, line -> line.setHcpcs("99214"));
      change(driver, corrected, recoded);
      assertThat(march(driver)).as("a code that is not paid ahead").isEqualByComparingTo("0");
      change(driver, recoded, corrected);
      change(driver, corrected, null);
      assertThat(march(driver)).isEqualByComparingTo("0");
      assertThat(budget(driver, "CONTRACT", "C1", "2025-04").getCapitationLeakage())
          .isEqualByComparingTo("0");
    }
  }

  @Test
  @DisplayName("Another practice becomes accountable: what it billed is no leakage any more")
  void accountableChanges() {
    try (FoldDriver driver = started(terms(1, "99213"))) {
      change(driver, null, claim("c1", Records.TIN_B, "80.00"));
      change(driver, null, claim("c2", Records.TIN_A, "30.00"));
      assertThat(march(driver)).isEqualByComparingTo("80");
      assign(driver, Records.TIN_B);
      assertThat(march(driver)).isEqualByComparingTo("30");
    }
  }

  @Test
  @DisplayName("An amendment that pays for other services ahead counts those, in every month")
  void amended() {
    try (FoldDriver driver = started(terms(1, "99213"))) {
      change(driver, null, claim("c1", OTHER, "80.00"));
      Claim other = with(claim("c2", OTHER, "60.00"), line -> line.setHcpcs("99214"));
      change(driver, null, other);
      Claim february = Records.claim("c3", 1, "m1", "2025-02-05", "12.00");
      change(driver, null, Claim.newBuilder(february).setBillingTin(OTHER).build());
      driver.feed(Topics.TERMS, "C1|2", terms(2, "99214"));
      assertThat(march(driver)).isEqualByComparingTo("60");
      assertThat(budget(driver, "CONTRACT", "C1", "2025-02").getCapitationLeakage())
          .isEqualByComparingTo("0");
    }
  }

  @ParameterizedTest(name = "2025 is contract year {0}")
  @CsvSource({"1,", "2,80.00"})
  @DisplayName("A glide path that turns to capitation shows leakage from that contract year on")
  void glidePath(int firstContractYear, BigDecimal leaked) {
    ContractTerms plain = Records.terms(1, "100.000000", null);
    ContractTerms turning =
        ContractTerms.newBuilder(plain)
            .setPerformanceYears(
                List.of(
                    new PerformanceYear(2025, LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1)),
                    new PerformanceYear(2026, LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1))))
            .setBudget(
                List.of(
                    new BudgetLine(2025, "ALL", new BigDecimal("100.000000")),
                    new BudgetLine(2026, "ALL", new BigDecimal("100.000000"))))
            .setSettlement(
                SettlementTerms.newBuilder(plain.getSettlement())
                    .setFirstContractYear(firstContractYear)
                    .setGlidePath(
                        List.of(
                            SettlementStep.newBuilder()
                                .setShape("CAPITATION")
                                .setCapitation(capitation("99213"))
                                .build()))
                    .build())
            .build();
    try (FoldDriver driver = started(turning)) {
      driver.tick(LocalDate.of(2026, 4, 1), true);
      change(driver, null, claim("c1", OTHER, "80.00"));
      Claim later = Records.claim("c2", 1, "m1", "2026-03-05", "25.00");
      change(driver, null, Claim.newBuilder(later).setBillingTin(OTHER).build());
      assertThat(march(driver)).as("shared savings shows none").isEqualTo(leaked);
      assertThat(budget(driver, "CONTRACT", "C1", "2026-03").getCapitationLeakage())
          .isEqualByComparingTo("25");
    }
  }

  @Test
  @DisplayName("L6: a closing freezes the leakage of each month; a later claim counts in the next")
  void closed() {
    LocalDate cut = LocalDate.of(2026, 4, 1);
    ContractTerms limited =
        ContractTerms.newBuilder(terms(1, "99213"))
            .setStopLoss(new StopLossTerms(new BigDecimal("50.00"), new BigDecimal("1.000000")))
            .build();
    try (FoldDriver driver = started(limited)) {
      driver.feed(
          Topics.ENROLLMENT,
          "m1|P1|cov",
          IntakeRecords.change(
              Records.coverage("m1", "2025-01-01", null),
              Records.coverage("m1", "2025-01-01", "2025-06-30")));
      change(driver, null, claim("c1", OTHER, "80.00"));
      driver.tick(cut, false);
      driver.feed(
          ClosingTopics.PERIOD, "C1|2025", PeriodRecords.closing("C1", 2025, 1, cut, "BUDGET"));
      change(driver, null, claim("c2", OTHER, "15.00"));
      driver.tick(cut.plusDays(1), false);
      assertThat(frozenMarch(driver, 1)).isEqualByComparingTo("80");
      assertThat(frozen(driver, 1).getBudget().getCounted())
          .as("half a year of the attachment")
          .isEqualByComparingTo("25");
      driver.feed(
          ClosingTopics.PERIOD,
          "C1|2025",
          PeriodRecords.closing("C1", 2025, 2, cut.plusDays(1), "BUDGET"));
      assertThat(frozenMarch(driver, 1)).isEqualByComparingTo("80");
      assertThat(frozenMarch(driver, 2)).isEqualByComparingTo("95");
    }
  }

  private static FinalBudget frozen(FoldDriver driver, int number) {
    return (FinalBudget)
        driver.current(ClosingTopics.FINAL_BUDGET).get("C1|2025|" + number + "|CONTRACT|C1");
  }

  private static BigDecimal frozenMarch(FoldDriver driver, int number) {
    return frozen(driver, number).getMonths().get(2).getCapitationLeakage();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @DisplayName("L1: claims, corrections and assignments in any order end in the same leakage")
  void lawL1_orderFree(long seed) {
    assertThat(run(new Random(seed))).as("seed " + seed).isEqualTo(run(new Random(seed + 100)));
  }

  private static Map<String, SpecificRecord> run(Random order) {
    List<Consumer<FoldDriver>> changes = new ArrayList<>();
    changes.add(driver -> assign(driver, Records.TIN_B));
    for (String tin : List.of(OTHER, Records.TIN_A, Records.TIN_B)) {
      Claim claim = claim("c" + tin, tin, "80.00");
      changes.add(driver -> {
        change(driver, null, claim);
        change(driver, claim, with(claim, line -> line.setPaid(new BigDecimal("81.10"))));
      });
    }
    Collections.shuffle(changes, order);
    try (FoldDriver driver = started(terms(1, "99213"))) {
      changes.forEach(change -> change.accept(driver));
      assertThat(march(driver))
          .as("the stranger and the practice before")
          .isEqualByComparingTo("162.20");
      return driver.current(Topics.BUDGET);
    }
  }
}
