package io.corridor.attribution.roster;

import io.corridor.attribution.assignment.Accountable;
import io.corridor.attribution.assignment.AssignedBy;
import io.corridor.common.facts.Fact;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Assignments that closings froze as rows of their member: {@code
 * final|contract|year|closing|month|tin|npi|method}, and one row with nothing after the closing
 * that says that the closing froze the member. Never taken back.
 */
public final class FinalRows {

  private static final String FINAL = "final|";

  private FinalRows() {}

  /** True for the key of such a row. */
  public static boolean isFinal(String rowKey) {
    return rowKey.startsWith(FINAL);
  }

  private static String prefix(ContractId contract, int year, int number) {
    return FINAL + contract.value() + "|" + year + "|" + number + "|";
  }

  /** What a closing froze, as facts. */
  public static List<Fact> facts(
      ContractId contract, int year, int number, Map<YearMonth, Accountable> months) {
    String prefix = prefix(contract, year, number);
    List<Fact> facts = new ArrayList<>(List.of(Fact.of(prefix)));
    months.forEach((month, held) -> {
      Npi npi = held.npi();
      facts.add(
          Fact.of(
              prefix
                  + String.join(
                      "|",
                      month.toString(),
                      held.tin().value(),
                      npi == null ? "" : npi.value(),
                      held.method().text())));
    });
    return facts;
  }

  /** What a closing froze; empty when it froze nothing of the member that has been read back. */
  public static Optional<NavigableMap<YearMonth, Accountable>> of(
      Rows rows, ContractId contract, int year, int number) {
    List<Row> found = rows.startingWith(prefix(contract, year, number));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    NavigableMap<YearMonth, Accountable> months = new TreeMap<>();
    for (Row row : found) {
      if (!row.part(4).isEmpty()) {
        String npi = row.part(6);
        months.put(
            YearMonth.parse(row.part(4)),
            new Accountable(
                new Tin(row.part(5)),
                npi.isEmpty() ? null : new Npi(npi),
                AssignedBy.parse(row.part(7))));
      }
    }
    return Optional.of(months);
  }

  /** True when any closing of the year froze the member. */
  public static boolean any(Rows rows, ContractId contract, int year) {
    return !rows.startingWith(FINAL + contract.value() + "|" + year + "|").isEmpty();
  }
}
