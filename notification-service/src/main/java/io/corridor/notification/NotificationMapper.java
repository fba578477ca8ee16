package io.corridor.notification;

import io.corridor.common.care.Claim;
import io.corridor.common.facts.Fact;
import io.corridor.common.id.ContractId;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.CareMapper;
import io.corridor.common.streams.FactChange;
import io.corridor.common.streams.Subject;
import io.corridor.notification.alert.Alert;
import io.corridor.notification.alert.Assigned;
import io.corridor.notification.encounter.Consent;
import io.corridor.notification.encounter.EncounterId;
import io.corridor.notification.encounter.EventRows;
import io.corridor.notification.encounter.PatientClass;
import io.corridor.notification.task.FollowUpRules.FollowUp;
import io.corridor.notification.task.FollowUpTask;
import io.corridor.notification.task.Outreach;
import io.corridor.notification.task.VisitRows;
import io.corridor.schemas.AdtEvent;
import io.corridor.schemas.AdtValue;
import io.corridor.schemas.Assignment;
import io.corridor.schemas.AssignmentValue;
import io.corridor.schemas.ClaimValue;
import io.corridor.schemas.Envelope;
import io.corridor.schemas.OutreachValue;
import io.corridor.schemas.RecordStatus;
import io.corridor.schemas.Sensitivity;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Avro records into facts, and alerts and tasks into answers. */
final class NotificationMapper {

  private NotificationMapper() {}

  // ---------- in

  static FactChange event(AdtValue value) {
    AdtEvent event = value.getBody();
    return FactChange.of(
        event.getPayer(),
        CareMapper.receivedAt(event.getReceivedAt()),
        List.of(),
        EventRows.of(event(event)));
  }

  private static io.corridor.notification.encounter.AdtEvent event(AdtEvent event) {
    return new io.corridor.notification.encounter.AdtEvent(
        event.getPayer(),
        new EncounterId(event.getFacility(), event.getVisitNumber()),
        event.getMessageId(),
        event.getTrigger(),
        event.getEventAt(),
        ZoneId.of(event.getZone()),
        CareMapper.receivedAt(event.getReceivedAt()),
        switch (event.getPatientClass()) {
          case EMERGENCY -> PatientClass.EMERGENCY;
          case INPATIENT -> PatientClass.INPATIENT;
          case OBSERVATION -> PatientClass.OBSERVATION;
          case OUTPATIENT -> PatientClass.OUTPATIENT;
          case UNKNOWN -> PatientClass.UNKNOWN;
        },
        event.getUnit(),
        event.getDiagnosis(),
        event.getDisposition(),
        event.getDerived(),
        switch (event.getSensitivity()) {
          case NORMAL -> Consent.NORMAL;
          case BEHAVIORAL -> Consent.BEHAVIORAL;
          case SUBSTANCE_USE -> Consent.SUBSTANCE_USE;
        });
  }

  static FactChange visits(ClaimValue value, VisitRows visits) {
    Envelope envelope = value.getEnvelope();
    return FactChange.of(
        envelope.getTenant(),
        envelope.getKnownAt(),
        visits(value.getBody().getBefore(), visits),
        visits(value.getBody().getAfter(), visits));
  }

  private static List<Fact> visits(io.corridor.schemas.@Nullable Claim claim, VisitRows visits) {
    if (claim == null) {
      return List.of();
    }
    Claim known = CareMapper.claim(claim);
    return visits.of(known);
  }

  static FactChange outreach(OutreachValue value) {
    Envelope envelope = value.getEnvelope();
    return FactChange.of(
        envelope.getTenant(),
        envelope.getKnownAt(),
        outreach(value.getBody().getBefore()),
        outreach(value.getBody().getAfter()));
  }

  private static List<Fact> outreach(io.corridor.schemas.@Nullable Outreach record) {
    if (record == null || record.getStatus() != RecordStatus.ACTIVE) {
      return List.of();
    }
    String facility = record.getFacility();
    String visit = record.getVisitNumber();
    return List.of(
        new Outreach(
                facility == null || visit == null ? null : new EncounterId(facility, visit),
                record.getAt(),
                record.getChannel(),
                record.getOutcome(),
                record.getOutreachId())
            .fact());
  }

  static FactChange assigned(AssignmentValue value) {
    Assignment body = value.getBody();
    Assigned assigned =
        new Assigned(
            new ContractId(body.getContract()), body.getPayer(), CareMapper.assignment(body));
    return FactChange.replace(value.getEnvelope(), assigned.row(), assigned.bytes());
  }

  // ---------- out

  /** Answers under the keys of one encounter. */
  static List<Answer> answers(Subject member, EncounterId id, Optional<FollowUp> said) {
    String key = member.id() + '|' + id.key();
    return said.map(followUp -> held(member, key, followUp)).orElseGet(() -> nothing(member, key));
  }

  /** The encounter tells nobody anything: what was told ends. */
  private static List<Answer> nothing(Subject member, String key) {
    List<Answer> answers = new ArrayList<>();
    String tenant =
        member.answer(Topics.ALERT, key).map(alert -> alert.getEnvelope().getTenant()).orElse("");
    answers.add(Answer.none(Topics.ALERT, key, tenant, LocalDate.EPOCH));
    for (FollowUpTask.Kind kind : FollowUpTask.Kind.values()) {
      answers.add(Answer.none(Topics.TASK, key + '|' + kind, tenant, LocalDate.EPOCH));
    }
    return answers;
  }

  private static List<Answer> held(Subject member, String key, FollowUp followUp) {
    Alert alert = followUp.alert();
    List<Answer> answers = new ArrayList<>();
    Said said = new Said(member, alert);
    answers.addAll(
        said.answers(
            Topics.ALERT,
            key,
            AlertBodies.alert(member.id(), alert),
            alert.encounter().facts().firstDay()));
    for (FollowUpTask.Kind kind : FollowUpTask.Kind.values()) {
      Optional<FollowUpTask> owed =
          followUp.tasks().stream().filter(task -> task.kind() == kind).findFirst();
      answers.addAll(
          owed.map(task ->
                  said.answers(
                      Topics.TASK,
                      key + '|' + kind,
                      AlertBodies.task(member.id(), alert, task),
                      alert.encounter().localDay(task.clocks().openedAt())))
              .orElse(
                  List.of(
                      Answer.none(
                          Topics.TASK,
                          key + '|' + kind,
                          alert.encounter().payer(),
                          alert.encounter().facts().firstDay()))));
    }
    return answers;
  }

  /** How what is said about an encounter becomes answers. */
  private record Said(Subject member, Alert alert) {

    /**
     * The body as it holds now. A cancelled encounter never was: what was told about it is told
     * once more, as cancelled, and ends; what nobody was told stays untold.
     */
    List<Answer> answers(Topic<?> topic, String key, SpecificRecord body, LocalDate on) {
      Answer holds =
          new Answer(
              topic,
              key,
              body,
              alert.encounter().payer(),
              on,
              sensitivity(alert.encounter().facts().consent()),
              List.of());
      if (!alert.isRetracted()) {
        return List.of(holds);
      }
      Answer ends =
          new Answer(topic, key, null, holds.tenant(), on, holds.sensitivity(), List.of());
      return member.answer(topic, key).isPresent() ? List.of(holds, ends) : List.of(ends);
    }
  }

  private static Sensitivity sensitivity(Consent consent) {
    return switch (consent) {
      case NORMAL -> Sensitivity.NORMAL;
      case BEHAVIORAL -> Sensitivity.BEHAVIORAL;
      case SUBSTANCE_USE -> Sensitivity.SUBSTANCE_USE;
    };
  }
}
