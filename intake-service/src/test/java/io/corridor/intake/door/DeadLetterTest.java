package io.corridor.intake.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.streams.Failures;
import io.corridor.intake.canonical.Lines;
import io.corridor.schemas.ClaimChange;
import io.corridor.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterTest {

  private static final byte[] UNKNOWN_LAYOUT = {99, 1, 2, 3};

  @Test
  @DisplayName(
      "a record that fails three times goes to the dead letters, unchanged; the rest goes on")
  void givenUp(@TempDir Path state) {
    Failures failures = new Failures();
    for (int attempt = 1; attempt <= Failures.ATTEMPTS; attempt++) {
      // Each driver is a restart of the task: it meets the same record at the same offset.
      try (IntakeDriver intake = new IntakeDriver(state, failures)) {
        assertThatThrownBy(() ->
                intake.bytes(
                    IntakeTopology.LEDGER, "C1|ACME|claim", UNKNOWN_LAYOUT, IntakeDriver.NOW))
            .hasStackTraceContaining("ledger entry of unknown layout 99");
      }
    }
    try (IntakeDriver intake = new IntakeDriver(state, failures)) {
      intake.bytes(IntakeTopology.LEDGER, "C1|ACME|claim", UNKNOWN_LAYOUT, IntakeDriver.NOW);
      intake.line("claim.ndjson", "claim", 1, Lines.claim().bytes());

      List<TestRecord<String, byte[]>> letters =
          intake.raw(Topics.deadLetter(IntakeTopology.SERVICE));
      assertThat(letters).hasSize(1);
      assertThat(letters.getFirst().key()).isEqualTo("C1|ACME|claim");
      assertThat(letters.getFirst().value()).isEqualTo(UNKNOWN_LAYOUT);
      Header topic = letters.getFirst().headers().lastHeader("corridor.topic");
      assertThat(new String(topic.value(), StandardCharsets.UTF_8)).isEqualTo("intake.ledger.v1");
      assertThat(intake.read(Topics.CLAIM, ClaimChange.class)).hasSize(1);
    }
  }
}
