package io.corridor.local.desynpuf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Practices and clinicians as far as carrier lines name them: pairs seen become affiliations, and
 * the practices with the most members in office visits take part in the contract that is shipped.
 */
final class Practices {
  private static final Set<String> OFFICE_VISITS =
      Set.of(
          "99201", "99202", "99203", "99204", "99205", "99211", "99212", "99213", "99214", "99215");

  /** When a pair was seen first, and when that was known. */
  private record Seen(LocalDate from, LocalDate through) {
    Seen earliest(Seen other) {
      LocalDate first = from.isBefore(other.from) ? from : other.from;
      LocalDate known = through.isBefore(other.through) ? through : other.through;
      return new Seen(first, known);
    }
  }

  private final Map<String, Map<String, Seen>> pairs = new TreeMap<>();
  private final Map<String, Set<String>> officeMembers = new TreeMap<>();

  /** Takes one carrier claim that was written. */
  void seen(SourceRow row, ClaimRecord claim) {
    JsonNode tin = claim.json().get("billingTin");
    if (tin == null) {
      return;
    }
    Seen seen = new Seen(claim.from(), claim.through());
    for (JsonNode line : claim.json().withArray("lines")) {
      if (line.has("renderingNpi")) {
        pairs
            .computeIfAbsent(line.get("renderingNpi").textValue(), npi -> new TreeMap<>())
            .merge(tin.textValue(), seen, Seen::earliest);
      }
      if (!line.get("denied").booleanValue()
          && line.has("hcpcs")
          && OFFICE_VISITS.contains(line.get("hcpcs").textValue())) {
        officeMembers
            .computeIfAbsent(tin.textValue(), id -> new TreeSet<>())
            .add(row.required("DESYNPUF_ID"));
      }
    }
  }

  /** Writes one affiliation for every pair seen, from the first day seen. */
  void write(FeedWriter.FeedFile feed) {
    pairs.forEach((npi, tins) ->
        tins.forEach((tin, seen) -> {
          ObjectNode record = feed.record();
          record
              .put("npi", npi)
              .put("tin", tin)
              .put("accepting", true)
              .put("from", seen.from().toString())
              .put("version", 1)
              .put("status", "ACTIVE")
              .put("receivedAt", DesynpufImport.received(seen.through()).toString());
          feed.write(record);
        }));
  }

  /** The practices with the most distinct members in office visits, ties by tax number. */
  List<String> largest(int count) {
    return officeMembers.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, Set<String>>>comparingInt(e -> -e.getValue().size())
                .thenComparing(Map.Entry::getKey))
        .limit(count)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  int practices() {
    return officeMembers.size();
  }
}
