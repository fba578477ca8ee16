package io.corridor.intake.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.intake.canonical.Lines;
import io.corridor.schemas.ClaimChange;
import io.corridor.schemas.EnrollmentChange;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** L1 through the whole topology: what consumers end up holding does not depend on the order. */
class OrderFreeTest {

  /** What a consumer holds after all changes: final actions and sums of cash. */
  private record Held(
      Map<String, ClaimChange> claims,
      Map<String, BigDecimal> cash,
      Map<String, EnrollmentChange> enrollment) {}

  private record Line(String type, byte[] content) {}

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {20250601, 20250602, 20250603})
  @DisplayName("any permutation and duplication of the lines ends in the same answers")
  void orderFree(long seed, @TempDir Path first, @TempDir Path second) {
    Random random = new Random(seed);
    List<Line> lines = history(random);
    List<Line> disordered = new ArrayList<>(lines);
    for (int i = 0; i < lines.size(); i += 10) {
      disordered.add(lines.get(i));
    }
    Collections.shuffle(disordered, random);

    Held expected = play(lines, first);
    assertThat(expected.claims()).isNotEmpty();
    assertThat(play(disordered, second)).as("seed %d", seed).isEqualTo(expected);
  }

  private static Held play(List<Line> lines, Path state) {
    Held held = new Held(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    try (IntakeDriver intake = new IntakeDriver(state)) {
      for (int i = 0; i < lines.size(); i++) {
        Line line = lines.get(i);
        intake.line(line.type(), line.type(), i + 1, line.content());
      }
      for (IntakeDriver.Out<ClaimChange> out : intake.read(Topics.CLAIM, ClaimChange.class)) {
        held.claims().put(out.key(), new ClaimChange(null, out.body().getAfter(), List.of()));
        out.body()
            .getCash()
            .forEach(cell ->
                held.cash()
                    .merge(
                        out.key() + cell.getPaidMonth() + cell.getServiceMonth(),
                        cell.getPaid(),
                        BigDecimal::add));
      }
      for (IntakeDriver.Out<EnrollmentChange> out :
          intake.read(Topics.ENROLLMENT, EnrollmentChange.class)) {
        held.enrollment().put(out.key(), new EnrollmentChange(null, out.body().getAfter()));
      }
      IntakeDriver.balance(intake.counts());
    }
    held.claims().values().removeIf(change -> change.getAfter() == null);
    held.enrollment().values().removeIf(change -> change.getAfter() == null);
    held.cash().values().removeIf(paid -> paid.signum() == 0);
    return held;
  }

  private static List<Line> history(Random random) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Lines claim =
          Lines.claim()
              .with("claimId", "'C" + random.nextInt(60) + "'")
              .with("version", Integer.toString(1 + random.nextInt(4)))
              .with("member", "'M-" + random.nextInt(3) + "'")
              .with("receivedAt", "'2025-0" + (3 + random.nextInt(5)) + "-01T00:00:00Z'")
              .with("paidOn", "'2025-0" + (3 + random.nextInt(5)) + "-01'")
              .with("lines[0].paid", "'" + random.nextInt(3) * 10 + ".00'")
              .with("lines[0].from", "'2025-0" + (2 + random.nextInt(2)) + "-01'")
              .without("totalPaid");
      if (random.nextInt(5) == 0) {
        claim.with("status", "'REVERSED'").with("lines", "[]");
      }
      lines.add(new Line("claim", claim.bytes()));
    }
    for (int i = 0; i < 100; i++) {
      Lines span =
          Lines.coverage()
              .with("recordId", "'E" + random.nextInt(20) + "'")
              .with("version", Integer.toString(1 + random.nextInt(3)))
              .with("member", "'M-" + random.nextInt(3) + "'")
              .with("coverage.from", "'2025-01-0" + (1 + random.nextInt(3)) + "'")
              .with("status", random.nextInt(4) == 0 ? "'VOIDED'" : "'ACTIVE'");
      lines.add(new Line("enrollment", span.bytes()));
    }
    return lines;
  }
}
