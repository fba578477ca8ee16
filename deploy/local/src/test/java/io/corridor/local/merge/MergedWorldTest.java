package io.corridor.local.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.intake.contract.ContractFiles;
import io.corridor.intake.contract.ContractReading;
import io.corridor.local.simulate.SimulationConfig;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * L1 and L4 with merges, on the real stages of the member-level services: however links, unlinks
 * and records mix, the answers are those of a world in which every record had named the root from
 * the start.
 */
class MergedWorldTest {

  private static final LocalDate HALF = LocalDate.of(2025, 1, 15);
  private static final LocalDate END = LocalDate.of(2025, 7, 1);

  @TempDir static Path directory;

  /** Who is told to be whom, in the order in which each member hears it. */
  private record Told(String member, String root) {}

  /** A member of a chain, one merged and told apart, one merged only, one that moves on. */
  private static List<Told> tellings(List<String> members) {
    String a = members.get(0);
    String b = members.get(1);
    String c = members.get(2);
    String d = members.get(3);
    String e = members.get(4);
    return List.of(
        new Told(a, b),
        new Told(b, c),
        new Told(a, c),
        new Told(d, e),
        new Told(d, d),
        new Told(e, d),
        new Told(e, c),
        new Told(members.get(5), "nobody-knew"));
  }

  private static Map<String, String> roots(List<Told> tellings) {
    Map<String, String> roots = new TreeMap<>();
    tellings.forEach(told -> roots.put(told.member(), told.root()));
    return roots;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {20251122})
  @DisplayName("L1, L4: merged answers are those of a world that knew from the start")
  void asIfFromTheStart(long seed) throws IOException {
    compare(20, seed);
  }

  @Tag("acceptance")
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  @DisplayName("L1, L4: the same over more members and orders")
  void manyOrders(long seed) throws IOException {
    compare(24, seed);
  }

  private static void compare(int size, long seed) throws IOException {
    SimulationConfig config = History.config(size, seed);
    Path feed = Files.createTempDirectory(directory, "feed");
    History.contracts(config, feed);
    List<ContractTerms> terms = terms(feed.resolve("contracts"));
    History apart = new History(config, UnaryOperator.identity());
    List<Told> tellings = tellings(List.copyOf(apart.members));
    Map<String, String> roots = roots(tellings);
    History together = new History(config, member -> roots.getOrDefault(member, member));
    Map<String, SpecificRecord> expected;
    try (MergedWorld world = new MergedWorld()) {
      play(world, terms, together, List.of(), new Random(seed));
      expected = world.current();
    }
    assertThat(expected.keySet())
        .anyMatch(key -> key.startsWith(Topics.ASSIGNMENT.name()))
        .anyMatch(key -> key.startsWith(Topics.MEMBER_MONTH.name()))
        .anyMatch(key -> key.startsWith(Topics.GAP.name()))
        .anyMatch(key -> key.startsWith(Topics.ALERT.name()));
    try (MergedWorld world = new MergedWorld()) {
      play(world, terms, apart, tellings, new Random(seed + 1));
      assertThat(world.current()).as("seed " + seed).isEqualTo(expected);
      List<History.Change> voids = apart.voids();
      voids.forEach(change -> world.feed(change.topic(), change.key(), change.body()));
      world.tick(END);
      assertThat(world.current().keySet()).as("L4, seed " + seed).isEmpty();
      tellings.forEach(told -> world.identify(told.member(), told.member()));
      world.tick(END);
      assertThat(world.current().keySet()).as("L4 after all were told apart").isEmpty();
    }
  }

  private static List<ContractTerms> terms(Path contracts) throws IOException {
    try (var files = Files.list(contracts)) {
      for (Path contract : files.toList()) {
        Files.writeString(
            contract,
            Files.readString(contract)
                .replaceAll("minLives: \\d+", "minLives: 1")
                .replaceAll("minimumDenominator: \\d+", "minimumDenominator: 1"));
      }
    }
    ContractReading reading = ContractFiles.read(contracts);
    assertThat(reading.problems()).isEmpty();
    return reading.terms();
  }

  /** Changes of an entity and tellings of a member keep their order; all else is mixed. */
  private static void play(
      MergedWorld world,
      List<ContractTerms> terms,
      History history,
      List<Told> tellings,
      Random random) {
    history.affiliations.forEach((key, link) -> world.feed(Topics.AFFILIATION, key, link));
    terms.forEach(contract ->
        world.feed(Topics.TERMS, contract.getContract() + "|" + contract.getVersion(), contract));
    List<List<History.Change>> open = new ArrayList<>();
    history.entities.values().forEach(changes -> open.add(new ArrayList<>(changes)));
    int records = open.stream().mapToInt(List::size).sum();
    List<Integer> moments = new ArrayList<>();
    tellings.forEach(told -> moments.add(random.nextInt(records)));
    moments.sort(null);
    int told = 0;
    for (int i = 0; i < records; i++) {
      while (told < tellings.size() && moments.get(told) <= i) {
        world.identify(tellings.get(told).member(), tellings.get(told).root());
        told++;
      }
      int next = random.nextInt(open.size());
      History.Change change = open.get(next).removeFirst();
      if (open.get(next).isEmpty()) {
        open.set(next, open.getLast());
        open.removeLast();
      }
      world.feed(change.topic(), change.key(), change.body());
      world.carry(random.nextInt(3));
      if (i == records / 3) {
        world.tick(HALF);
      }
    }
    world.tick(END);
    world.tick(END);
  }
}
