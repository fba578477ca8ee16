package io.corridor.portal.readmodel;

import io.corridor.schemas.Assignment;
import io.corridor.schemas.AssignmentSpan;
import io.corridor.schemas.AssignmentValue;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.EnrollmentValue;
import io.corridor.schemas.Evidence;
import io.corridor.schemas.ExplanationValue;
import io.corridor.schemas.GapValue;
import io.corridor.schemas.MemberMonthValue;
import io.corridor.schemas.MemberRisk;
import io.corridor.schemas.Person;
import io.corridor.schemas.RosterValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tables of the topics with a record a member or member and month. They are written in large
 * batches, because one claim touches many months and only the last state of each counts.
 */
final class BulkTables {

  private BulkTables() {}

  /** References are computed only for rows that are written, after repeats have been merged. */
  static <V> Table<V, String> members(Refs refs, Function<V, String> member) {
    Upsert<String> upsert =
        Upsert.<String>into("member")
            .key("member", "text", id -> id)
            .once("ref", "text", id -> refs.of("member", id))
            .build();
    return Table.of(read -> member.apply(read.value()), id -> id, upsert);
  }

  static List<Table<EnrollmentValue, ?>> person() {
    Upsert<Read<EnrollmentValue>> upsert =
        Upsert.<Read<EnrollmentValue>>into("person")
            .key("key", "text", Read::key)
            .column("version", "bigint", Read::offset)
            .guardedBy("version")
            .column("ended", "boolean", r -> person(r).isEmpty())
            .column("member", "text", r -> record(r).getMember())
            .column("payer", "text", r -> record(r).getPayer())
            .column("member_number", "text", r -> of(r, Person::getMemberNumber))
            .column("family_name", "text", r -> of(r, Person::getFamilyName))
            .column("given_name", "text", r -> of(r, Person::getGivenName))
            .column("birth_date", "date", r -> of(r, Person::getBirthDate))
            .column("sex", "text", r -> of(r, person -> person.getSex().name()))
            .column("death_date", "date", r -> of(r, Person::getDeathDate))
            .column("phone", "text", r -> of(r, Person::getPhone))
            .column("language", "text", r -> of(r, Person::getLanguage))
            .build();
    return List.of(Table.of(read -> aboutPerson(read) ? read : null, Read::key, upsert));
  }

  /** Coverage and selections are not shown by any page: only the person's own data is kept. */
  private static boolean aboutPerson(Read<EnrollmentValue> read) {
    return record(read).getPerson() != null;
  }

  private static EnrollmentRecord record(Read<EnrollmentValue> read) {
    EnrollmentRecord after = read.value().getBody().getAfter();
    return after == null
        ? Objects.requireNonNull(read.value().getBody().getBefore(), "a change has a side")
        : after;
  }

  private static Optional<Person> person(Read<EnrollmentValue> read) {
    return Optional.ofNullable(read.value().getBody().getAfter()).map(EnrollmentRecord::getPerson);
  }

  private static <T> @Nullable T of(
      Read<EnrollmentValue> read, Function<Person, @Nullable T> part) {
    Person person = person(read).orElse(null);
    return person == null ? null : part.apply(person);
  }

  static List<Table<AssignmentValue, ?>> assignment(Refs refs) {
    Upsert<Read<AssignmentValue>> upsert =
        LiveTables.<AssignmentValue>guarded("assignment")
            .column("member", "text", r -> r.value().getBody().getMember())
            .column("contract", "text", r -> r.value().getBody().getContract())
            .column("payer", "text", r -> r.value().getBody().getPayer())
            .column("tin", "text", r -> now(r, AssignmentSpan::getTin))
            .column("npi", "text", r -> now(r, AssignmentSpan::getNpi))
            .column("method", "text", r -> now(r, AssignmentSpan::getMethod))
            .column("since", "date", r -> now(r, AssignmentSpan::getFrom))
            .build();
    return List.of(
        members(refs, (AssignmentValue value) -> value.getBody().getMember()), Table.keyed(upsert));
  }

  /** The span that runs through the current business month is the one without an end. */
  private static <T> @Nullable T now(
      Read<AssignmentValue> read, Function<AssignmentSpan, @Nullable T> part) {
    Assignment body = read.value().getBody();
    for (AssignmentSpan span : body.getSpans()) {
      if (span.getUntil() == null) {
        return part.apply(span);
      }
    }
    return null;
  }

  static List<Table<RosterValue, ?>> roster(Refs refs) {
    Upsert<Read<RosterValue>> upsert =
        LiveTables.<RosterValue>guarded("roster")
            .column("member", "text", r -> r.value().getBody().getMember())
            .column("contract", "text", r -> r.value().getBody().getContract())
            .column("month", "text", r -> r.value().getBody().getMonth())
            .column("number", "integer", r -> r.value().getBody().getNumber())
            .column("business_date", "date", r -> r.value().getBody().getBusinessDate())
            .column("tin", "text", r -> r.value().getBody().getTin())
            .column("npi", "text", r -> r.value().getBody().getNpi())
            .column("method", "text", r -> r.value().getBody().getMethod())
            .column("prior_tin", "text", r -> r.value().getBody().getPriorTin())
            .column("prior_npi", "text", r -> r.value().getBody().getPriorNpi())
            .column("change_type", "text", r -> r.value().getBody().getChangeType())
            .column("reason", "text", r -> r.value().getBody().getReason())
            .column("step", "integer", r -> r.value().getBody().getStep())
            .column("since", "date", r -> r.value().getBody().getSince())
            .column("months_this_year", "integer", r -> r.value().getBody().getMonthsThisYear())
            .column("last_visit", "date", r -> r.value().getBody().getLastVisit())
            .build();
    return List.of(
        members(refs, (RosterValue value) -> value.getBody().getMember()), Table.keyed(upsert));
  }

  static List<Table<ExplanationValue, ?>> explanation() {
    return List.of(
        Table.keyed(
            LiveTables.<ExplanationValue>guarded("explanation")
                .column("member", "text", r -> r.value().getBody().getMember())
                .column("contract", "text", r -> r.value().getBody().getContract())
                .column("month", "text", r -> r.value().getBody().getMonth())
                .column("tin", "text", r -> r.value().getBody().getTin())
                .column("body", "bytea", Read::bytes)
                .build()));
  }

  static List<Table<MemberMonthValue, ?>> memberMonth() {
    return List.of(
        Table.keyed(
            LiveTables.<MemberMonthValue>guarded("member_month")
                .column("member", "text", r -> r.value().getBody().getMember())
                .column("contract", "text", r -> r.value().getBody().getContract())
                .column("month", "text", r -> r.value().getBody().getMonth())
                .column("tin", "text", r -> r.value().getBody().getTin())
                .column("member_months", "numeric", r -> r.value().getBody().getMemberMonths())
                .column(
                    "counted", "bigint", r -> LiveTables.cents(r.value().getBody().getCounted()))
                .column("risk", "numeric", BulkTables::risk)
                .column(
                    "in_scope", "bigint", r -> LiveTables.cents(r.value().getBody().getInScope()))
                .column("inpatient", "boolean", r -> spentOn(r, "INPATIENT"))
                .column("emergency", "boolean", r -> spentOn(r, "ED"))
                .build()));
  }

  private static @Nullable BigDecimal risk(Read<MemberMonthValue> read) {
    MemberRisk risk = read.value().getBody().getRisk();
    return risk == null ? null : risk.getProspective();
  }

  private static boolean spentOn(Read<MemberMonthValue> read, String category) {
    return read.value().getBody().getCategories().stream()
        .anyMatch(amount -> amount.getCategory().equals(category));
  }

  static List<Table<GapValue, ?>> gap() {
    return List.of(
        Table.keyed(
            LiveTables.<GapValue>guarded("gap")
                .column("member", "text", r -> r.value().getBody().getMember())
                .column("measure", "text", r -> r.value().getBody().getMeasure())
                .column("period", "text", r -> r.value().getBody().getPeriod())
                .column("contract", "text", r -> r.value().getBody().getContract())
                .column("state", "text", r -> r.value().getBody().getState())
                .column("reason", "text", r -> r.value().getBody().getReason())
                .column("opened_on", "date", r -> r.value().getBody().getOpenedOn())
                .column("due_by", "date", r -> r.value().getBody().getDueBy())
                .column("evidence_kind", "text", r -> evidence(r, Evidence::getKind))
                .column("evidence_code", "text", r -> evidence(r, Evidence::getCode))
                .column("evidence_on", "date", r -> evidence(r, Evidence::getOn))
                .column("tin", "text", r -> r.value().getBody().getTin())
                .column("npi", "text", r -> r.value().getBody().getNpi())
                .column("sensitivity", "text", r -> r.envelope().getSensitivity().name())
                .build()));
  }

  private static <T> @Nullable T evidence(Read<GapValue> read, Function<Evidence, T> part) {
    Evidence evidence = read.value().getBody().getEvidence();
    return evidence == null ? null : part.apply(evidence);
  }
}
