package io.corridor.attribution.campaign;

import io.corridor.common.facts.Fact;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import io.corridor.common.id.ContractId;
import java.time.Instant;
import java.util.List;

/**
 * Actions of the campaign as rows of their member: {@code
 * campaign|time|contract|kind|payer|user|id}. An action that came twice counts twice and is still
 * one.
 */
public final class CampaignRows {

  private static final String PREFIX = "campaign|";
  private static final int PARTS = 7;

  private CampaignRows() {}

  /** The fact that something happened. */
  public static Fact fact(CampaignAction action) {
    return Fact.of(
        PREFIX
            + String.join(
                "|",
                "%015d".formatted(action.at().toEpochMilli()),
                action.contract().value(),
                action.kind().name(),
                part(action.payer()),
                part(action.user()),
                action.id()));
  }

  /** A bar would end the part. */
  private static String part(String text) {
    return text.replace('|', '/');
  }

  /** All actions of a member, in the order in which they are taken. */
  public static List<CampaignAction> actions(Rows rows) {
    return rows.startingWith(PREFIX).stream()
        .map(CampaignRows::action)
        .sorted(CampaignAction.IN_TIME)
        .toList();
  }

  private static CampaignAction action(Row row) {
    String[] parts = row.key().split("\\|", PARTS);
    return new CampaignAction(
        parts[6],
        parts[4],
        new ContractId(parts[2]),
        CampaignAction.Kind.valueOf(parts[3]),
        parts[5],
        Instant.ofEpochMilli(Long.parseLong(parts[1])));
  }
}
