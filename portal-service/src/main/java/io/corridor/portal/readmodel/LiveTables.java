package io.corridor.portal.readmodel;

import io.corridor.common.money.Money;
import io.corridor.portal.worklist.ActionSink.Acted;
import io.corridor.schemas.AlertValue;
import io.corridor.schemas.EstimateValue;
import io.corridor.schemas.FileValue;
import io.corridor.schemas.Participant;
import io.corridor.schemas.RejectedValue;
import io.corridor.schemas.Rejection;
import io.corridor.schemas.ScoreValue;
import io.corridor.schemas.TaskAction;
import io.corridor.schemas.TaskActionValue;
import io.corridor.schemas.TaskValue;
import io.corridor.schemas.TermsValue;
import io.corridor.schemas.TickValue;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Tables of the topics that pages follow within a second: alerts, tasks and figures. */
final class LiveTables {

  private LiveTables() {}

  static List<Table<TickValue, ?>> businessDate() {
    Upsert<LocalDate> upsert =
        Upsert.<LocalDate>into("business_date")
            .key("only_row", "boolean", day -> true)
            .column("business_date", "date", day -> day)
            .guardedBy("business_date")
            .build();
    return List.of(
        Table.merging(
            read -> read.value().getBody().getTo(),
            day -> true,
            (a, b) -> a.isAfter(b) ? a : b,
            upsert));
  }

  static List<Table<TermsValue, ?>> terms() {
    return List.of(
        Table.keyed(
            LiveTables.<TermsValue>guarded("terms")
                .column("contract", "text", r -> r.value().getBody().getContract())
                .column("terms_version", "integer", r -> r.value().getBody().getVersion())
                .column("payer", "text", r -> r.value().getBody().getPayer())
                .column("aco", "text", r -> r.value().getBody().getAco())
                .column("effective_from", "date", r -> r.value().getBody().getEffectiveFrom())
                .texts("tins", r -> tins(r.value()))
                .column("body", "bytea", Read::bytes)
                .build()));
  }

  private static String tins(TermsValue terms) {
    return terms.getBody().getParticipants().stream()
        .map(Participant::getTin)
        .distinct()
        .map(tin -> '"' + tin.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }

  static List<Table<ScoreValue, ?>> score() {
    return List.of(
        Table.keyed(
            LiveTables.<ScoreValue>guarded("score")
                .column("contract", "text", r -> r.value().getBody().getContract())
                .column("level", "text", r -> r.value().getBody().getLevel())
                .column("id", "text", r -> r.value().getBody().getId())
                .column("period", "text", r -> r.value().getBody().getPeriod())
                .column("complete_to", "date", r -> r.value().getBody().getCompleteTo())
                .column("body", "bytea", Read::bytes)
                .build()));
  }

  static List<Table<EstimateValue, ?>> estimate() {
    return List.of(
        Table.keyed(
            LiveTables.<EstimateValue>guarded("estimate")
                .column("contract", "text", r -> r.value().getBody().getContract())
                .column("level", "text", r -> r.value().getBody().getLevel())
                .column("id", "text", r -> r.value().getBody().getId())
                .column("period", "text", r -> r.value().getBody().getPeriod())
                .column("complete_to", "date", r -> r.value().getBody().getCompleteTo())
                .column("known_at", "timestamptz", r -> r.envelope().getKnownAt())
                .column("body", "bytea", Read::bytes)
                .build()));
  }

  static List<Table<AlertValue, ?>> alert(Refs refs) {
    return List.of(
        Table.keyed(
            LiveTables.<AlertValue>guarded("alert")
                .once("ref", "text", r -> refs.of("encounter", r.key()))
                .column("member", "text", r -> r.value().getBody().getMember())
                .column("facility", "text", r -> r.value().getBody().getFacility())
                .column("visit_number", "text", r -> r.value().getBody().getVisitNumber())
                .column("payer", "text", r -> r.value().getBody().getPayer())
                .column("contract", "text", r -> r.value().getBody().getContract())
                .column("tin", "text", r -> r.value().getBody().getTin())
                .column("npi", "text", r -> r.value().getBody().getNpi())
                .column("state", "text", r -> r.value().getBody().getState())
                .column("patient_class", "text", r -> r.value().getBody().getPatientClass().name())
                .column("started_at", "timestamptz", r -> r.value().getBody().getStartedAt())
                .column("ended_at", "timestamptz", r -> r.value().getBody().getEndedAt())
                .column("zone", "text", r -> r.value().getBody().getZone())
                .column("inferred_start", "boolean", r -> r.value().getBody().getInferredStart())
                .column("disposition", "text", r -> r.value().getBody().getDisposition())
                .column("diagnosis", "text", r -> r.value().getBody().getDiagnosis())
                .column("unit", "text", r -> r.value().getBody().getUnit())
                .column("messages", "integer", r -> r.value().getBody().getMessages())
                .column("derived", "boolean", r -> r.value().getBody().getDerived())
                .column("late_minutes", "bigint", r -> r.value().getBody().getLateMinutes())
                .column("sensitivity", "text", r -> r.envelope().getSensitivity().name())
                .column("known_at", "timestamptz", r -> r.envelope().getKnownAt())
                .column("recorded_at", "timestamptz", r -> r.envelope().getRecordedAt())
                .build()));
  }

  static List<Table<TaskValue, ?>> task() {
    return List.of(
        Table.keyed(
            LiveTables.<TaskValue>guarded("task")
                .column("encounter", "text", r -> encounter(r.key()))
                .column("kind", "text", r -> r.value().getBody().getKind())
                .column("payer", "text", r -> r.value().getBody().getPayer())
                .column("contract", "text", r -> r.value().getBody().getContract())
                .column("tin", "text", r -> r.value().getBody().getTin())
                .column("npi", "text", r -> r.value().getBody().getNpi())
                .column("state", "text", r -> r.value().getBody().getState())
                .column("opened_at", "timestamptz", r -> r.value().getBody().getOpenedAt())
                .column("due_at", "timestamptz", r -> r.value().getBody().getDueAt())
                .column(
                    "contact_target_at",
                    "timestamptz",
                    r -> r.value().getBody().getContactTargetAt())
                .column(
                    "tcm_deadline_at", "timestamptz", r -> r.value().getBody().getTcmDeadlineAt())
                .column("visit_due_on_7", "date", r -> r.value().getBody().getVisitDueOn7())
                .column("visit_due_on_14", "date", r -> r.value().getBody().getVisitDueOn14())
                .column("attempts", "integer", r -> r.value().getBody().getAttempts())
                .column("done_at", "timestamptz", r -> r.value().getBody().getDoneAt())
                .column("done_by", "text", r -> r.value().getBody().getDoneBy())
                .column("on_time", "boolean", r -> r.value().getBody().getOnTime())
                .column("closed_reason", "text", r -> r.value().getBody().getClosedReason())
                .column("src_part", "integer", Read::partition)
                .column("src_offset", "bigint", Read::offset)
                .build()));
  }

  /** The encounter of a task key {@code member|facility|visit|kind}: all but its last part. */
  private static String encounter(String taskKey) {
    return taskKey.substring(0, taskKey.lastIndexOf('|'));
  }

  static List<Table<TaskActionValue, ?>> taskAction() {
    return List.of(
        Table.<TaskActionValue, Acted>of(
            read -> new Acted(read.value().getBody(), read.envelope().getRecordedAt()),
            acted -> acted.action().getActionId(),
            actionUpsert()));
  }

  /** Actions are written by the page at once and come back through the topic: first wins. */
  static Upsert<Acted> actionUpsert() {
    return Upsert.<Acted>into("task_action")
        .key("action_id", "text", a -> a.action().getActionId())
        .once("encounter", "text", a -> encounterOf(a.action()))
        .once("kind", "text", a -> a.action().getKind())
        .once("action", "text", a -> a.action().getAction())
        .once("outcome", "text", a -> a.action().getOutcome())
        .once("username", "text", a -> a.action().getUser())
        .once("at", "timestamptz", a -> a.action().getAt())
        .once("recorded_at", "timestamptz", Acted::recordedAt)
        .once("note", "text", a -> a.action().getNote())
        .build();
  }

  private static String encounterOf(TaskAction action) {
    return action.getMember() + '|' + action.getFacility() + '|' + action.getVisitNumber();
  }

  static List<Table<FileValue, ?>> file() {
    Upsert<Read<FileValue>> upsert =
        Upsert.<Read<FileValue>>into("file_count")
            .key("key", "text", Read::key)
            .column("version", "bigint", Read::offset)
            .guardedBy("version")
            .column("feed", "text", r -> r.value().getBody().getFeed())
            .column("file", "text", r -> r.value().getBody().getFile())
            .column("record_type", "text", r -> r.value().getBody().getRecordType())
            .column("stage", "text", r -> r.value().getBody().getStage().name())
            .column("read", "bigint", r -> r.value().getBody().getRead())
            .column("accepted", "bigint", r -> r.value().getBody().getAccepted())
            .column("duplicate", "bigint", r -> r.value().getBody().getDuplicate())
            .column("rejected", "bigint", r -> r.value().getBody().getRejected())
            .column("known_at", "timestamptz", r -> r.envelope().getKnownAt())
            .build();
    return List.of(Table.of(read -> read, Read::key, upsert));
  }

  /** Counts of rejected lines; exactly once, because the offsets move in the same transaction. */
  private record Rejected(
      String feed,
      String file,
      String type,
      String code,
      String field,
      String text,
      long line,
      long lines) {

    static Rejected of(Rejection from) {
      String field = from.getField();
      return new Rejected(
          from.getFeed(),
          from.getFile(),
          from.getRecordType(),
          from.getCode(),
          field == null ? "" : field,
          from.getText(),
          from.getLine(),
          1);
    }

    List<String> id() {
      return List.of(feed, file, code, field);
    }

    Rejected plus(Rejected other) {
      return new Rejected(feed, file, type, code, field, text, line, lines + other.lines);
    }
  }

  static List<Table<RejectedValue, ?>> rejected() {
    Upsert<Rejected> upsert =
        Upsert.<Rejected>into("rejected_count")
            .key("feed", "text", Rejected::feed)
            .key("file", "text", Rejected::file)
            .key("code", "text", Rejected::code)
            .key("field", "text", Rejected::field)
            .once("record_type", "text", Rejected::type)
            .once("example", "text", Rejected::text)
            .once("first_line", "bigint", Rejected::line)
            .adding("lines", Rejected::lines)
            .build();
    return List.of(
        Table.<RejectedValue, Rejected>merging(
            read ->
                read.value().getBody().getDuplicate() ? null : Rejected.of(read.value().getBody()),
            Rejected::id,
            Rejected::plus,
            upsert));
  }

  static <V> Upsert.Builder<Read<V>> guarded(String table) {
    return Upsert.<Read<V>>into(table)
        .key("key", "text", Read::key)
        .column("version", "bigint", Read::version)
        .column("ended", "boolean", Read::ended)
        .guardedBy("version");
  }

  static long cents(java.math.BigDecimal dollars) {
    return Money.of(dollars).cents();
  }
}
