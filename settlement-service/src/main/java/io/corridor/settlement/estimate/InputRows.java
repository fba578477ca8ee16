package io.corridor.settlement.estimate;

import io.corridor.common.facts.Row;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A budget and a score as rows hold them. */
public final class InputRows {

  private static final byte LAYOUT = 1;
  private static final long NO_DAY = Long.MIN_VALUE;

  private InputRows() {}

  /** Layout: version, members, member months, budget and counted cents, day. */
  public static byte[] bytes(RunningBudget budget) {
    return written(out -> {
      out.writeLong(budget.members());
      out.writeUTF(budget.memberMonths().value().toPlainString());
      out.writeLong(budget.budget().cents());
      out.writeLong(budget.counted().cents());
      day(out, budget.completeTo());
    });
  }

  /** Reads a budget row. */
  public static RunningBudget budget(Row row) {
    return read(
        row,
        in ->
            new RunningBudget(
                in.readLong(),
                Rate.of(in.readUTF()),
                Money.ofCents(in.readLong()),
                Money.ofCents(in.readLong()),
                day(in)));
  }

  /** Layout: version, gate, published and exact composite, day. */
  public static byte[] bytes(QualityResult score) {
    return written(out -> {
      out.writeUTF(score.gate().name());
      rate(out, score.published());
      rate(out, score.exact());
      day(out, score.completeTo());
    });
  }

  /** Reads a score row. */
  public static QualityResult score(Row row) {
    return read(
        row,
        in ->
            new QualityResult(
                QualityResult.Gate.valueOf(in.readUTF()), rate(in), rate(in), day(in)));
  }

  /** Writes the content of a row. */
  private interface Writer {
    void to(DataOutputStream out) throws IOException;
  }

  /** Reads the content of a row. */
  private interface Reader<T> {
    T from(DataInputStream in) throws IOException;
  }

  private static byte[] written(Writer writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(LAYOUT);
      writer.to(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static <T> T read(Row row, Reader<T> reader) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(row.payload()))) {
      int layout = in.readByte();
      if (layout != LAYOUT) {
        throw new IllegalStateException("input layout " + layout + " is not known");
      }
      return reader.from(in);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void rate(DataOutputStream out, @Nullable Rate rate) throws IOException {
    out.writeUTF(rate == null ? "" : rate.value().toString());
  }

  private static @Nullable Rate rate(DataInputStream in) throws IOException {
    String text = in.readUTF();
    return text.isEmpty() ? null : Rate.of(text);
  }

  private static void day(DataOutputStream out, @Nullable LocalDate day) throws IOException {
    out.writeLong(day == null ? NO_DAY : day.toEpochDay());
  }

  private static @Nullable LocalDate day(DataInputStream in) throws IOException {
    long day = in.readLong();
    return day == NO_DAY ? null : LocalDate.ofEpochDay(day);
  }
}
