package io.corridor.notification.task;

import io.corridor.common.care.Contract;
import io.corridor.common.care.Contracts;
import io.corridor.common.facts.Rows;
import io.corridor.notification.alert.Accountable;
import io.corridor.notification.alert.Alert;
import io.corridor.notification.alert.Assigned;
import io.corridor.notification.encounter.Encounter;
import io.corridor.notification.encounter.Encounter.HomeDischarge;
import io.corridor.notification.encounter.EncounterId;
import io.corridor.notification.encounter.EncounterRules;
import io.corridor.notification.encounter.EventRows;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One member's encounters with their alerts and tasks, read from its rows as they are asked for.
 * Lives for one derivation.
 */
public final class FollowUpRules {

  private final EncounterRules rules;
  private final Rows rows;
  private final Contracts contracts;
  private final @Nullable LocalDate businessDate;
  private final List<Assigned> assigned;
  private final Map<EncounterId, Optional<Encounter>> encounters = new HashMap<>();

  /**
   * The rules over a member's rows.
   *
   * @param rules encounter rules
   * @param rows rows of the member
   * @param contracts terms of all contracts
   * @param businessDate business date; null before the first tick
   */
  public FollowUpRules(
      EncounterRules rules, Rows rows, Contracts contracts, @Nullable LocalDate businessDate) {
    this.rules = rules;
    this.rows = rows;
    this.contracts = contracts;
    this.businessDate = businessDate;
    this.assigned =
        rows.startingWith(Assigned.ROW).stream()
            .map(row -> Assigned.fromBytes(row.payload()))
            .toList();
  }

  /**
   * What is said about one encounter.
   *
   * @param alert the alert
   * @param tasks the tasks, contact first; empty when nothing is owed
   */
  public record FollowUp(Alert alert, List<FollowUpTask> tasks) {

    /** Keeps its own copy of the tasks. */
    public FollowUp {
      tasks = List.copyOf(tasks);
    }
  }

  /** Contracts that the member has been assigned under. */
  public List<Assigned> assigned() {
    return assigned;
  }

  /** Alert and tasks of an encounter; empty when no event of it tells anyone anything. */
  public Optional<FollowUp> of(EncounterId id) {
    return encounter(id).filter(Encounter::isTold).map(this::followUp);
  }

  private FollowUp followUp(Encounter encounter) {
    Alert alert =
        new Alert(
            encounter, Accountable.on(assigned, encounter.payer(), encounter.facts().firstDay()));
    return new FollowUp(alert, alert.practice().map(p -> tasks(encounter, p)).orElse(List.of()));
  }

  private List<FollowUpTask> tasks(Encounter encounter, Accountable practice) {
    HomeDischarge home = encounter.home();
    if (home == null) {
      return List.of();
    }
    LocalDate day = encounter.localDay(home.at());
    Optional<Contract> terms = contracts.in(practice.contract(), YearMonth.from(day));
    return terms
        .map(contract ->
            TaskRules.of(
                encounter, contract.followUp(), rows, others(encounter, day), businessDate))
        .orElse(List.of());
  }

  private List<Encounter> others(Encounter encounter, LocalDate discharged) {
    return Touched.after(rows, discharged).stream()
        .filter(id -> !id.equals(encounter.id()))
        .flatMap(id -> encounter(id).stream())
        .toList();
  }

  private Optional<Encounter> encounter(EncounterId id) {
    return encounters.computeIfAbsent(
        id, key -> Optional.of(EventRows.of(rows, key)).filter(e -> !e.isEmpty()).map(rules::of));
  }

  /**
   * The next business date on which a task becomes missed without any record; empty when none is
   * open.
   */
  public Optional<LocalDate> nextDue() {
    if (businessDate == null) {
      return Optional.empty();
    }
    return Touched.openOn(rows, businessDate).stream()
        .map(this::of)
        .flatMap(Optional::stream)
        .map(FollowUp::tasks)
        .flatMap(Collection::stream)
        .map(FollowUpRules::missedOn)
        .filter(Objects::nonNull)
        .min(LocalDate::compareTo);
  }

  private static @Nullable LocalDate missedOn(FollowUpTask task) {
    return task.result() instanceof FollowUpTask.Open ? task.clocks().dueOn().plusDays(1) : null;
  }
}
