package io.corridor.local.asof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.corridor.common.time.Months;
import io.corridor.schemas.topic.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Assignments as they were known at a moment, replayed from their changes. A month that began
 * without a change has the practice and clinician of the month before it; a month outside the
 * performance years is nobody's.
 */
final class AssignmentsAsOf {

  private final Moment moment;
  private final Map<String, NavigableSet<YearMonth>> evaluated = new TreeMap<>();
  private final Map<String, Replay> replays = new TreeMap<>();

  private AssignmentsAsOf(Moment moment) {
    this.moment = moment;
  }

  /** Hands over {key, body} of every month that somebody was accountable for, by key. */
  static void replay(History history, Moment moment, String prefix, Consumer<ObjectNode> taker) {
    AssignmentsAsOf all = new AssignmentsAsOf(moment);
    history.each(Topics.TERMS, all::terms);
    history.each(
        Topics.ASSIGNMENT_CHANGED,
        line -> {
          if (line.path("key").asText().startsWith(prefix)) {
            all.change(line);
          }
        });
    all.replays.forEach((key, replay) -> replay.hand(key, moment.month(), taker));
  }

  /** Months of the performance years of all versions. */
  private void terms(JsonNode line) {
    JsonNode body = line.path("body");
    for (JsonNode year : body.path("performanceYears")) {
      YearMonth first = YearMonth.from(LocalDate.parse(year.path("from").asText()));
      YearMonth last = YearMonth.from(LocalDate.parse(year.path("until").asText()).minusDays(1));
      evaluated
          .computeIfAbsent(body.path("contract").asText(), contract -> new TreeSet<>())
          .addAll(Months.between(first, last));
    }
  }

  private void change(JsonNode line) {
    JsonNode body = line.path("body");
    LocalDate on = LocalDate.parse(body.path("businessDate").asText());
    Instant known = Instant.parse(line.path("envelope").path("knownAt").asText());
    if (!moment.knows(known) || !moment.reaches(on) || cameLater(body, on)) {
      return;
    }
    String contract = body.path("contract").asText();
    replays
        .computeIfAbsent(
            body.path("member").asText() + "|" + contract,
            key -> new Replay(evaluated.getOrDefault(contract, new TreeSet<>())))
        .take(body);
  }

  /** New terms or links have no time of receipt of the member: they came after the day began. */
  private boolean cameLater(JsonNode body, LocalDate on) {
    JsonNode begunBefore = body.path("begunBefore");
    return moment.opening()
        && on.equals(moment.today())
        && !begunBefore.isNull()
        && !YearMonth.parse(begunBefore.asText()).isBefore(YearMonth.from(on));
  }

  /** The months of one member and contract. */
  private static final class Replay {
    private final NavigableSet<YearMonth> evaluated;
    private final NavigableMap<YearMonth, JsonNode> held = new TreeMap<>();
    private YearMonth begun = YearMonth.of(1, 1);

    private Replay(NavigableSet<YearMonth> evaluated) {
      this.evaluated = evaluated;
    }

    /** Every month that had begun by then, or comes before the changed one, has begun first. */
    private void take(JsonNode body) {
      YearMonth month = YearMonth.parse(body.path("month").asText());
      JsonNode begunBefore = body.path("begunBefore");
      if (!begunBefore.isNull()) {
        begin(YearMonth.parse(begunBefore.asText()));
      }
      begin(month);
      held.put(month, body);
    }

    private void begin(YearMonth until) {
      for (YearMonth month = evaluated.higher(begun);
          month != null && !month.isAfter(until);
          month = evaluated.higher(month)) {
        JsonNode before = held.get(month.minusMonths(1));
        if (before != null) {
          held.put(month, before);
        }
        begun = month;
      }
    }

    private void hand(String key, YearMonth present, Consumer<ObjectNode> taker) {
      begin(present);
      held.forEach((month, body) -> {
        if (!body.path("toTin").isNull()) {
          taker.accept(row(key + "|" + month, month, body));
        }
      });
    }

    private static ObjectNode row(String key, YearMonth month, JsonNode body) {
      ObjectNode line = JsonNodeFactory.instance.objectNode();
      line.put("key", key);
      ObjectNode row = line.putObject("body");
      row.set("member", body.path("member"));
      row.set("contract", body.path("contract"));
      row.put("month", month.toString());
      row.set("tin", body.path("toTin"));
      row.set("npi", body.path("toNpi"));
      row.set("changedIn", body.path("month"));
      row.set("reason", body.path("reason"));
      return line;
    }
  }
}
