package io.corridor.attribution.election;

import io.corridor.common.facts.Fact;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import io.corridor.common.id.ContractId;
import java.time.Instant;
import java.util.List;

/**
 * Elections as rows of their contract: {@code elect|time|year|list|payer|user|id}. An election that
 * came twice counts twice and is still one.
 */
public final class ElectionRows {

  private static final String PREFIX = "elect|";
  private static final int PARTS = 7;

  private ElectionRows() {}

  /** The fact that somebody elected. */
  public static Fact fact(ListElection election) {
    return Fact.of(
        PREFIX
            + String.join(
                "|",
                "%015d".formatted(election.at().toEpochMilli()),
                Integer.toString(election.year()),
                part(election.list()),
                part(election.payer()),
                part(election.user()),
                election.id()));
  }

  /** A bar would end the part. */
  private static String part(String text) {
    return text.replace('|', '/');
  }

  /** Elections of a contract, in the order in which they are taken. */
  public static List<ListElection> of(String contract, Rows rows) {
    return rows.startingWith(PREFIX).stream()
        .map(row -> election(contract, row))
        .sorted(ListElection.IN_TIME)
        .toList();
  }

  private static ListElection election(String contract, Row row) {
    String[] parts = row.key().split("\\|", PARTS);
    return new ListElection(
        parts[6],
        parts[4],
        new ContractId(contract),
        Integer.parseInt(parts[2]),
        parts[3],
        parts[5],
        Instant.ofEpochMilli(Long.parseLong(parts[1])));
  }
}
