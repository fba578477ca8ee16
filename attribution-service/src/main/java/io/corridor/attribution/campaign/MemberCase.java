package io.corridor.attribution.campaign;

import io.corridor.attribution.assignment.CampaignAlignment;
import io.corridor.common.care.Contract;
import io.corridor.common.care.RosterTerms;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Tin;
import io.corridor.common.time.DateSpan;
import io.corridor.common.time.Months;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The campaign with one member under one contract (domain.md 1.6): the actions in the order of
 * their time, and between them the first of each month, on which a practice is sought for whom a
 * letter brought no answer from. Order of arrival and duplicates do not matter; an action that came
 * late takes its place.
 */
final class MemberCase {

  private final ContractId contract;
  private final Circumstances circumstances;
  private final Map<String, CampaignAction> taken = new HashMap<>();
  private final List<CampaignState.Step> steps = new ArrayList<>();
  private final List<CampaignAlignment> alignments = new ArrayList<>();
  private final Set<String> declinedSites = new TreeSet<>();
  private @Nullable Letter letter;
  private @Nullable Assigned assigned;
  private @Nullable LocalDate declinedOn;

  /** A letter, where it stands, and the first of a month on which it is looked at next. */
  private record Letter(LocalDate sent, LocalDate answerDue, LocalDate lookOn, CampaignStatus now) {

    Letter then(CampaignStatus status, LocalDate look) {
      return new Letter(sent, answerDue, look, status);
    }

    boolean isOver() {
      return now == CampaignStatus.RESPONDED || now == CampaignStatus.MEMBER_DECLINED;
    }
  }

  /** A practice that was assigned. */
  private record Assigned(LocalDate on, Proximity.Offer offer, LocalDate declineDue) {}

  MemberCase(ContractId contract, Circumstances circumstances) {
    this.contract = contract;
    this.circumstances = circumstances;
  }

  void take(CampaignAction action, LocalDate businessDate) {
    CampaignAction same = taken.putIfAbsent(action.id(), action);
    if (action.equals(same)) {
      return;
    }
    CampaignRefusal refused =
        same == null ? effect(action, businessDate) : CampaignRefusal.CAMPAIGN_ACTION_ID_TAKEN;
    steps.add(new CampaignState.Step(action, refused));
  }

  private @Nullable CampaignRefusal effect(CampaignAction action, LocalDate businessDate) {
    LocalDate day = circumstances.day(contract, action.at());
    boolean ahead = day.isAfter(businessDate);
    hear(ahead ? businessDate : day.minusDays(1));
    passFirsts(ahead ? businessDate : day);
    return switch (action.kind()) {
      case UNKNOWN -> CampaignRefusal.CAMPAIGN_INCOMPLETE;
      case LETTER_SENT -> sent(day);
      case ANSWERED -> answered(day);
      case MEMBER_DECLINED -> memberDeclined(day);
      case PROVIDER_DECLINED -> providerDeclined(day);
    };
  }

  private @Nullable CampaignRefusal sent(LocalDate day) {
    RosterTerms.Campaign terms = terms(day).orElse(null);
    if (terms == null) {
      return CampaignRefusal.CAMPAIGN_NOT_OFFERED;
    }
    if (letter != null && !letter.isOver()) {
      return CampaignRefusal.CAMPAIGN_LETTER_OUT;
    }
    if (!isWithoutHistory(day)) {
      return CampaignRefusal.CAMPAIGN_NOT_NEEDED;
    }
    LocalDate due = day.plusDays(terms.waitDays());
    letter = new Letter(day, due, Months.nextFirst(due), CampaignStatus.LETTER_SENT);
    assigned = null;
    declinedOn = null;
    return null;
  }

  private boolean isWithoutHistory(LocalDate day) {
    return circumstances.standing(contract, YearMonth.from(day)) == Standing.WITHOUT_HISTORY;
  }

  private Optional<RosterTerms.Campaign> terms(LocalDate day) {
    return circumstances
        .terms(contract, YearMonth.from(day))
        .map(held -> held.attribution().options().roster())
        .flatMap(roster -> Optional.ofNullable(roster.campaign()));
  }

  private @Nullable CampaignRefusal answered(LocalDate day) {
    Letter out = letter;
    if (out == null || out.isOver()) {
      return CampaignRefusal.CAMPAIGN_NO_LETTER;
    }
    if (assigned != null || day.isAfter(out.answerDue())) {
      return CampaignRefusal.CAMPAIGN_TOO_LATE;
    }
    letter = out.then(CampaignStatus.RESPONDED, out.lookOn());
    return null;
  }

  private @Nullable CampaignRefusal memberDeclined(LocalDate day) {
    CampaignRefusal refused = undeclinable(day);
    Letter out = letter;
    if (refused == null && out != null) {
      decline(day);
      letter = out.then(CampaignStatus.MEMBER_DECLINED, out.lookOn());
    }
    return refused;
  }

  private @Nullable CampaignRefusal providerDeclined(LocalDate day) {
    CampaignRefusal refused = undeclinable(day);
    Letter out = letter;
    Assigned held = assigned;
    if (refused == null && out != null && held != null) {
      decline(day);
      declinedSites.add(held.offer().site().site());
      assigned = null;
      letter = out.then(CampaignStatus.PROVIDER_DECLINED, Months.nextFirst(day));
    }
    return refused;
  }

  private @Nullable CampaignRefusal undeclinable(LocalDate day) {
    Assigned held = assigned;
    Letter out = letter;
    if (held == null || out == null || out.isOver()) {
      return CampaignRefusal.CAMPAIGN_NOTHING_TO_DECLINE;
    }
    return day.isAfter(held.declineDue()) ? CampaignRefusal.CAMPAIGN_TOO_LATE : null;
  }

  private void decline(LocalDate day) {
    declinedOn = day;
    endAlignment(day);
  }

  /** The alignment holds until the day before; ended on its first day it never held. */
  private void endAlignment(LocalDate day) {
    CampaignAlignment last = alignments.removeLast();
    if (day.isAfter(last.days().from())) {
      alignments.add(
          new CampaignAlignment(
              contract, new DateSpan(last.days().from(), day), last.tin(), last.npi()));
    }
  }

  /** A selection of the member answers the letter at the end of the day on which it begins. */
  private void hear(LocalDate through) {
    Letter out = letter;
    if (out != null
        && out.now() == CampaignStatus.LETTER_SENT
        && firstSelection(out).filter(first -> !first.isAfter(through)).isPresent()) {
      letter = out.then(CampaignStatus.RESPONDED, out.lookOn());
    }
  }

  private Optional<LocalDate> firstSelection(Letter out) {
    return circumstances.firstSelection(contract, out.sent(), out.answerDue());
  }

  /**
   * Looks at a letter that is out on each first of a month through a day: a practice is sought, or
   * the one that was assigned still takes part.
   */
  private void passFirsts(LocalDate through) {
    for (Letter out = letter;
        out != null && !out.isOver() && !out.lookOn().isAfter(through);
        out = letter) {
      Assigned held = assigned;
      letter = held == null ? seek(out) : stay(out, held);
    }
  }

  private @Nullable Letter seek(Letter out) {
    LocalDate on = out.lookOn();
    return switch (circumstances.standing(contract, YearMonth.from(on))) {
      case PRACTICE_FOUND -> null;
      case CLOSED -> out.then(out.now(), Months.nextFirst(on));
      case WITHOUT_HISTORY ->
          nearest(on)
              .map(offer -> assign(out, offer))
              .orElseGet(() -> out.then(CampaignStatus.NOBODY_NEAR, Months.nextFirst(on)));
    };
  }

  private Letter assign(Letter out, Proximity.Offer offer) {
    LocalDate on = out.lookOn();
    int declineDays = terms(on).map(RosterTerms.Campaign::declineDays).orElse(0);
    assigned = new Assigned(on, offer, on.plusDays(declineDays));
    alignments.add(
        new CampaignAlignment(
            contract, new DateSpan(on, null), offer.site().tin(), offer.site().npi()));
    return out.then(CampaignStatus.PROXIMITY_ASSIGNED, Months.nextFirst(on));
  }

  /** The letter is over with a practice that takes no part any more. */
  private @Nullable Letter stay(Letter out, Assigned held) {
    LocalDate on = out.lookOn();
    boolean left =
        circumstances
            .terms(contract, YearMonth.from(on))
            .filter(terms -> !terms.participates(held.offer().site().tin(), on))
            .isPresent();
    if (left) {
      endAlignment(on);
      assigned = null;
      return null;
    }
    return out.then(out.now(), Months.nextFirst(on));
  }

  private Optional<Proximity.Offer> nearest(LocalDate on) {
    RosterTerms.Campaign terms = terms(on).orElse(null);
    if (terms == null) {
      return Optional.empty();
    }
    Contract held = circumstances.terms(contract, YearMonth.from(on)).orElseThrow();
    List<RosterTerms.Site> open =
        terms.sites().stream()
            .filter(site -> site.open().contains(on) && held.participates(site.tin(), on))
            .filter(site -> !declinedSites.contains(site.site()))
            .toList();
    return circumstances
        .home(contract, on)
        .flatMap(home -> Proximity.nearest(open, home, terms, used(terms, on)));
  }

  /** Practices whose specialists the member uses, where the campaign asks for them. */
  private Set<Tin> used(RosterTerms.Campaign terms, LocalDate on) {
    return terms.specialistsFirst() ? circumstances.practicesOfSpecialists(contract, on) : Set.of();
  }

  List<CampaignAlignment> alignments() {
    return alignments;
  }

  /** The state on a business date; empty when the campaign has nothing to do with the member. */
  Optional<CampaignState> on(LocalDate businessDate) {
    hear(businessDate);
    passFirsts(businessDate);
    Letter out = letter;
    if (out == null) {
      boolean due = terms(businessDate).isPresent() && isWithoutHistory(businessDate);
      return due || !steps.isEmpty()
          ? Optional.of(
              CampaignState.withoutLetter(
                  due ? CampaignStatus.LETTER_DUE : null, declinedSites, steps))
          : Optional.empty();
    }
    Assigned held = assigned;
    boolean stands =
        out.now() == CampaignStatus.PROXIMITY_ASSIGNED
            && held != null
            && businessDate.isAfter(held.declineDue());
    return Optional.of(
        new CampaignState(
            stands ? CampaignStatus.STANDS : out.now(),
            out.sent(),
            out.answerDue(),
            held == null ? null : held.on(),
            held == null ? null : held.declineDue(),
            held == null ? null : held.offer(),
            declinedOn,
            List.copyOf(declinedSites),
            List.copyOf(steps)));
  }

  /** The next business date inside a month on which the state changes by itself. */
  Optional<LocalDate> nextDue(LocalDate businessDate) {
    Letter out = letter;
    if (out == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(assigned)
        .map(held -> held.declineDue().plusDays(1))
        .or(() -> out.now() == CampaignStatus.LETTER_SENT ? firstSelection(out) : Optional.empty())
        .filter(due -> due.isAfter(businessDate));
  }
}
