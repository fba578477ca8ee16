package io.corridor.local.convert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Practices and clinicians as far as professional claims name them: pairs seen become affiliations,
 * and the practices with the most members in the visits that count take part in the contract that
 * is shipped.
 */
public final class Practices {

  /** When a pair was seen first, when that was known, and the specialty it was seen with. */
  private record Seen(LocalDate from, String received, Optional<String> specialty) {
    Seen earliest(Seen other) {
      LocalDate first = from.isBefore(other.from) ? from : other.from;
      boolean before = received.compareTo(other.received) <= 0;
      return new Seen(
          first, before ? received : other.received, specialty.or(() -> other.specialty));
    }
  }

  private final Set<String> visits;
  private final Map<String, Map<String, Seen>> pairs = new TreeMap<>();
  private final Map<String, Set<String>> visitMembers = new TreeMap<>();

  /** Practices whose size is counted by members in {@code visits}, HCPCS codes. */
  public Practices(Set<String> visits) {
    this.visits = Set.copyOf(visits);
  }

  /** Takes one professional claim that was written. */
  public void seen(ClaimRecord claim) {
    JsonNode tin = claim.json().get("billingTin");
    if (tin == null) {
      return;
    }
    String received = claim.json().get("receivedAt").textValue();
    for (JsonNode line : claim.json().withArray("lines")) {
      if (line.has("renderingNpi")) {
        Optional<String> specialty =
            Optional.ofNullable(line.get("specialty")).map(JsonNode::textValue);
        pairs
            .computeIfAbsent(line.get("renderingNpi").textValue(), npi -> new TreeMap<>())
            .merge(tin.textValue(), new Seen(claim.from(), received, specialty), Seen::earliest);
      }
      if (!line.get("denied").booleanValue()
          && line.has("hcpcs")
          && visits.contains(line.get("hcpcs").textValue())) {
        visitMembers
            .computeIfAbsent(tin.textValue(), id -> new TreeSet<>())
            .add(claim.json().get("member").textValue());
      }
    }
  }

  /** Writes one affiliation for every pair seen, from the first day seen. */
  public void write(FeedWriter.FeedFile feed) {
    pairs.forEach((npi, tins) ->
        tins.forEach((tin, seen) -> {
          ObjectNode record = feed.record();
          record.put("npi", npi).put("tin", tin);
          seen.specialty().ifPresent(code -> record.put("specialty", code));
          record
              .put("accepting", true)
              .put("from", seen.from().toString())
              .put("version", 1)
              .put("status", "ACTIVE")
              .put("receivedAt", seen.received());
          feed.write(record);
        }));
  }

  /** The practices with the most distinct members in visits that count, ties by tax number. */
  public List<String> largest(int count) {
    return visitMembers.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, Set<String>>>comparingInt(e -> -e.getValue().size())
                .thenComparing(Map.Entry::getKey))
        .limit(count)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
