package io.corridor.benchmark.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.AssignmentRecords;
import io.corridor.common.fixture.IntakeRecords;
import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.Affiliation;
import io.corridor.schemas.Budget;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimType;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.CostTerms;
import io.corridor.schemas.DrugIndex;
import io.corridor.schemas.DrugPriceControlTerms;
import io.corridor.schemas.DrugPriceTerms;
import io.corridor.schemas.MemberMonth;
import io.corridor.schemas.PhaseInWeight;
import io.corridor.schemas.RecordStatus;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scope by year, drug prices and levels of reporting through the topology. */
@NullUnmarked
class ScopeTopologyTest {

  private static final LocalDate APRIL = LocalDate.of(2025, 4, 1);

  private static ContractTerms terms(String contract, CostTerms cost) {
    return ContractTerms.newBuilder(Records.terms(1, "100.000000", null))
        .setContract(contract)
        .setCost(cost)
        .build();
  }

  private static void member(FoldDriver driver, String member, String contract, String tin) {
    driver.feed(
        Topics.ENROLLMENT,
        member + "|P1|cov",
        IntakeRecords.change(null, Records.coverage(member, "2025-01-01", null)));
    driver.feed(
        Topics.ASSIGNMENT,
        member + "|" + contract,
        AssignmentRecords.assignment(
            member,
            contract,
            AssignmentRecords.byVisits(
                LocalDate.of(2025, 1, 1), null, tin, member.equals("m1") ? "1000000001" : null)));
  }

  private static void claim(FoldDriver driver, Claim claim) {
    driver.feed(
        Topics.CLAIM,
        claim.getMember() + "|P1|" + claim.getClaimId(),
        IntakeRecords.change(null, claim));
  }

  private static Claim drug(String id, String ndc, String units, String paid) {
    LocalDate day = LocalDate.of(2025, 3, 5);
    return Claim.newBuilder(Records.claim(id, 1, "m1", day.toString(), paid))
        .setType(ClaimType.PHARMACY)
        .setLines(
            List.of(
                IntakeRecords.line(day, null, paid)
                    .setNdc(ndc)
                    .setUnits(new BigDecimal(units))
                    .build()))
        .build();
  }

  private static Budget budget(FoldDriver driver, String key) {
    return (Budget) driver.current(Topics.BUDGET).get(key);
  }

  @ParameterizedTest
  @CsvSource({"EXCLUDE, 0.00, 670.00", "REPRICE, 660.00, 10.00", "INDEX, 609.09, 60.91"})
  @DisplayName("domain.md 2.6: 100 units at 2.50 and 40 at 9 count 600 at base prices 2 and 10")
  void drugPrices(String mode, String inScope, String effect) {
    DrugPriceControlTerms control =
        DrugPriceControlTerms.newBuilder()
            .setMode(mode)
            .setPrices(
                List.of(
                    new DrugPriceTerms("111111111", new BigDecimal("2.000000")),
                    new DrugPriceTerms("222222222", new BigDecimal("10.000000"))))
            .setIndex(List.of(new DrugIndex("2025-03", new BigDecimal("1.100000"))))
            .build();
    try (FoldDriver driver = new FoldDriver(new BenchmarkStage())) {
      driver.feed(
          Topics.TERMS, "C1|1", terms("C1", CostTerms.newBuilder().setDrugPrices(control).build()));
      member(driver, "m1", "C1", Records.TIN_A);
      driver.tick(APRIL, true);
      claim(driver, drug("a", "11111111101", "100.000000", "250.00"));
      claim(driver, drug("b", "22222222202", "40.000000", "360.00"));
      claim(driver, drug("c", "33333333303", "5.000000", "60.00"));
      Budget march = budget(driver, "C1|CONTRACT|C1|2025-03");
      assertThat(march.getPaid()).as("what was paid stands").isEqualByComparingTo("670");
      assertThat(march.getInScope()).isEqualByComparingTo(inScope);
      assertThat(march.getDrugPriceEffect()).isEqualByComparingTo(effect);
      MemberMonth month = (MemberMonth) driver.current(Topics.MEMBER_MONTH).get("m1|C1|2025-03");
      assertThat(month.getInScope()).isEqualByComparingTo(inScope);
    }
  }

  @Test
  @DisplayName("domain.md 2.7: a category is phased in by the performance year")
  void phaseIn() {
    CostTerms cost =
        CostTerms.newBuilder()
            .setPhaseIn(
                List.of(new PhaseInWeight(2025, "PROF_PRIMARY", new BigDecimal("0.250000"))))
            .build();
    try (FoldDriver driver = new FoldDriver(new BenchmarkStage())) {
      driver.feed(Topics.TERMS, "C1|1", terms("C1", cost));
      member(driver, "m1", "C1", Records.TIN_A);
      driver.tick(APRIL, true);
      claim(driver, Records.claim("c1", 1, "m1", "2025-03-05", "100.00"));
      assertThat(budget(driver, "C1|CONTRACT|C1|2025-03").getInScope()).isEqualByComparingTo("25");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @DisplayName(
      "One report for a whole organisation equals the sum of its parts (L3), whatever the order (L1)")
  void organisationIsTheSumOfItsParts(long seed) {
    Map<String, SpecificRecord> rows = run(new Random(seed));
    assertThat(run(new Random(seed + 100))).as("seed " + seed).isEqualTo(rows);
    for (String period : List.of("2025-02", "2025-03", "2025")) {
      for (Function<Budget, BigDecimal> figure :
          List.<Function<Budget, BigDecimal>>of(
              Budget::getPaid,
              Budget::getCounted,
              Budget::getBudget,
              Budget::getVariance,
              Budget::getMemberMonths)) {
        BigDecimal contracts =
            of(rows, "C1|CONTRACT|C1|" + period, figure)
                .add(of(rows, "C2|CONTRACT|C2|" + period, figure));
        assertThat(of(rows, "ORG|ORGANISATION|ORG|" + period, figure))
            .isEqualByComparingTo(contracts);
        assertThat(of(rows, "P1|PAYER|P1|" + period, figure)).isEqualByComparingTo(contracts);
        BigDecimal clinicians =
            rows.values().stream()
                .map(Budget.class::cast)
                .filter(row -> row.getLevel().equals("NPI") && row.getPeriod().equals(period))
                .map(figure)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(clinicians).isEqualByComparingTo(contracts);
        for (String level : List.of("TIN", "SITE")) {
          BigDecimal parts =
              rows.values().stream()
                  .map(Budget.class::cast)
                  .filter(row -> row.getLevel().equals(level) && row.getPeriod().equals(period))
                  .map(figure)
                  .reduce(BigDecimal.ZERO, BigDecimal::add);
          assertThat(parts).as(level).isEqualByComparingTo(contracts);
        }
      }
    }
    assertThat(((Budget) rows.get("ORG|ORGANISATION|ORG|2025-03")).getMembers()).isEqualTo(3);
    assertThat(of(rows, "C1|SITE|" + Records.TIN_A + "/NORTH|2025-03", Budget::getPaid))
        .as("m1, whose clinician works there")
        .isEqualByComparingTo("100.10");
    assertThat(of(rows, "C1|SITE|" + Records.TIN_A + "/-|2025-02", Budget::getPaid))
        .as("before the clinician came to the site")
        .isEqualByComparingTo("33.33");
  }

  private static BigDecimal of(
      Map<String, SpecificRecord> rows, String key, Function<Budget, BigDecimal> figure) {
    assertThat(rows).containsKey(key);
    return figure.apply((Budget) rows.get(key));
  }

  private static Map<String, SpecificRecord> run(Random order) {
    CostTerms cost =
        CostTerms.newBuilder()
            .setLevels(List.of("NPI", "SITE", "PAYER", "ORGANISATION"))
            .setOrganisation("ORG")
            .build();
    List<Consumer<FoldDriver>> changes = new ArrayList<>();
    changes.add(driver -> driver.feed(Topics.TERMS, "C1|1", terms("C1", cost)));
    changes.add(driver -> driver.feed(Topics.TERMS, "C2|1", terms("C2", cost)));
    changes.add(driver -> member(driver, "m1", "C1", Records.TIN_A));
    changes.add(driver -> member(driver, "m2", "C1", Records.TIN_B));
    changes.add(driver -> member(driver, "m3", "C2", Records.TIN_A));
    for (String member : List.of("m1", "m2", "m3")) {
      changes.add(
          driver -> claim(driver, Records.claim("c" + member, 1, member, "2025-03-05", "100.10")));
      changes.add(
          driver -> claim(driver, Records.claim("d" + member, 1, member, "2025-02-05", "33.33")));
    }
    changes.add(driver -> driver.tick(LocalDate.of(2025, 2, 1), false));
    changes.add(driver ->
        driver.feed(
            Topics.AFFILIATION,
            "1000000001|" + Records.TIN_A + "|2025-03-01",
            Affiliation.newBuilder()
                .setNpi("1000000001")
                .setTin(Records.TIN_A)
                .setSite("NORTH")
                .setFrom(LocalDate.of(2025, 3, 1))
                .setAccepting(true)
                .setVersion(1)
                .setStatus(RecordStatus.ACTIVE)
                .setReceivedAt(Instant.EPOCH)
                .build()));
    Collections.shuffle(changes, order);
    try (FoldDriver driver = new FoldDriver(new BenchmarkStage())) {
      changes.forEach(change -> change.accept(driver));
      driver.tick(APRIL, false);
      return driver.current(Topics.BUDGET);
    }
  }
}
