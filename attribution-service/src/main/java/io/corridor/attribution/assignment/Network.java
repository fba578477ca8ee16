package io.corridor.attribution.assignment;

import io.corridor.common.care.Affiliation;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Clinicians' dated links to practices (decisions 12), by clinician. Immutable. */
public final class Network {

  private final Map<Npi, List<Affiliation>> links = new HashMap<>();

  private Network(Collection<Affiliation> affiliations) {
    affiliations.forEach(
        link -> links.computeIfAbsent(link.npi(), npi -> new ArrayList<>()).add(link));
  }

  /** The network of these links. */
  public static Network of(Collection<Affiliation> affiliations) {
    return new Network(affiliations);
  }

  /** Practices of a clinician on a day, ascending. */
  List<Tin> practices(Npi npi, LocalDate day) {
    return links.getOrDefault(npi, List.of()).stream()
        .filter(link -> link.span().contains(day))
        .map(Affiliation::tin)
        .distinct()
        .sorted()
        .toList();
  }
}
