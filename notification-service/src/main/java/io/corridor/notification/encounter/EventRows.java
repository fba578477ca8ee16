package io.corridor.notification.encounter;

import io.corridor.common.facts.Fact;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
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
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows of events. {@code event|facility|visit|instant|trigger|message|hash} holds one distinct
 * message, its count how often it came; {@code when|day|facility|visit} finds the encounters of a
 * day, so that a claim or a later admission reads only the encounters near it.
 */
public final class EventRows {

  /** First part of a row that holds a message. */
  public static final String EVENT = "event|";

  /** First part of a row that finds encounters by day. */
  public static final String WHEN = "when|";

  private static final byte LAYOUT = 1;

  private EventRows() {}

  /** What one event says: itself, and on which day its encounter has one. */
  public static List<Fact> of(AdtEvent event) {
    byte[] payload = bytes(event);
    String key =
        EVENT
            + event.encounter().key()
            + '|'
            + RowText.instant(event.eventAt())
            + '|'
            + RowText.escape(event.trigger())
            + '|'
            + RowText.escape(event.messageId())
            + '|'
            + hash(payload);
    return List.of(
        Fact.of(key).withPayload(payload),
        Fact.of(WHEN + event.day() + '|' + event.encounter().key()));
  }

  /** The distinct messages of an encounter in the order of events. */
  public static List<AdtEvent> of(Rows rows, EncounterId encounter) {
    return rows.startingWith(EVENT + encounter.key() + '|').stream()
        .map(row -> event(encounter, row.payload()))
        .sorted(AdtEvent.ORDER)
        .toList();
  }

  /** Encounters with an event on a day from {@code first} to {@code last}, both included. */
  public static NavigableSet<EncounterId> between(Rows rows, LocalDate first, LocalDate last) {
    return ids(rows.between(WHEN + first, WHEN + last.plusDays(1)));
  }

  /** Encounters with an event on or after a day. */
  public static NavigableSet<EncounterId> since(Rows rows, LocalDate first) {
    return ids(rows.between(WHEN + first, WHEN + Character.MAX_VALUE));
  }

  /** All encounters of the subject. */
  public static NavigableSet<EncounterId> all(Rows rows) {
    return ids(rows.startingWith(WHEN));
  }

  private static NavigableSet<EncounterId> ids(List<Row> whens) {
    return whens.stream().map(row -> id(row, 2)).collect(Collectors.toCollection(TreeSet::new));
  }

  private static EncounterId id(Row row, int at) {
    return new EncounterId(RowText.unescape(row.part(at)), RowText.unescape(row.part(at + 1)));
  }

  private static String hash(byte[] payload) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(payload);
      return HexFormat.of().formatHex(Arrays.copyOf(digest, 8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }

  static byte[] bytes(AdtEvent event) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(LAYOUT);
      out.writeUTF(event.payer());
      out.writeUTF(event.messageId());
      out.writeUTF(event.trigger());
      out.writeLong(event.eventAt().toEpochMilli());
      out.writeUTF(event.zone().getId());
      out.writeLong(event.receivedAt().toEpochMilli());
      out.writeByte(event.patientClass().ordinal());
      text(out, event.unit());
      text(out, event.diagnosis());
      text(out, event.disposition());
      out.writeBoolean(event.derived());
      out.writeByte(event.consent().ordinal());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a stored event.
   *
   * @throws IllegalStateException if the layout is unknown
   */
  static AdtEvent event(EncounterId encounter, byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int layout = in.readByte();
      if (layout != LAYOUT) {
        throw new IllegalStateException("event layout " + layout + " is not known");
      }
      String payer = in.readUTF();
      String messageId = in.readUTF();
      String trigger = in.readUTF();
      Instant eventAt = Instant.ofEpochMilli(in.readLong());
      ZoneId zone = ZoneId.of(in.readUTF());
      Instant receivedAt = Instant.ofEpochMilli(in.readLong());
      PatientClass patientClass = PatientClass.values()[in.readByte()];
      return new AdtEvent(
          payer,
          encounter,
          messageId,
          trigger,
          eventAt,
          zone,
          receivedAt,
          patientClass,
          text(in),
          text(in),
          text(in),
          in.readBoolean(),
          Consent.values()[in.readByte()]);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void text(DataOutputStream out, @Nullable String text) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text);
    }
  }

  private static @Nullable String text(DataInputStream in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }
}
