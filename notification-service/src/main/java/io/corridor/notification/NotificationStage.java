package io.corridor.notification;

import io.corridor.common.streams.Answer;
import io.corridor.common.streams.Derivation;
import io.corridor.common.streams.Reference;
import io.corridor.common.streams.Source;
import io.corridor.common.streams.Stage;
import io.corridor.common.streams.Subject;
import io.corridor.common.streams.Tick;
import io.corridor.common.streams.World;
import io.corridor.common.terms.TermsMapper;
import io.corridor.notification.encounter.Dispositions;
import io.corridor.notification.encounter.EncounterId;
import io.corridor.notification.encounter.EncounterRules;
import io.corridor.notification.encounter.EventRows;
import io.corridor.notification.task.FollowUpRules;
import io.corridor.notification.task.Touched;
import io.corridor.notification.task.VisitRows;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Events, visits, outreach and assignments of a member in; its alerts and tasks out. */
public final class NotificationStage implements Stage {

  private final EncounterRules encounters;
  private final VisitRows visits;

  private NotificationStage(EncounterRules encounters, VisitRows visits) {
    this.encounters = encounters;
    this.visits = visits;
  }

  /** The stage with the code lists shipped with the product. */
  public static NotificationStage load() {
    return new NotificationStage(new EncounterRules(Dispositions.load()), VisitRows.load());
  }

  @Override
  public String service() {
    return "notification";
  }

  @Override
  public String ruleVersion() {
    return "notification-1";
  }

  @Override
  public List<Source<?>> sources() {
    return List.of(
        Source.of(Topics.ADT, NotificationMapper::event),
        Source.of(Topics.CLAIM, value -> NotificationMapper.visits(value, visits)),
        Source.of(Topics.OUTREACH, NotificationMapper::outreach),
        Source.of(Topics.ASSIGNMENT, NotificationMapper::assigned));
  }

  @Override
  public List<Reference<?>> references() {
    return List.of(Reference.of(Topics.TERMS, value -> Set.of(value.getBody().getContract())));
  }

  @Override
  public List<Topic<?>> outputs() {
    return List.of(Topics.ALERT, Topics.TASK);
  }

  @Override
  public Derivation derive(Subject member, World world) {
    LocalDate today = world.businessDate().orElse(null);
    FollowUpRules rules =
        new FollowUpRules(encounters, member.rows(), TermsMapper.contracts(world), today);
    List<Answer> answers = new ArrayList<>();
    for (EncounterId id : concerned(member)) {
      answers.addAll(NotificationMapper.answers(member, id, rules.of(id)));
    }
    return new Derivation(
        answers,
        List.of(),
        List.of(),
        rules.nextDue().orElse(null),
        rules.assigned().stream()
            .map(assigned -> assigned.contract().value())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** A record may come while its member is also due: then both are looked at. */
  private static NavigableSet<EncounterId> concerned(Subject member) {
    Tick tick = member.tick().orElse(null);
    LocalDate from = tick == null ? null : tick.from();
    if (member.everything() || (tick != null && from == null)) {
      NavigableSet<EncounterId> all = EventRows.all(member.rows());
      // An origin that was told apart takes its encounters with it: what was said of them ends.
      member.answerKeys(Topics.ALERT).forEach(key -> all.add(EncounterId.of(key)));
      return all;
    }
    NavigableSet<EncounterId> found = Touched.by(member.rows(), member.touched());
    if (tick != null && from != null) {
      found.addAll(Touched.dueBetween(member.rows(), from, tick.to()));
    }
    return found;
  }
}
