package io.corridor.intake.ledger;

import static io.corridor.intake.ledger.Versions.SERVICE;
import static io.corridor.intake.ledger.Versions.version;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClaimLedgerTest {

  private static final YearMonth FEBRUARY = YearMonth.of(2025, 2);
  private static final YearMonth APRIL = YearMonth.of(2025, 4);

  private final List<MemberChange> changes = new ArrayList<>();
  private ClaimLedger ledger = ClaimLedger.EMPTY;

  private Arrival add(RecordVersion version) {
    changes.clear();
    ClaimLedger.Step step = ledger.add(version);
    ledger = step.next();
    changes.addAll(step.changes());
    return step.arrival();
  }

  @Test
  @DisplayName("the first version becomes the final action and books its cash")
  void first() {
    RecordVersion first = version(1).build();

    assertThat(add(first)).isEqualTo(Arrival.NEW);

    assertThat(changes)
        .containsExactly(
            new MemberChange(
                "m1", null, first, List.of(new CashCell("m1", FEBRUARY, SERVICE, 10_000, 12_000))));
  }

  @Test
  @DisplayName("a replacement takes the old cost back in its own month of payment")
  void replacement() {
    RecordVersion first = version(1).build();
    RecordVersion second = version(2).paidIn("2025-04").paying(7_000).build();
    add(first);

    assertThat(add(second)).isEqualTo(Arrival.NEW);

    assertThat(changes)
        .containsExactly(
            new MemberChange(
                "m1", first, second, List.of(new CashCell("m1", APRIL, SERVICE, -3_000, -3_000))));
  }

  @Test
  @DisplayName("a late lower version moves cash between months and leaves the final action alone")
  void lateLowerVersion() {
    RecordVersion second = version(2).paidIn("2025-04").paying(7_000).build();
    add(second);

    assertThat(add(version(1).build())).isEqualTo(Arrival.NEW);

    assertThat(changes)
        .containsExactly(
            new MemberChange(
                "m1",
                second,
                second,
                List.of(
                    new CashCell("m1", FEBRUARY, SERVICE, 10_000, 12_000),
                    new CashCell("m1", APRIL, SERVICE, -10_000, -12_000))));
  }

  @Test
  @DisplayName("a replacement that moves the service month takes back one cell and adds another")
  void movedMonth() {
    add(version(1).build());

    add(version(2).paidIn("2025-04").paying(YearMonth.of(2025, 3), 10_000).build());

    assertThat(changes.getFirst().cash())
        .containsExactly(
            new CashCell("m1", APRIL, SERVICE, -10_000, -12_000),
            new CashCell("m1", APRIL, YearMonth.of(2025, 3), 10_000, 12_000));
  }

  @Test
  @DisplayName("a version that names another member leaves one member and enters the other")
  void movedMember() {
    RecordVersion first = version(1).build();
    RecordVersion second = version(2).of("m2").paidIn("2025-04").build();
    add(first);

    add(second);

    assertThat(changes)
        .containsExactly(
            new MemberChange(
                "m1", first, null, List.of(new CashCell("m1", APRIL, SERVICE, -10_000, -12_000))),
            new MemberChange(
                "m2", null, second, List.of(new CashCell("m2", APRIL, SERVICE, 10_000, 12_000))));
  }

  @Test
  @DisplayName("a reversal becomes the final action and takes the cost back")
  void reversal() {
    RecordVersion first = version(1).build();
    RecordVersion reversal = version(2).reversed().paidIn("2025-04").build();
    add(first);

    add(reversal);

    assertThat(changes)
        .containsExactly(
            new MemberChange(
                "m1",
                first,
                reversal,
                List.of(new CashCell("m1", APRIL, SERVICE, -10_000, -12_000))));
  }

  @Test
  @DisplayName("a reversal before its original waits, then both are known at once")
  void reversalBeforeOriginal() {
    RecordVersion reversal = version(2).reversed().paidIn("2025-04").build();
    assertThat(add(reversal)).isEqualTo(Arrival.NEW);
    assertThat(changes).isEmpty();

    assertThat(add(version(1).build())).isEqualTo(Arrival.NEW);

    assertThat(changes)
        .containsExactly(
            new MemberChange(
                "m1",
                null,
                reversal,
                List.of(
                    new CashCell("m1", FEBRUARY, SERVICE, 10_000, 12_000),
                    new CashCell("m1", APRIL, SERVICE, -10_000, -12_000))));
  }

  @Test
  @DisplayName("a repeated version is a duplicate and changes nothing")
  void duplicate() {
    add(version(1).build());

    assertThat(add(version(1).received("2025-03-01").build())).isEqualTo(Arrival.DUPLICATE);

    assertThat(changes).isEmpty();
  }

  @Test
  @DisplayName("an earlier delivery of a known version gives it its time of receipt")
  void earlierDuplicate() {
    RecordVersion known = version(1).received("2025-03-01").build();
    RecordVersion earlier = version(1).received("2025-02-01").build();
    add(known);

    assertThat(add(earlier)).isEqualTo(Arrival.DUPLICATE);

    assertThat(changes).containsExactly(new MemberChange("m1", known, earlier, List.of()));
  }

  @Test
  @DisplayName("without a day of payment cash is booked in the month of receipt, the earliest one")
  void monthOfReceipt() {
    add(version(1).withoutPaidMonth().received("2025-04-02").build());
    assertThat(changes.getFirst().cash())
        .containsExactly(new CashCell("m1", APRIL, SERVICE, 10_000, 12_000));

    add(version(1).withoutPaidMonth().received("2025-02-02").build());

    assertThat(changes.getFirst().cash())
        .containsExactly(
            new CashCell("m1", FEBRUARY, SERVICE, 10_000, 12_000),
            new CashCell("m1", APRIL, SERVICE, -10_000, -12_000));
  }

  @Test
  @DisplayName("equal versions with other content conflict: the later receipt wins")
  void conflictByReceipt() {
    RecordVersion early = version(1).saying("a").received("2025-02-01").build();
    RecordVersion late = version(1).saying("b").received("2025-02-02").build();
    add(late);

    assertThat(add(early)).isEqualTo(Arrival.CONFLICT);

    assertThat(ledger.versions().finalAction()).contains(late);
  }

  @Test
  @DisplayName("equal versions received together: the greater content hash wins")
  void conflictByHash() {
    RecordVersion one = version(1).saying("a").build();
    RecordVersion other = version(1).saying("b").build();
    RecordVersion greater = one.hash().compareTo(other.hash()) > 0 ? one : other;
    add(one);

    assertThat(add(other)).isEqualTo(Arrival.CONFLICT);

    assertThat(ledger.versions().finalAction()).contains(greater);
  }

  @Test
  @DisplayName("hashes are ordered as unsigned numbers")
  void unsignedHash() {
    assertThat(new ContentHash(-1, 0)).isGreaterThan(new ContentHash(1, 0));
    assertThat(new ContentHash(0, -1)).isGreaterThan(new ContentHash(0, 1));
  }

  @Test
  @DisplayName("beyond 32 versions the oldest is folded into its cash; the sum stays right")
  void folded() {
    List<CashCell> emitted = new ArrayList<>();
    for (int number = 1; number <= 100; number++) {
      add(version(number).paying(number * 100L).build());
      changes.forEach(change -> emitted.addAll(change.cash()));
    }

    assertThat(ledger.versions().versions()).hasSize(VersionLedger.KEPT);
    assertThat(ledger.foldedCash()).hasSize(1);
    assertThat(CashSums.of(emitted).cells())
        .containsExactly(new CashCell("m1", FEBRUARY, SERVICE, 10_000, 12_000))
        .isEqualTo(ledger.cash());
    assertThat(add(version(3).paying(300).build())).isEqualTo(Arrival.DUPLICATE);
    assertThat(add(version(68).paying(6_800).build())).isEqualTo(Arrival.DUPLICATE);
    add(version(101).reversed().build());
    assertThat(ledger.versions().finalAction()).isPresent();
  }

  @Test
  @DisplayName("a voided fact has no current version, in either order")
  void voidedFact() {
    RecordVersion fact = version(1).build();
    RecordVersion withdrawal = version(2).reversed().build();

    FactLedger.Step known = FactLedger.add(VersionLedger.EMPTY, fact);
    FactLedger.Step voided = FactLedger.add(known.next(), withdrawal);
    assertThat(voided.changes()).containsExactly(new MemberChange("m1", fact, null, List.of()));

    FactLedger.Step waiting = FactLedger.add(VersionLedger.EMPTY, withdrawal);
    assertThat(waiting.changes()).isEmpty();
    assertThat(FactLedger.add(waiting.next(), fact).changes()).isEmpty();
  }
}
