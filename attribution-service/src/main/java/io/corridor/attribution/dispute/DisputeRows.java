package io.corridor.attribution.dispute;

import io.corridor.common.facts.Fact;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Actions in disputes as rows of their member: {@code dispute|time|hash of the action}, the action
 * in the payload. An action that came twice counts twice and is still one.
 */
public final class DisputeRows {

  /** Kind of the rows. */
  public static final String KIND = "dispute";

  private static final String PREFIX = KIND + "|";
  private static final byte LAYOUT = 1;
  private static final int HASH_BYTES = 12;

  private DisputeRows() {}

  /** The fact that somebody did something. */
  public static Fact fact(DisputeAction action) {
    byte[] payload = bytes(action);
    String time = "%015d".formatted(action.at().toEpochMilli());
    return Fact.of(PREFIX + time + "|" + hash(payload)).withPayload(payload);
  }

  /** All actions of a member, in the order in which they are taken. */
  public static List<DisputeAction> actions(Rows rows) {
    return rows.startingWith(PREFIX).stream()
        .map(DisputeRows::action)
        .sorted(DisputeAction.IN_TIME)
        .toList();
  }

  /** True for the row of an action. */
  public static boolean isAction(String rowKey) {
    return rowKey.startsWith(PREFIX);
  }

  private static String hash(byte[] payload) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(payload);
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }

  private static byte[] bytes(DisputeAction action) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(LAYOUT);
      out.writeUTF(action.id());
      out.writeUTF(action.dispute());
      out.writeUTF(action.payer());
      out.writeUTF(action.contract().value());
      out.writeUTF(action.kind().name());
      out.writeUTF(action.user());
      out.writeLong(action.at().toEpochMilli());
      out.writeBoolean(action.sound());
      text(out, action.claim().type());
      text(out, action.claim().from());
      text(out, action.claim().through());
      text(out, action.claim().tin());
      text(out, action.claim().npi());
      text(out, action.decided().from());
      text(out, action.decided().lastDay());
      text(out, action.decided().tin());
      text(out, action.decided().npi());
      out.writeInt(action.evidence().size());
      for (String reference : action.evidence()) {
        out.writeUTF(reference);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void text(DataOutputStream out, @Nullable Object value) throws IOException {
    out.writeUTF(value == null ? "" : value.toString());
  }

  private static DisputeAction action(Row row) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(row.payload()))) {
      byte layout = in.readByte();
      if (layout != LAYOUT) {
        throw new IllegalStateException("layout " + layout + " of a dispute row is not known");
      }
      String id = in.readUTF();
      String dispute = in.readUTF();
      String payer = in.readUTF();
      ContractId contract = new ContractId(in.readUTF());
      DisputeAction.Kind kind = DisputeAction.Kind.valueOf(in.readUTF());
      String user = in.readUTF();
      Instant at = Instant.ofEpochMilli(in.readLong());
      boolean sound = in.readBoolean();
      DisputeAction.Claim claim =
          new DisputeAction.Claim(
              read(in, DisputeType::valueOf),
              read(in, YearMonth::parse),
              read(in, YearMonth::parse),
              read(in, Tin::new),
              read(in, Npi::new));
      DisputeAction.Decided decided =
          new DisputeAction.Decided(
              read(in, LocalDate::parse),
              read(in, LocalDate::parse),
              read(in, Tin::new),
              read(in, Npi::new));
      List<String> evidence = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        evidence.add(in.readUTF());
      }
      return new DisputeAction(
          id, dispute, payer, contract, kind, user, at, claim, evidence, decided, sound);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static <T> @Nullable T read(DataInputStream in, Function<String, T> parse)
      throws IOException {
    String text = in.readUTF();
    return text.isEmpty() ? null : parse.apply(text);
  }
}
