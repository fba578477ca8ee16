package io.corridor.settlement.statement;

import io.corridor.common.facts.Row;
import io.corridor.common.money.Money;
import io.corridor.settlement.engine.Level;
import io.corridor.settlement.ledger.Account;
import io.corridor.settlement.ledger.Entry;
import io.corridor.settlement.ledger.Line;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a contract's closings: commands {@code command|year|id}, the frozen assignments {@code
 * final-roster|year|number}, frozen figures of a level {@code final-budget|year|number|level|id},
 * {@code final-month|year|number|level|id|month} and {@code final-score|year|number|level|id}, and
 * published statements {@code statement|year|id} with the fees they paid {@code fees|year|id}. Each
 * stands for one record that never changes, a month and fees for a part of one. Patients that a
 * closed month gained or lost since are sums: {@code moved|year|closing|month|practice}.
 */
public final class ClosingRows {

  /** First part of a command's row. */
  public static final String COMMAND = "command|";

  /** First part of the row that says that a closing's assignments are frozen. */
  public static final String ROSTER = "final-roster|";

  /** First part of a frozen budget's row. */
  public static final String BUDGET = "final-budget|";

  /** First part of the row of a month of a frozen budget. */
  public static final String MONTH = "final-month|";

  /** First part of a frozen score's row. */
  public static final String SCORE = "final-score|";

  /** First part of a statement's row. */
  public static final String STATEMENT = "statement|";

  /** First part of the row of the fees that a statement paid. */
  public static final String FEES = "fees|";

  /** First part of the row of patients that a closed month gained or lost since. */
  public static final String MOVED = "moved|";

  /** In the place of a practice: the contract as a whole. */
  public static final String ANYBODY = "*";

  private static final byte LAYOUT = 1;

  /**
   * Commands and statements: from this layout on they name a proposal, entries have reasons and
   * lines have receivers.
   */
  private static final byte SECOND = 2;

  private ClosingRows() {}

  /**
   * What is kept of a published statement.
   *
   * @param lastCommand last command that it knew; null for an interim statement
   * @param proposal the proposal that was approved; null where none had to be
   * @param cutDate business date of its inputs
   * @param entries what it posts
   */
  public record Published(
      @Nullable String lastCommand,
      @Nullable String proposal,
      LocalDate cutDate,
      List<Entry> entries) {}

  /** Performance year of a row. */
  public static int year(Row row) {
    return Integer.parseInt(row.part(1));
  }

  /** Layout: version, then the fields in the order of {@link Command}. */
  public static byte[] bytes(Command command) {
    return written(
        SECOND,
        out -> {
          out.writeUTF(command.id());
          out.writeUTF(command.kind().name());
          out.writeInt(command.year());
          text(out, command.number());
          text(out, command.runOut());
          out.writeUTF(command.businessDate().toString());
          text(out, command.rejectedRecords());
          text(out, command.proposal());
          out.writeUTF(command.user());
          out.writeLong(command.at().toEpochMilli());
        });
  }

  /** Reads a command's row. */
  public static Command command(Row row) {
    return read(
        row,
        SECOND,
        (in, layout) ->
            new Command(
                in.readUTF(),
                Command.Kind.valueOf(in.readUTF()),
                in.readInt(),
                text(in, Integer::valueOf),
                text(in, LocalDate::parse),
                LocalDate.parse(in.readUTF()),
                text(in, Long::valueOf),
                layout < SECOND ? null : text(in, Function.identity()),
                in.readUTF(),
                Instant.ofEpochMilli(in.readLong())));
  }

  /**
   * Layout: version, source, business date, instant, levels, length and bytes of the figure.
   *
   * @param frozen the figure in a layout of its own
   */
  public static byte[] bytes(Frozen<byte[]> frozen) {
    return written(out -> {
      out.writeUTF(frozen.source());
      out.writeUTF(frozen.cutDate().toString());
      out.writeLong(frozen.knownAt().toEpochMilli());
      text(out, frozen.levels());
      byte[] figure = frozen.figure();
      out.writeInt(figure == null ? -1 : figure.length);
      if (figure != null) {
        out.write(figure);
      }
    });
  }

  /**
   * Reads a frozen figure.
   *
   * @param reader reads the figure from a row that holds it alone
   */
  public static <T> Frozen<T> frozen(Row row, Function<Row, T> reader) {
    return read(
        row,
        in -> {
          String source = in.readUTF();
          LocalDate cutDate = LocalDate.parse(in.readUTF());
          Instant knownAt = Instant.ofEpochMilli(in.readLong());
          Integer levels = text(in, Integer::valueOf);
          int length = in.readInt();
          T figure =
              length < 0 ? null : reader.apply(Row.holding(row.key(), in.readNBytes(length)));
          return new Frozen<>(source, cutDate, knownAt, levels, figure);
        });
  }

  /** Row of patients that a month gained or lost since a closing froze it. */
  public static String moved(int year, int closing, YearMonth month, String practice) {
    return MOVED + String.join("|", "" + year, "" + closing, month.toString(), practice);
  }

  /** Layout: version, number of payees, each with level, id, balance and months. */
  public static byte[] bytes(List<PaidFees> payees) {
    return written(out -> {
      out.writeInt(payees.size());
      for (PaidFees payee : payees) {
        out.writeUTF(payee.level().name());
        out.writeUTF(payee.id());
        out.writeLong(payee.balance().cents());
        out.writeInt(payee.months().size());
        for (Map.Entry<YearMonth, Money> month : payee.months().entrySet()) {
          out.writeUTF(month.getKey().toString());
          out.writeLong(month.getValue().cents());
        }
      }
    });
  }

  /** Reads the fees that a statement paid. */
  public static List<PaidFees> fees(Row row) {
    return read(
        row,
        in -> {
          List<PaidFees> payees = new ArrayList<>();
          for (int left = in.readInt(); left > 0; left--) {
            Level level = Level.valueOf(in.readUTF());
            String id = in.readUTF();
            Money balance = Money.ofCents(in.readLong());
            NavigableMap<YearMonth, Money> months = new TreeMap<>();
            for (int more = in.readInt(); more > 0; more--) {
              months.put(YearMonth.parse(in.readUTF()), Money.ofCents(in.readLong()));
            }
            payees.add(new PaidFees(level, id, months, balance));
          }
          return payees;
        });
  }

  /**
   * Layout: version, last command, proposal, business date, number of entries, entries with their
   * lines.
   */
  public static byte[] bytes(Published statement) {
    return written(
        SECOND,
        out -> {
          text(out, statement.lastCommand());
          text(out, statement.proposal());
          out.writeUTF(statement.cutDate().toString());
          out.writeInt(statement.entries().size());
          for (Entry entry : statement.entries()) {
            out.writeUTF(entry.id());
            out.writeUTF(entry.kind().name());
            out.writeInt(entry.period());
            out.writeInt(entry.aboutPeriod());
            text(out, entry.reverses());
            text(out, entry.reason());
            out.writeInt(entry.lines().size());
            for (Line line : entry.lines()) {
              out.writeUTF(line.account().name());
              text(out, line.receiver());
              out.writeLong(line.debit().cents());
            }
          }
        });
  }

  /** Reads a statement's row. */
  public static Published statement(Row row) {
    return read(
        row,
        SECOND,
        (in, layout) -> {
          String lastCommand = text(in, Function.identity());
          String proposal = layout < SECOND ? null : text(in, Function.identity());
          LocalDate cutDate = LocalDate.parse(in.readUTF());
          int count = in.readInt();
          List<Entry> entries = new ArrayList<>();
          for (int i = 0; i < count; i++) {
            entries.add(entry(in, layout));
          }
          return new Published(lastCommand, proposal, cutDate, List.copyOf(entries));
        });
  }

  private static Entry entry(DataInputStream in, byte layout) throws IOException {
    String id = in.readUTF();
    Entry.Kind kind = Entry.Kind.valueOf(in.readUTF());
    int period = in.readInt();
    int aboutPeriod = in.readInt();
    String reverses = text(in, Function.identity());
    String reason = layout < SECOND ? null : text(in, Function.identity());
    List<Line> lines = new ArrayList<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      Account account = Account.valueOf(in.readUTF());
      String receiver = layout < SECOND ? null : text(in, Function.identity());
      lines.add(new Line(account, receiver, Money.ofCents(in.readLong())));
    }
    return new Entry(id, kind, period, aboutPeriod, reverses, reason, lines);
  }

  /** Writes the content of a row. */
  private interface Writer {
    void to(DataOutputStream out) throws IOException;
  }

  /** Reads the content of a row. */
  private interface Reader<T> {
    T from(DataInputStream in) throws IOException;
  }

  /** Reads the content of a row that has had several layouts. */
  private interface LayoutReader<T> {
    T from(DataInputStream in, byte layout) throws IOException;
  }

  private static byte[] written(Writer writer) {
    return written(LAYOUT, writer);
  }

  private static byte[] written(byte layout, Writer writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(layout);
      writer.to(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static <T> T read(Row row, Reader<T> reader) {
    return read(row, LAYOUT, (in, layout) -> reader.from(in));
  }

  private static <T> T read(Row row, byte latest, LayoutReader<T> reader) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(row.payload()))) {
      byte layout = in.readByte();
      if (layout < LAYOUT || layout > latest) {
        throw new IllegalStateException("closing layout " + layout + " is not known");
      }
      return reader.from(in, layout);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void text(DataOutputStream out, @Nullable Object value) throws IOException {
    out.writeUTF(value == null ? "" : value.toString());
  }

  private static <T> @Nullable T text(DataInputStream in, Function<String, T> reader)
      throws IOException {
    String text = in.readUTF();
    return text.isEmpty() ? null : reader.apply(text);
  }
}
