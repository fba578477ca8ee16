package io.corridor.common.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.id.ContractId;
import io.corridor.common.money.Rate;
import io.corridor.common.time.DateSpan;
import io.corridor.common.time.Months;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Versions of contracts, and the months that are evaluated under them. */
class ContractsTest {

  private static final ContractId ID = new ContractId("C1");

  private static Contract version(
      ContractId id, String payer, int version, String from, String... years) {
    return new Contract(
        id,
        version,
        payer,
        "MEDICARE",
        "A1",
        LocalDate.parse(from),
        Arrays.stream(years).map(ContractsTest::year).toList(),
        Participation.of(List.of()),
        new Contract.Attribution(
            List.of(Contract.Method.PCP_SELECTION), 12, List.of(), true, true, false, false),
        true,
        Map.of(),
        null,
        List.of(),
        null,
        new Contract.Settlement(false, Rate.ONE, null, null, null, null),
        50,
        new Contract.FollowUp(false, 14, ZoneOffset.UTC));
  }

  private static Contract version(int version, String from, String... years) {
    return version(ID, "P1", version, from, years);
  }

  /** From and until, with a slash between. */
  private static Contract.PerformanceYear year(String text) {
    int slash = text.indexOf('/');
    LocalDate from = LocalDate.parse(text.substring(0, slash));
    return new Contract.PerformanceYear(
        from.getYear(), new DateSpan(from, LocalDate.parse(text.substring(slash + 1))));
  }

  private static List<YearMonth> months(String first, String last) {
    return Months.between(YearMonth.parse(first), YearMonth.parse(last));
  }

  @ParameterizedTest(name = "on {0}: {1} months")
  @DisplayName("a month is evaluated from its first day on, within the performance years")
  @CsvSource({
    "1999-01-01, 0",
    "2024-12-31, 0",
    "2025-01-01, 1",
    "2025-01-31, 1",
    "2025-02-01, 2",
    "2025-12-31, 12",
    "2026-01-01, 12", // A gap of half a year between the two performance years.
    "2026-06-30, 12",
    "2026-07-01, 13",
    "2027-06-30, 24",
    "2027-07-01, 24",
    "2090-01-01, 24"
  })
  void boundaries(LocalDate businessDate, int count) {
    Contracts contracts =
        Contracts.of(
            List.of(version(1, "2020-01-01", "2025-01-01/2026-01-01", "2026-07-01/2027-07-01")));
    List<YearMonth> first = months("2025-01", "2025-12");
    List<YearMonth> all =
        java.util.stream.Stream.concat(first.stream(), months("2026-07", "2027-06").stream())
            .toList();
    assertThat(contracts.months(ID, businessDate)).isEqualTo(all.subList(0, count));
  }

  @Test
  @DisplayName("the answer does not depend on what was asked before")
  void orderOfQuestions() {
    Contracts contracts = Contracts.of(List.of(version(1, "2020-01-01", "2025-01-01/2026-01-01")));
    LocalDate late = LocalDate.parse("2025-09-09");
    LocalDate early = LocalDate.parse("2025-03-03");
    List<YearMonth> before = contracts.months(ID, late);
    assertThat(contracts.months(ID, early)).isEqualTo(months("2025-01", "2025-03"));
    assertThat(contracts.months(ID, late))
        .isEqualTo(before)
        .isEqualTo(months("2025-01", "2025-09"));
  }

  @Test
  @DisplayName("a month counts under the terms that hold on its first day")
  void versions() {
    Contract old = version(1, "2025-01-01", "2025-01-01/2026-01-01");
    Contract shortened = version(2, "2025-04-15", "2025-01-01/2025-10-01");
    Contracts contracts = Contracts.of(List.of(shortened, old));
    assertThat(contracts.in(ID, YearMonth.parse("2025-04"))).contains(old);
    assertThat(contracts.in(ID, YearMonth.parse("2025-05"))).contains(shortened);
    assertThat(contracts.in(ID, YearMonth.parse("2024-12"))).isEmpty();
    assertThat(contracts.months(ID, LocalDate.parse("2026-01-01")))
        .isEqualTo(months("2025-01", "2025-09"));
  }

  @Test
  @DisplayName("months before the first version holds are not evaluated, nor is a year begun late")
  void firstMonths() {
    LocalDate end = LocalDate.parse("2026-01-01");
    assertThat(
            Contracts.of(List.of(version(1, "2025-03-02", "2025-01-01/2026-01-01")))
                .months(ID, end))
        .isEqualTo(months("2025-04", "2025-12"));
    assertThat(
            Contracts.of(List.of(version(1, "2020-01-01", "2025-01-15/2025-12-15")))
                .months(ID, end))
        .isEqualTo(months("2025-02", "2025-12"));
  }

  @Test
  @DisplayName("a contract that is not known has no months and no terms")
  void unknown() {
    Contracts none = Contracts.of(List.of());
    assertThat(none.months(ID, LocalDate.parse("2025-01-01"))).isEmpty();
    assertThat(none.on(ID, LocalDate.parse("2025-01-01"))).isEmpty();
  }

  @Test
  @DisplayName("contracts are listed by id, and by the payer of their highest version")
  void ids() {
    ContractId other = new ContractId("B1");
    Contracts contracts =
        Contracts.of(
            List.of(
                version(1, "2020-01-01"),
                version(other, "P1", 1, "2020-01-01"),
                version(other, "P2", 2, "2021-01-01")));
    assertThat(contracts.ids()).containsExactly(other, ID);
    assertThat(contracts.ofPayer("P1")).containsExactly(ID);
    assertThat(contracts.ofPayer("P2")).containsExactly(other);
  }

  @Test
  @DisplayName("a performance year without an end is refused")
  void openYear() {
    DateSpan open = new DateSpan(LocalDate.parse("2025-01-01"), null);
    assertThatThrownBy(() -> new Contract.PerformanceYear(2025, open))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
