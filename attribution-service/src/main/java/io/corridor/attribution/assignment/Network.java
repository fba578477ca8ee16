package io.corridor.attribution.assignment;

import io.corridor.common.care.Affiliation;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Clinicians' dated links to practices (decisions 12), by clinician. Asked for one clinician at a
 * time, so that one changed link costs one look and not a new network.
 */
public final class Network {

  private final Function<Npi, ? extends Collection<Affiliation>> links;

  private Network(Function<Npi, ? extends Collection<Affiliation>> links) {
    this.links = links;
  }

  /**
   * A network over links kept elsewhere.
   *
   * @param links all links of a clinician; empty when there are none
   */
  public static Network over(Function<Npi, ? extends Collection<Affiliation>> links) {
    return new Network(links);
  }

  /** The network of these links. */
  public static Network of(Collection<Affiliation> affiliations) {
    Map<Npi, List<Affiliation>> byClinician =
        affiliations.stream().collect(Collectors.groupingBy(Affiliation::npi));
    return new Network(npi -> byClinician.getOrDefault(npi, List.of()));
  }

  /** Practices of a clinician on a day, ascending. */
  List<Tin> practices(Npi npi, LocalDate day) {
    return links.apply(npi).stream()
        .filter(link -> link.span().contains(day))
        .map(Affiliation::tin)
        .distinct()
        .sorted()
        .toList();
  }
}
