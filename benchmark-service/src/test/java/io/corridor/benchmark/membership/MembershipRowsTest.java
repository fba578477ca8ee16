package io.corridor.benchmark.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.care.AssignedSpan;
import io.corridor.common.care.Coverage;
import io.corridor.common.care.Enrollment;
import io.corridor.common.facts.MemoryRows;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.time.DateSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MembershipRowsTest {

  private static Enrollment covered(String from, String lastDay) {
    return new Enrollment(
        "P1",
        "r" + from,
        Instant.EPOCH,
        new Enrollment.Covered(
            new Coverage(
                "MEDICARE",
                DateSpan.ofInclusive(LocalDate.parse(from), LocalDate.parse(lastDay)),
                true,
                false,
                false)));
  }

  @Test
  @DisplayName("domain.md 2.3: 2022-01-01..06-15 and 08-10..12-31 cover 11 months under ANY_DAY")
  void workedExample() {
    MemoryRows rows =
        new MemoryRows()
            .add(MembershipRows.facts(covered("2022-01-01", "2022-06-15")))
            .add(MembershipRows.facts(covered("2022-08-10", "2022-12-31")));
    List<DateSpan> spans = spans(rows, "P1", "MEDICARE");
    List<Integer> months =
        IntStream.rangeClosed(1, 12)
            .filter(month ->
                !MemberMonthPolicy.ANY_DAY.of(spans, YearMonth.of(2022, month), null).isZero())
            .boxed()
            .toList();
    assertThat(months).containsExactly(1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12);
  }

  @Test
  void coverageOfAnotherPayerOrLineOfBusinessDoesNotCount() {
    MemoryRows rows =
        new MemoryRows().add(MembershipRows.facts(covered("2022-01-01", "2022-12-31")));
    assertThat(spans(rows, "P1", "MEDICARE")).hasSize(1);
    assertThat(spans(rows, "P2", "MEDICARE")).isEmpty();
    assertThat(spans(rows, "P1", "MEDICAID")).isEmpty();
  }

  private static List<DateSpan> spans(MemoryRows rows, String payer, String lineOfBusiness) {
    return MembershipRows.covered(rows, payer, lineOfBusiness).stream()
        .map(MembershipRows.Covered::span)
        .toList();
  }

  @Test
  void assignmentReadsBackAsWritten() {
    List<AssignedSpan> spans =
        List.of(
            new AssignedSpan(
                new DateSpan(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 3, 1)),
                new Tin("111111111"),
                new Npi("1234567890")),
            new AssignedSpan(
                new DateSpan(LocalDate.of(2022, 5, 1), null), new Tin("222222222"), null));
    MemoryRows rows =
        new MemoryRows().hold(MembershipRows.assignment("C1"), MembershipRows.toPayload(spans));
    assertThat(MembershipRows.assigned(rows, new ContractId("C1"))).isEqualTo(spans);
    assertThat(MembershipRows.assigned(rows, new ContractId("C2"))).isEmpty();
  }
}
