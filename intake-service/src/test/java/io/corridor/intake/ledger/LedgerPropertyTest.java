package io.corridor.intake.ledger;

import static io.corridor.intake.ledger.Versions.version;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** L1 on the ledger: order and number of deliveries decide nothing. The seeds are fixed. */
class LedgerPropertyTest {

  private static final int ROUNDS = 400;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {20250101, 20250102, 20250103})
  @DisplayName("any permutation and duplication ends in the same final action and the same cash")
  void orderFree(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      List<RecordVersion> history = history(random);
      End expected = play(history);
      for (int again = 0; again < 5; again++) {
        assertThat(play(disordered(history, random)))
            .as("seed %d, round %d", seed, round)
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {20250201, 20250202})
  @DisplayName("the changes of a member chain: what one leaves is what the next finds")
  void chained(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      ClaimLedger ledger = ClaimLedger.EMPTY;
      Map<String, RecordVersion> held = new HashMap<>();
      for (RecordVersion version : disordered(history(random), random)) {
        ClaimLedger.Step step = ledger.add(version);
        for (MemberChange change : step.changes()) {
          assertThat(change.before()).isEqualTo(held.get(change.member()));
          held.put(change.member(), change.after());
        }
        ledger = step.next();
      }
      held.values().removeIf(version -> version == null);
      Optional<RecordVersion> last = ledger.versions().finalAction();
      assertThat(held.values()).as("seed %d", seed).hasSize(last.isPresent() ? 1 : 0);
      last.ifPresent(version -> assertThat(held).containsEntry(version.member(), version));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {20250301})
  @DisplayName("cash over all months of payment is the cost of the final action")
  void cashTelescopes(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      End end = play(disordered(history(random), random));
      long cash = end.cash().stream().mapToLong(CashCell::paidCents).sum();
      long cost =
          end.finalAction().stream()
              .flatMap(version -> version.amounts().stream())
              .mapToLong(ServiceAmount::paidCents)
              .sum();
      assertThat(cash).as("seed %d", seed).isEqualTo(cost);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {20250401})
  @DisplayName("a row read back is the row that was written")
  void rows(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      ClaimLedger ledger = ClaimLedger.EMPTY;
      int versions = random.nextInt(45);
      for (int i = 0; i < versions; i++) {
        ledger = ledger.add(any(random, 60)).next();
      }
      LedgerCodec.Row row = new LedgerCodec.Row(ledger, random.nextLong());
      assertThat(LedgerCodec.read(LedgerCodec.write(row))).isEqualTo(row);
    }
  }

  private record End(Optional<RecordVersion> finalAction, List<CashCell> cash) {}

  private static End play(List<RecordVersion> deliveries) {
    ClaimLedger ledger = ClaimLedger.EMPTY;
    CashSums emitted = new CashSums();
    for (RecordVersion version : deliveries) {
      ClaimLedger.Step step = ledger.add(version);
      step.changes().forEach(change -> change.cash().forEach(emitted::add));
      ledger = step.next();
    }
    assertThat(emitted.cells()).isEqualTo(ledger.cash());
    return new End(ledger.versions().finalAction(), emitted.cells());
  }

  private static List<RecordVersion> history(Random random) {
    int length = 1 + random.nextInt(6);
    List<RecordVersion> history = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      RecordVersion version = any(random, 4);
      history.add(version);
      if (random.nextInt(4) == 0) {
        history.add(version.received(version.receivedAt().plusSeconds(3600 * random.nextInt(900))));
      }
    }
    return history;
  }

  private static RecordVersion any(Random random, int numbers) {
    Versions.Builder builder =
        version(1 + random.nextInt(numbers))
            .of("m" + (1 + random.nextInt(2)))
            .received("2025-0%d-0%d".formatted(2 + random.nextInt(6), 1 + random.nextInt(3)))
            .paidIn("2025-0%d".formatted(2 + random.nextInt(6)))
            .paying(YearMonth.of(2025, 1 + random.nextInt(2)), random.nextInt(5) * 1_000L - 1_000)
            .saying("v" + random.nextInt(2));
    if (random.nextInt(4) == 0) {
      builder.withoutPaidMonth();
    }
    if (random.nextInt(5) == 0) {
      builder.reversed();
    }
    return builder.build();
  }

  private static List<RecordVersion> disordered(List<RecordVersion> history, Random random) {
    List<RecordVersion> deliveries = new ArrayList<>(history);
    for (RecordVersion version : history) {
      if (random.nextInt(2) == 0) {
        deliveries.add(version);
      }
    }
    Collections.shuffle(deliveries, random);
    return deliveries;
  }
}
