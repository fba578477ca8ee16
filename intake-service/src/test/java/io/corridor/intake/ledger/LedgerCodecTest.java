package io.corridor.intake.ledger;

import static io.corridor.intake.ledger.Versions.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rows written by every released layout stay readable: a fixture of each is kept. */
class LedgerCodecTest {

  private static LedgerCodec.Row row() {
    ClaimLedger ledger = ClaimLedger.EMPTY;
    for (int number = 1; number <= VersionLedger.KEPT + 1; number++) {
      ledger = ledger.add(version(number).paying(number * 100L).build()).next();
    }
    ledger = ledger.add(version(40).withoutPaidMonth().of("m2").build()).next();
    return new LedgerCodec.Row(ledger.add(version(41).reversed().build()).next(), 36);
  }

  private static byte[] fixture(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(LedgerCodecTest.class.getResourceAsStream("/rows/" + name), name)) {
      String hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("\\s", "");
      return HexFormat.of().parseHex(hex);
    }
  }

  @Test
  @DisplayName("layout 1 is read as it was written")
  void layout1() throws IOException {
    assertThat(LedgerCodec.read(fixture("ledger-row-layout-1.hex"))).isEqualTo(row());
  }

  @Test
  @DisplayName("an unknown layout and a row cut short are refused")
  void refused() {
    assertThatThrownBy(() -> LedgerCodec.read(new byte[] {7}))
        .hasMessage("ledger row of unknown layout 7");
    byte[] whole = LedgerCodec.write(row());
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 3);
    assertThatThrownBy(() -> LedgerCodec.read(cut)).hasMessage("ledger row cut short");
  }

  @Test
  @DisplayName("no row is the empty row")
  void none() {
    assertThat(LedgerCodec.read(null)).isEqualTo(LedgerCodec.Row.EMPTY);
  }
}
