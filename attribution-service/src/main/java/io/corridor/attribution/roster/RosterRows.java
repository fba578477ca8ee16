package io.corridor.attribution.roster;

import io.corridor.attribution.assignment.Accountable;
import io.corridor.attribution.assignment.AssignedBy;
import io.corridor.attribution.assignment.ChangeType;
import io.corridor.common.facts.Fact;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Published roster rows as rows of their member: {@code roster|contract|month|tin|npi|method|change
 * type|business date}. One for each month of a contract at most, never taken back.
 */
public final class RosterRows {

  private static final String ROSTER = "roster|";

  private RosterRows() {}

  /** The fact that a row was published. */
  public static Fact fact(ContractId contract, Published row) {
    Accountable held = row.accountable();
    return Fact.of(
        ROSTER
            + String.join(
                "|",
                contract.value(),
                row.month().toString(),
                held == null ? "" : held.tin().value(),
                held == null ? "" : text(held.npi()),
                held == null ? "" : held.method().text(),
                row.type().name(),
                row.businessDate().toString()));
  }

  private static String text(@Nullable Npi npi) {
    return npi == null ? "" : npi.value();
  }

  /** Published rows of a contract, by month. */
  public static NavigableMap<YearMonth, Published> of(Rows rows, ContractId contract) {
    NavigableMap<YearMonth, Published> published = new TreeMap<>();
    for (Row row : rows.startingWith(ROSTER + contract.value() + "|")) {
      Published read = published(row);
      published.put(read.month(), read);
    }
    return published;
  }

  /** Contracts with a published row, ascending. */
  public static List<ContractId> contracts(Rows rows) {
    return rows.startingWith(ROSTER).stream()
        .map(row -> row.part(1))
        .distinct()
        .map(ContractId::new)
        .toList();
  }

  private static Published published(Row row) {
    String tin = row.part(3);
    String npi = row.part(4);
    Accountable held =
        tin.isEmpty()
            ? null
            : new Accountable(
                new Tin(tin), npi.isEmpty() ? null : new Npi(npi), AssignedBy.parse(row.part(5)));
    return new Published(
        YearMonth.parse(row.part(2)),
        held,
        ChangeType.valueOf(row.part(6)),
        LocalDate.parse(row.part(7)));
  }
}
