package io.corridor.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.corridor.intake.contract.ContractFiles;
import io.corridor.local.simulate.Simulation;
import io.corridor.local.simulate.SimulationConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A simulated population and the feed that tells of it.
 *
 * @param feed its directory, contracts below it
 * @param members members
 * @param bytes size of the feed's files, not compressed
 * @param firstDay first day of the simulated months; services before it were only paid in them
 */
record Population(Path feed, int members, long bytes, LocalDate firstDay) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Writes one; the same arguments give the same bytes. */
  static Population write(Path feed, int members, int months, long seed) {
    try {
      Files.createDirectories(feed);
      SimulationConfig config = SimulationConfig.of(members, months, seed);
      new Simulation(config).write(feed, false, done -> {});
      try (Stream<Path> files = Files.list(feed)) {
        long bytes = 0;
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          bytes += Files.size(file);
        }
        return new Population(feed, members, bytes, config.start().atDay(1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the population", e);
    }
  }

  /** Directory of its contract files. */
  Path contracts() {
    return feed.resolve("contracts");
  }

  /** Payer and practice of every participation in a contract. */
  Set<String> participants() {
    return ContractFiles.read(contracts()).terms().stream()
        .flatMap(terms ->
            terms.getParticipants().stream()
                .map(participant -> terms.getPayer() + "|" + participant.getTin()))
        .collect(Collectors.toSet());
  }

  /** The first paid clinicians' claims, in their first version, of the simulated months. */
  List<JsonNode> claims(int count, Predicate<JsonNode> wanted) {
    return first(
        "claim",
        count,
        claim ->
            claim.path("type").asText().equals("PROFESSIONAL")
                && claim.path("status").asText().equals("PAID")
                && claim.path("version").asInt() == 1
                && !LocalDate.parse(claim.path("from").asText()).isBefore(firstDay)
                && wanted.test(claim));
  }

  /** Everybody of whom an enrollment record tells, each once. */
  List<String> enrolled() {
    Set<String> members = new LinkedHashSet<>();
    first("enrollment", Integer.MAX_VALUE, record -> !members.add(record.path("member").asText()));
    return List.copyOf(members);
  }

  /** The first records of a type that are wanted. */
  List<JsonNode> first(String recordType, int count, Predicate<JsonNode> wanted) {
    List<JsonNode> found = new ArrayList<>();
    try {
      for (JsonNode file : JSON.readTree(feed.resolve("manifest.json").toFile()).path("files")) {
        if (file.path("recordType").asText().equals(recordType)) {
          try (BufferedReader lines =
              Files.newBufferedReader(feed.resolve(file.path("name").asText()))) {
            for (String line = lines.readLine();
                line != null && found.size() < count;
                line = lines.readLine()) {
              JsonNode record = JSON.readTree(line);
              if (wanted.test(record)) {
                found.add(record);
              }
            }
          }
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the population", e);
    }
  }
}
