package io.corridor.notification.encounter;

import io.corridor.notification.encounter.AdtEvent.Happening;
import io.corridor.notification.encounter.Encounter.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * An encounter from its events (ecosystem.md 1.3): a pure function of the set of distinct messages,
 * applied by the time they happened, whenever they arrived.
 *
 * <p>Duplicate: the same message is one row; a resend with another id in the same minute updates
 * fields and counts as a message, never as a second happening. Out of order and late: sorted by
 * event time, however late; {@code lateMinutes} says how late. Corrected: A08 and a repeated A03
 * change what is known. Voided: A11 cancels the encounter, A12 and A13 a transfer or discharge.
 * Closed period: encounters are not settled, so none closes.
 *
 * <p>Left out: merges of visits, leave of absence, pre-admission, and closing emergency visits that
 * were never discharged.
 */
public final class EncounterRules {

  private final Dispositions dispositions;

  /** Rules over a list of discharge statuses. */
  public EncounterRules(Dispositions dispositions) {
    this.dispositions = dispositions;
  }

  /**
   * The encounter that these events make.
   *
   * @param events at least one, all of one encounter, in any order
   */
  public Encounter of(Collection<AdtEvent> events) {
    List<AdtEvent> ordered = events.stream().sorted(AdtEvent.ORDER).distinct().toList();
    EncounterMachine machine = new EncounterMachine(dispositions);
    ordered.forEach(machine::apply);
    return machine.encounter(ordered.getFirst(), messages(ordered));
  }

  private static Messages messages(List<AdtEvent> ordered) {
    AdtEvent first = ordered.getFirst();
    Happening start = first.happening();
    Instant received =
        ordered.stream()
            .filter(event -> event.happening().equals(start))
            .map(AdtEvent::receivedAt)
            .min(Instant::compareTo)
            .orElseThrow();
    long late = Duration.between(first.eventAt(), received).toMinutes();
    Consent consent = ordered.stream().map(AdtEvent::consent).reduce(Consent.NORMAL, Consent::or);
    return new Messages(
        (int) ordered.stream().map(Message::of).distinct().count(),
        first.zone(),
        first.day(),
        Math.max(0, late),
        ordered.stream().allMatch(AdtEvent::derived),
        consent);
  }

  private record Message(Happening happening, String id) {
    static Message of(AdtEvent event) {
      return new Message(event.happening(), event.messageId());
    }
  }
}
