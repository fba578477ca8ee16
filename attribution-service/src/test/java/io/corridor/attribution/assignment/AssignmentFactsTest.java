package io.corridor.attribution.assignment;

import static io.corridor.attribution.assignment.Care.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.attribution.assignment.Care.ClaimOf;
import io.corridor.common.care.Claim;
import io.corridor.common.care.Coverage;
import io.corridor.common.care.PcpSelection.ChosenBy;
import io.corridor.common.facts.Fact;
import io.corridor.common.facts.MemoryRows;
import io.corridor.common.facts.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts of one record alone: they say which clinician, and are taken back exactly. */
class AssignmentFactsTest {

  @ParameterizedTest(name = "specialty {0} is {1}")
  @CsvSource({
    "01, P", "08, P", "11, P", "37, P", "38, P", "50, N", "89, N", "97, N", "06, S", "98, S",
    "'', U",
  })
  void theRowNamesTheKindOfClinician(String specialty, String kind) {
    assertThat(rowsOf(ClaimOf.tin(T1).line("2025-06-05", N1, specialty, "99213", "50.00")))
        .containsExactly("visit|2025-06-05|100000001|1000000001|" + kind + "|2012");
  }

  @Test
  void wellnessAndCareManagementAreClassesOfTheirOwn() {
    assertThat(rowsOf(ClaimOf.tin(T1).line("2025-06-05", N1, FAMILY, "G0439", "50.00")))
        .containsExactly("visit|2025-06-05|100000001|1000000001|P|2012+WELLNESS");
    assertThat(rowsOf(ClaimOf.tin(T1).line("2025-06-05", N1, FAMILY, "99490", "50.00")))
        .containsExactly("visit|2025-06-05|100000001|1000000001|P|2016+CARE_MANAGEMENT");
  }

  @Test
  void otherCliniciansAndLinesWithoutPracticeAreOnlyCounted() {
    assertThat(rowsOf(ClaimOf.tin(T1).line("2025-06-05", N1, "99", "99213", "50.00")))
        .containsExactly("excluded|2025-06|NOT_PRIMARY_CARE");
    assertThat(rowsOf(ClaimOf.tin(null).line("2025-06-05", N1, FAMILY, "99213", "50.00")))
        .containsExactly("excluded|2025-06|NO_PRACTICE");
    assertThat(rowsOf(ClaimOf.tin(null).line("2025-06-05", N1, CARDIOLOGY, "99213", "50.00")))
        .containsExactly("excluded|2025-06|NOT_PRIMARY_CARE");
  }

  @Test
  void aReversedLineRemembersItsClinician() {
    assertThat(
            rowsOf(
                ClaimOf.tin(T3)
                    .status(Claim.Status.REVERSED)
                    .received("2025-07-01")
                    .line("2025-06-05", N5, CARDIOLOGY, "99213", "50.00")))
        .containsExactly(
            "excluded|2025-06|REVERSED", "revoked|2025-06-05|300000003|1000000005|S|2025-07-01");
  }

  @Test
  void theGatesFlagsReadBackAsTheyWereWritten() {
    Coverage everything =
        new Coverage(
            "MEDICARE",
            open("2025-01-01"),
            false,
            true,
            true,
            new Coverage.Entitlement(true, false, true, "59", "another"));
    MemoryRows rows = new MemoryRows();
    rows.add(FACTS.of(covered(everything, "2025-01-01")));
    assertThat(MemberHistory.of(rows).coverage(PAYER, "MEDICARE").getFirst().flags())
        .isEqualTo(new CoverFlags(true, true, true, false, true, true, true));
    CoverFlags none = new CoverFlags(false, false, false, true, false, false, false);
    assertThat(CoverFlags.parse(none.text())).isEqualTo(none);
  }

  private static List<String> rowsOf(ClaimOf claim) {
    return FACTS.of(claim.build()).stream().map(Fact::row).sorted().toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  @DisplayName("what was added in one order and taken back in another leaves nothing")
  void takenBackExactly(long seed) {
    Random random = new Random(seed);
    List<List<Fact>> records = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      records.add(FACTS.of(claim(random).build()));
    }
    records.add(FACTS.of(covered(open("2025-01-01"), "2025-01-01")));
    records.add(FACTS.of(selected(N1, ChosenBy.MEMBER, open("2025-01-01"))));
    records.add(FACTS.of(died("2025-05-05")));
    records.add(
        List.of(DecidedRows.fact(new ManualAdjustment("a", ID, open("2025-01-01"), T1, N1))));
    records.add(
        List.of(DecidedRows.fact(new ManualAdjustment("b", ID, open("2025-01-01"), null, null))));
    records.add(List.of(DecidedRows.fact(new CampaignAlignment(ID, open("2025-01-01"), T1, null))));
    MemoryRows rows = new MemoryRows();
    records.forEach(rows::add);
    assertThat(rows.startingWith("")).hasSizeGreaterThan(20).allMatch(Row::exists);
    Collections.shuffle(records, random);
    records.forEach(rows::subtract);
    assertThat(rows.startingWith("")).isEmpty();
  }

  private static ClaimOf claim(Random random) {
    List<Claim.Status> statuses = List.of(Claim.Status.values());
    return ClaimOf.tin(List.of(T1, T2, T3).get(random.nextInt(3)))
        .status(statuses.get(random.nextInt(statuses.size())))
        .line(
            LocalDate.of(2025, 1, 1).plusDays(random.nextInt(40)).toString(),
            List.of(N1, N2, N3).get(random.nextInt(3)),
            List.of(FAMILY, NURSE, CARDIOLOGY, "99", "").get(random.nextInt(5)),
            List.of("99213", "G0439", "99490", "99354", "80053").get(random.nextInt(5)),
            (10 + random.nextInt(90)) + ".00");
  }
}
