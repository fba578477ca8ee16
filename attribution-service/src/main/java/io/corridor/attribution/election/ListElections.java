package io.corridor.attribution.election;

import io.corridor.common.care.AttributionOptions.ListKind;
import io.corridor.common.care.Contract;
import io.corridor.common.care.RosterTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The elections of one contract, taken in the order of their time: the last one before the deadline
 * stands, later ones are refused (domain.md 1.3 H, 42 CFR 425.400(a)(4)(ii)).
 */
public final class ListElections {

  /** Terms of a contract's performance year. */
  public interface Terms {

    /** The terms that hold in the first month of the year. */
    Optional<Contract> of(int year);
  }

  /** An election and, if it had no effect, why. */
  public record Step(ListElection election, @Nullable ElectionRefusal refused) {}

  /**
   * What was chosen for a year.
   *
   * @param list list that stands; null when every election was refused
   * @param election id of the election that stands
   * @param lockedAfter last day on which the choice can be made; null when there is none
   * @param steps every election, in order
   */
  public record Chosen(
      @Nullable ListKind list,
      @Nullable String election,
      @Nullable LocalDate lockedAfter,
      List<Step> steps) {}

  private ListElections() {}

  /** What was chosen, by performance year. */
  public static NavigableMap<Integer, Chosen> chosen(List<ListElection> inTime, Terms terms) {
    Map<String, ListElection> taken = new HashMap<>();
    NavigableMap<Integer, List<Step>> steps = new TreeMap<>();
    for (ListElection election : inTime) {
      ListElection same = taken.putIfAbsent(election.id(), election);
      ElectionRefusal refused =
          same == null ? refusal(election, terms) : ElectionRefusal.LIST_CHOICE_ID_TAKEN;
      steps
          .computeIfAbsent(election.year(), year -> new ArrayList<>())
          .add(new Step(election, refused));
    }
    NavigableMap<Integer, Chosen> chosen = new TreeMap<>();
    steps.forEach((year, ofYear) -> chosen.put(year, chosen(ofYear, terms.of(year))));
    return chosen;
  }

  private static Chosen chosen(List<Step> steps, Optional<Contract> terms) {
    ListElection last =
        steps.stream()
            .filter(step -> step.refused() == null)
            .map(Step::election)
            .reduce((earlier, later) -> later)
            .orElse(null);
    int year = steps.getFirst().election().year();
    return new Chosen(
        last == null ? null : ListKind.valueOf(last.list()),
        last == null ? null : last.id(),
        terms.map(contract -> deadline(contract, year)).orElse(null),
        List.copyOf(steps));
  }

  private static @Nullable ElectionRefusal refusal(ListElection election, Terms terms) {
    Contract contract = terms.of(election.year()).orElse(null);
    if (contract == null) {
      return ElectionRefusal.LIST_CHOICE_UNKNOWN_YEAR;
    }
    RosterTerms.ListChoice choice = contract.attribution().options().roster().listChoice();
    LocalDate deadline = deadline(contract, election.year());
    if (choice == null || deadline == null) {
      return ElectionRefusal.LIST_CHOICE_NOT_OFFERED;
    }
    if (choice.stated().containsKey(election.year())) {
      return ElectionRefusal.LIST_CHOICE_STATED;
    }
    if (!election.list().equals(ListKind.PROSPECTIVE.name())
        && !election.list().equals(ListKind.RETROSPECTIVE.name())) {
      return ElectionRefusal.LIST_CHOICE_WORD;
    }
    LocalDate day = LocalDate.ofInstant(election.at(), contract.followUp().zone());
    return day.isAfter(deadline) ? ElectionRefusal.LIST_CHOICE_LOCKED : null;
  }

  /** The last day on which the list of a year can be chosen; null when there is no choice. */
  private static @Nullable LocalDate deadline(Contract contract, int year) {
    RosterTerms.ListChoice choice = contract.attribution().options().roster().listChoice();
    return choice == null
        ? null
        : contract.years().stream()
            .filter(period -> period.year() == year)
            .map(period -> period.span().from().minusDays(choice.deadlineDays()))
            .findFirst()
            .orElse(null);
  }
}
