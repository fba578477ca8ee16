package io.corridor.notification.alert;

import io.corridor.common.care.AssignedSpan;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.time.DateSpan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is accountable for the member under one contract, as attribution published it. Kept in the
 * row {@code assign|contract}.
 *
 * @param contract contract
 * @param payer payer of the contract
 * @param spans months of each practice, ascending
 */
public record Assigned(ContractId contract, String payer, List<AssignedSpan> spans) {

  /** First part of the row. */
  public static final String ROW = "assign|";

  private static final byte LAYOUT = 1;
  private static final long OPEN = Long.MIN_VALUE;

  /** Keeps its own copy of the spans. */
  public Assigned {
    spans = List.copyOf(spans);
  }

  /** Key of its row. */
  public String row() {
    return ROW + contract;
  }

  /** Layout: version, contract, payer, number of spans, spans. */
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(LAYOUT);
      out.writeUTF(contract.value());
      out.writeUTF(payer);
      out.writeInt(spans.size());
      for (AssignedSpan span : spans) {
        LocalDate until = span.span().until();
        Npi npi = span.npi();
        out.writeLong(span.span().from().toEpochDay());
        out.writeLong(until == null ? OPEN : until.toEpochDay());
        out.writeUTF(span.tin().value());
        out.writeUTF(npi == null ? "" : npi.value());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a stored assignment.
   *
   * @throws IllegalStateException if the layout is unknown
   */
  public static Assigned fromBytes(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int layout = in.readByte();
      if (layout != LAYOUT) {
        throw new IllegalStateException("assignment layout " + layout + " is not known");
      }
      ContractId contract = new ContractId(in.readUTF());
      String payer = in.readUTF();
      int count = in.readInt();
      List<AssignedSpan> spans = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        LocalDate from = LocalDate.ofEpochDay(in.readLong());
        long until = in.readLong();
        Tin tin = new Tin(in.readUTF());
        spans.add(
            new AssignedSpan(
                new DateSpan(from, until == OPEN ? null : LocalDate.ofEpochDay(until)),
                tin,
                npi(in.readUTF())));
      }
      return new Assigned(contract, payer, spans);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static @Nullable Npi npi(String text) {
    return text.isEmpty() ? null : new Npi(text);
  }
}
