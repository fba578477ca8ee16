package io.corridor.intake.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Row layout of the ledger's store. The first byte is the layout's version: older rows stay
 * readable for ever, a test keeps a fixture of each.
 */
public final class LedgerCodec {

  /** Layout 1 had no cash groups: its amounts are neither stays nor drugs. */
  private static final int WITHOUT_GROUPS = 1;

  private static final int LAYOUT = 2;
  private static final int NO_MONTH = Integer.MIN_VALUE;

  /**
   * One row of the store: all that is known of an entity.
   *
   * @param ledger versions and cash
   * @param writes how many changes were written of the entity: the envelope's version
   */
  public record Row(ClaimLedger ledger, long writes) {

    /** An entity nothing is known of. */
    public static final Row EMPTY = new Row(ClaimLedger.EMPTY, 0);
  }

  private LedgerCodec() {}

  /** The bytes of a row. */
  public static byte[] write(Row row) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      VersionLedger versions = row.ledger().versions();
      out.writeByte(LAYOUT);
      out.writeLong(row.writes());
      out.writeBoolean(versions.originalFolded());
      out.writeBoolean(versions.floor() != null);
      if (versions.floor() != null) {
        writeVersion(out, versions.floor());
      }
      out.writeByte(versions.versions().size());
      for (RecordVersion version : versions.versions()) {
        writeVersion(out, version);
      }
      out.writeInt(row.ledger().foldedCash().size());
      for (CashCell cell : row.ledger().foldedCash()) {
        out.writeUTF(cell.member());
        writeMonth(out, cell.paidMonth());
        writeMonth(out, cell.serviceMonth());
        out.writeByte(cell.group().ordinal());
        out.writeLong(cell.paidCents());
        out.writeLong(cell.allowedCents());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * The row of these bytes; the empty row for none.
   *
   * @throws IllegalStateException if the layout is not known to this version of the code
   */
  public static Row read(byte @Nullable [] bytes) {
    if (bytes == null) {
      return Row.EMPTY;
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int layout = in.readByte();
      if (layout != LAYOUT && layout != WITHOUT_GROUPS) {
        throw new IllegalStateException("ledger row of unknown layout " + layout);
      }
      long writes = in.readLong();
      boolean originalFolded = in.readBoolean();
      RecordVersion floor = in.readBoolean() ? readVersion(in, layout) : null;
      int kept = in.readByte();
      List<RecordVersion> versions = new ArrayList<>(kept);
      for (int i = 0; i < kept; i++) {
        versions.add(readVersion(in, layout));
      }
      int cells = in.readInt();
      List<CashCell> cash = new ArrayList<>(cells);
      for (int i = 0; i < cells; i++) {
        cash.add(
            new CashCell(
                in.readUTF(),
                requiredMonth(in),
                requiredMonth(in),
                group(in, layout),
                in.readLong(),
                in.readLong()));
      }
      return new Row(
          new ClaimLedger(
              new VersionLedger(List.copyOf(versions), floor, originalFolded), List.copyOf(cash)),
          writes);
    } catch (IOException broken) {
      throw new IllegalStateException("ledger row cut short", broken);
    }
  }

  private static void writeVersion(DataOutputStream out, RecordVersion version) throws IOException {
    out.writeInt(version.version());
    out.writeLong(version.receivedAt().toEpochMilli());
    out.writeLong(version.hash().high());
    out.writeLong(version.hash().low());
    out.writeUTF(version.member());
    out.writeBoolean(version.withdrawn());
    writeMonth(out, version.paidMonth());
    out.writeShort(version.amounts().size());
    for (ServiceAmount amount : version.amounts()) {
      writeMonth(out, amount.month());
      out.writeByte(amount.group().ordinal());
      out.writeLong(amount.paidCents());
      out.writeLong(amount.allowedCents());
    }
    out.writeInt(version.content().bytes().length);
    out.write(version.content().bytes());
  }

  private static RecordVersion readVersion(DataInputStream in, int layout) throws IOException {
    int version = in.readInt();
    Instant receivedAt = Instant.ofEpochMilli(in.readLong());
    ContentHash hash = new ContentHash(in.readLong(), in.readLong());
    String member = in.readUTF();
    boolean withdrawn = in.readBoolean();
    YearMonth paidMonth = readMonth(in);
    int months = in.readUnsignedShort();
    List<ServiceAmount> amounts = new ArrayList<>(months);
    for (int i = 0; i < months; i++) {
      amounts.add(
          new ServiceAmount(requiredMonth(in), group(in, layout), in.readLong(), in.readLong()));
    }
    byte[] content = new byte[in.readInt()];
    in.readFully(content);
    return new RecordVersion(
        version,
        receivedAt,
        hash,
        member,
        withdrawn,
        paidMonth,
        List.copyOf(amounts),
        content.length == 0 ? Content.NONE : new Content(content));
  }

  private static CashGroup group(DataInputStream in, int layout) throws IOException {
    return layout == WITHOUT_GROUPS ? CashGroup.OTHER_MEDICAL : CashGroup.values()[in.readByte()];
  }

  private static void writeMonth(DataOutputStream out, @Nullable YearMonth month)
      throws IOException {
    out.writeInt(month == null ? NO_MONTH : month.getYear() * 12 + month.getMonthValue() - 1);
  }

  private static @Nullable YearMonth readMonth(DataInputStream in) throws IOException {
    int month = in.readInt();
    return month == NO_MONTH
        ? null
        : YearMonth.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1);
  }

  private static YearMonth requiredMonth(DataInputStream in) throws IOException {
    YearMonth month = readMonth(in);
    if (month == null) {
      throw new IllegalStateException("ledger row without a month");
    }
    return month;
  }
}
