package io.corridor.settlement.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.facts.Row;
import io.corridor.common.money.Money;
import io.corridor.settlement.ledger.Account;
import io.corridor.settlement.ledger.Entry;
import io.corridor.settlement.ledger.Line;
import io.corridor.settlement.statement.ClosingRows.Published;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rows of closings in every layout that they have had. */
class ClosingRowsTest {

  private static final LocalDate CUT = LocalDate.of(2026, 4, 1);
  private static final Instant AT = Instant.parse("2026-04-01T08:00:00Z");

  private static Row row(byte[] payload) {
    return Row.holding("row", payload);
  }

  @Test
  @DisplayName("what is written is read: proposal, reason and receiver among it")
  void roundTrip() {
    Command command =
        new Command("a", Command.Kind.APPROVE, 2025, 1, null, CUT, null, "5f0c", "bob", AT);
    assertThat(ClosingRows.command(row(ClosingRows.bytes(command)))).isEqualTo(command);
    List<Line> lines =
        List.of(
            new Line(Account.PAYMENTS, Money.of("5")),
            new Line(Account.DUE, "111111111", Money.of("-5")));
    Entry entry =
        new Entry("2025-F1-2", Entry.Kind.PAYMENT, 2025, 2025, null, "PRACTICE_TARGET", lines);
    Published statement = new Published("a", "5f0c", CUT, List.of(entry));
    assertThat(ClosingRows.statement(row(ClosingRows.bytes(statement)))).isEqualTo(statement);
  }

  @Test
  @DisplayName("rows of the first layout name no proposal, no reason and no receiver")
  void firstLayout() throws IOException {
    ByteArrayOutputStream command = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(command)) {
      out.writeByte(1);
      for (String text : List.of("a", "APPROVE")) {
        out.writeUTF(text);
      }
      out.writeInt(2025);
      for (String text : List.of("1", "", "2026-04-01", "", "bob")) {
        out.writeUTF(text);
      }
      out.writeLong(AT.toEpochMilli());
    }
    assertThat(ClosingRows.command(row(command.toByteArray())))
        .isEqualTo(
            new Command("a", Command.Kind.APPROVE, 2025, 1, null, CUT, null, null, "bob", AT));
    ByteArrayOutputStream statement = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(statement)) {
      out.writeByte(1);
      out.writeUTF("a");
      out.writeUTF("2026-04-01");
      out.writeInt(1);
      out.writeUTF("2025-F1-1");
      out.writeUTF("SETTLEMENT");
      out.writeInt(2025);
      out.writeInt(2025);
      out.writeUTF("");
      out.writeInt(2);
      out.writeUTF("RESULT");
      out.writeLong(500);
      out.writeUTF("DUE");
      out.writeLong(-500);
    }
    Entry entry =
        new Entry(
            "2025-F1-1",
            Entry.Kind.SETTLEMENT,
            2025,
            2025,
            null,
            null,
            List.of(
                new Line(Account.RESULT, Money.of("5")), new Line(Account.DUE, Money.of("-5"))));
    assertThat(ClosingRows.statement(row(statement.toByteArray())))
        .isEqualTo(new Published("a", null, CUT, List.of(entry)));
  }
}
