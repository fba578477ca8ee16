package io.corridor.intake.ledger;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sums of cash by member, month of payment and month of service. Cells of zero are left out. */
final class CashSums {

  private record Cell(
      String member, YearMonth paidMonth, YearMonth serviceMonth, CashGroup group) {}

  private record Cents(long paid, long allowed) {
    Cents plus(long morePaid, long moreAllowed) {
      return new Cents(Math.addExact(paid, morePaid), Math.addExact(allowed, moreAllowed));
    }
  }

  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::member)
          .thenComparing(Cell::paidMonth)
          .thenComparing(Cell::serviceMonth)
          .thenComparing(Cell::group);

  private final Map<Cell, Cents> sums = new TreeMap<>(ORDER);

  static CashSums of(List<CashCell> cells) {
    CashSums sums = new CashSums();
    cells.forEach(sums::add);
    return sums;
  }

  void add(CashCell cell) {
    add(
        new Cell(cell.member(), cell.paidMonth(), cell.serviceMonth(), cell.group()),
        cell.paidCents(),
        cell.allowedCents());
  }

  void subtract(CashCell cell) {
    add(
        new Cell(cell.member(), cell.paidMonth(), cell.serviceMonth(), cell.group()),
        Math.negateExact(cell.paidCents()),
        Math.negateExact(cell.allowedCents()));
  }

  /**
   * Books the step from one version to the next in the later one's month of payment: what the
   * earlier one cost is taken back, what the later one costs is added, each under its own member.
   */
  void book(@Nullable RecordVersion earlier, RecordVersion later) {
    YearMonth month = later.bookedMonth();
    for (ServiceAmount amount : later.amounts()) {
      add(
          new Cell(later.member(), month, amount.month(), amount.group()),
          amount.paidCents(),
          amount.allowedCents());
    }
    if (earlier != null) {
      for (ServiceAmount amount : earlier.amounts()) {
        add(
            new Cell(earlier.member(), month, amount.month(), amount.group()),
            Math.negateExact(amount.paidCents()),
            Math.negateExact(amount.allowedCents()));
      }
    }
  }

  List<CashCell> cells() {
    List<CashCell> cells = new ArrayList<>(sums.size());
    sums.forEach((cell, cents) ->
        cells.add(
            new CashCell(
                cell.member(),
                cell.paidMonth(),
                cell.serviceMonth(),
                cell.group(),
                cents.paid(),
                cents.allowed())));
    return List.copyOf(cells);
  }

  private void add(Cell cell, long paid, long allowed) {
    Cents sum = sums.getOrDefault(cell, new Cents(0, 0)).plus(paid, allowed);
    if (sum.paid() == 0 && sum.allowed() == 0) {
      sums.remove(cell);
    } else {
      sums.put(cell, sum);
    }
  }
}
