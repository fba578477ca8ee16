package io.corridor.intake.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.intake.canonical.BadLine;
import io.corridor.intake.canonical.Lines;
import io.corridor.schemas.FileCount;
import io.corridor.schemas.Rejection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** L7 and L10 at the door: whatever comes in is accounted for, and nothing of it is repeated. */
class IntakeFuzzTest {

  private static final int LINES = 1_500;
  private static final Map<String, List<Lines>> VALID =
      new TreeMap<>(
          Map.of(
              "claim",
              List.of(Lines.claim(), Lines.claim().with("version", "2")),
              "enrollment",
              List.of(Lines.coverage(), Lines.selection(), Lines.person()),
              "adt",
              List.of(Lines.adt()),
              "outreach",
              List.of(Lines.outreach()),
              "identity",
              List.of(Lines.identity()),
              "attestation",
              List.of(Lines.attestation()),
              "premium",
              List.of(Lines.premium()),
              "affiliation",
              List.of(Lines.affiliation())));

  @Test
  @DisplayName("every named broken line among valid ones is rejected with its code; counts add up")
  void namedCases(@TempDir Path state) {
    try (IntakeDriver intake = new IntakeDriver(state)) {
      Map<String, String> expected = new TreeMap<>();
      long number = 0;
      for (BadLine bad : BadLine.all()) {
        String type = bad.type().text();
        intake.line(type + ".ndjson", type, ++number, bad.line());
        expected.put("feed|" + type + ".ndjson|" + number, bad.code().name());
      }
      intake.line("claim.ndjson", "claim", ++number, Lines.claim().bytes());

      Map<String, String> codes = new TreeMap<>();
      intake.rejections().forEach(out -> codes.put(out.key(), out.body().getCode()));
      assertThat(codes).isEqualTo(expected);
      Map<String, FileCount> counts = intake.counts();
      assertThat(IntakeDriver.balance(counts)).isEqualTo(number);
      assertThat(IntakeDriver.count(counts, "claim.ndjson|LEDGER").getAccepted()).isEqualTo(1);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {20250501, 20250502})
  @DisplayName("mutated lines crash nothing, all are counted, and no rejection repeats content")
  void mutated(long seed, @TempDir Path state) {
    Random random = new Random(seed);
    List<String> types = List.copyOf(VALID.keySet());
    try (IntakeDriver intake = new IntakeDriver(state)) {
      for (int number = 1; number <= LINES; number++) {
        String type = types.get(random.nextInt(types.size()));
        List<Lines> valid = VALID.getOrDefault(type, List.of());
        byte[] line = valid.get(random.nextInt(valid.size())).bytes();
        int mutations = random.nextInt(4);
        for (int i = 0; i < mutations; i++) {
          line = mutate(line, random);
        }
        intake.line(type + ".ndjson", type, number, line);
      }

      Map<String, FileCount> counts = intake.counts();
      assertThat(IntakeDriver.balance(counts)).as("seed %d", seed).isEqualTo(LINES);
      long rejected = 0;
      long duplicate = 0;
      for (IntakeDriver.Out<Rejection> out : intake.rejections()) {
        rejected += out.body().getDuplicate() || out.body().getCode().endsWith("CONFLICT") ? 0 : 1;
        duplicate += out.body().getDuplicate() ? 1 : 0;
        assertThat(out.body().getText()).doesNotContain("M-001", "Muster", "Eva");
        assertThat(out.body().getCode()).matches("[A-Z_]+");
      }
      assertThat(rejected)
          .isEqualTo(counts.values().stream().mapToLong(FileCount::getRejected).sum())
          .isGreaterThan(LINES / 10);
      assertThat(duplicate)
          .isEqualTo(counts.values().stream().mapToLong(FileCount::getDuplicate).sum());
    }
  }

  private static byte[] mutate(byte[] line, Random random) {
    int at = random.nextInt(Math.max(1, line.length));
    return switch (random.nextInt(6)) {
      case 0 -> cut(line, at, Math.min(line.length, at + 1 + random.nextInt(8)));
      case 1 -> cut(line, at, line.length);
      case 2 -> insert(line, at, new byte[] {(byte) random.nextInt(256)});
      case 3 -> insert(line, at, token(random));
      case 4 -> insert(line, at, cut(line, 0, Math.max(0, line.length - 20)));
      default -> {
        byte[] flipped = line.clone();
        if (flipped.length > 0) {
          flipped[at] = (byte) (flipped[at] ^ 1 << random.nextInt(8));
        }
        yield flipped;
      }
    };
  }

  private static byte[] token(Random random) {
    List<String> tokens =
        List.of(
            "null", "-1", "\"\"", "[]", "{}", "9".repeat(50), "1e999", ",", ":", "\"", "\\u0000");
    return tokens.get(random.nextInt(tokens.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] cut(byte[] line, int from, int until) {
    byte[] rest = new byte[line.length - (until - from)];
    System.arraycopy(line, 0, rest, 0, from);
    System.arraycopy(line, until, rest, from, line.length - until);
    return rest;
  }

  private static byte[] insert(byte[] line, int at, byte[] more) {
    byte[] longer = new byte[line.length + more.length];
    System.arraycopy(line, 0, longer, 0, at);
    System.arraycopy(more, 0, longer, at, more.length);
    System.arraycopy(line, at, longer, at + more.length, line.length - at);
    return longer;
  }
}
