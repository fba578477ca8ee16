package io.corridor.notification.task;

import io.corridor.common.facts.Fact;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import io.corridor.notification.encounter.EncounterId;
import io.corridor.notification.encounter.RowText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact or attempt of a care team. Kept in the row {@code
 * outreach|day|instant|facility|visit|channel|outcome|id}, the day in UTC.
 *
 * @param encounter encounter it follows up; null when the record names none
 * @param at when it happened
 * @param channel CALL, VISIT, MESSAGE or LETTER
 * @param outcome REACHED, LEFT_MESSAGE, NO_ANSWER, SCHEDULED or DECLINED
 * @param id id of the record
 */
public record Outreach(
    @Nullable EncounterId encounter, Instant at, String channel, String outcome, String id) {

  /** First part of the row. */
  public static final String ROW = "outreach|";

  /** Order of records: when they happened, then id. */
  public static final Comparator<Outreach> ORDER =
      Comparator.comparing(Outreach::at)
          .thenComparing(Outreach::id)
          .thenComparing(Outreach::outcome)
          .thenComparing(Outreach::channel);

  /** True when the member was spoken to or a visit was booked. */
  public boolean isContact() {
    return outcome.equals("REACHED") || outcome.equals("SCHEDULED");
  }

  /** True when the member was seen. */
  public boolean isVisit() {
    return channel.equals("VISIT") && outcome.equals("REACHED");
  }

  /** True when the record may follow up that encounter. */
  public boolean concerns(EncounterId id) {
    return encounter == null || encounter.equals(id);
  }

  /** What the record says. */
  public Fact fact() {
    return Fact.of(
        ROW
            + day(at)
            + '|'
            + RowText.instant(at)
            + '|'
            + (encounter == null ? "|" : encounter.key())
            + '|'
            + RowText.escape(channel)
            + '|'
            + RowText.escape(outcome)
            + '|'
            + RowText.escape(id));
  }

  /** Records between two instants, both included, in order. */
  public static List<Outreach> between(Rows rows, Instant first, Instant last) {
    return rows.between(ROW + day(first), ROW + day(last).plusDays(1)).stream()
        .map(Outreach::of)
        .filter(outreach -> !outreach.at().isBefore(first) && !outreach.at().isAfter(last))
        .sorted(ORDER)
        .toList();
  }

  private static Outreach of(Row row) {
    String facility = RowText.unescape(row.part(3));
    String visit = RowText.unescape(row.part(4));
    return new Outreach(
        facility.isEmpty() && visit.isEmpty() ? null : new EncounterId(facility, visit),
        RowText.instant(row.part(2)),
        RowText.unescape(row.part(5)),
        RowText.unescape(row.part(6)),
        RowText.unescape(row.part(7)));
  }

  private static LocalDate day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
