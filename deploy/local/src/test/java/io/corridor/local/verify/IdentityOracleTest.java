package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.id.MemberId;
import io.corridor.intake.identity.Link;
import io.corridor.intake.identity.LinkGroups;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Roots in SQL and in intake, of the same links. */
class IdentityOracleTest {

  @TempDir Path directory;

  private static String line(
      String link, int version, boolean active, String member, String survivor, int day) {
    return """
    {"payer":"P","linkId":"%s","version":%d,"status":"%s","member":"%s","survivor":"%s",\
    "at":"2025-01-%02dT00:00:00Z","receivedAt":"2025-02-01T00:00:00Z"}\
    """
        .formatted(link, version, active ? "ACTIVE" : "VOIDED", member, survivor, day);
  }

  private static String id(String member) {
    return MemberId.surrogate(OracleFixture.SECRET, "P", member).value();
  }

  private Map<String, String> roots(OracleFixture fixture) throws IOException, SQLException {
    try (Oracle oracle = new Oracle(directory.resolve("spill"))) {
      oracle.input().feed(fixture.feed());
      oracle.input().surrogates(OracleFixture.SECRET);
      oracle.derive(
          LocalDate.of(2025, 6, 1),
          Optional.empty(),
          List.of("00_macros", "10_feed", "10_identity"));
      Map<String, String> roots = new TreeMap<>();
      for (List<String> row :
          oracle.database().rows("SELECT source_id, member FROM member_surrogate")) {
        roots.put(row.get(0), row.get(1));
      }
      return roots;
    }
  }

  @Test
  @DisplayName("a chain, a withdrawn link and a link that closes a cycle")
  void examples() throws IOException, SQLException {
    OracleFixture fixture = new OracleFixture(directory);
    fixture.line("identity", line("L1", 1, true, "A", "B", 1));
    fixture.line("identity", line("L2", 1, true, "B", "C", 2));
    fixture.line("identity", line("L3", 1, true, "C", "A", 3));
    fixture.line("identity", line("L4", 1, true, "D", "A", 4));
    fixture.line("identity", line("L4", 2, false, "D", "A", 4));
    assertThat(roots(fixture))
        .isEqualTo(Map.of("A", id("C"), "B", id("C"), "C", id("C"), "D", id("D")));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  @DisplayName("random links end at the same roots")
  void random(long seed) throws IOException, SQLException {
    Random random = new Random(seed);
    OracleFixture fixture = new OracleFixture(directory);
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String member = "M" + random.nextInt(30);
      String survivor = "M" + random.nextInt(30);
      int day = 1 + random.nextInt(9);
      boolean active = random.nextInt(4) > 0;
      if (!member.equals(survivor)) {
        fixture.line("identity", line("L" + i, 1, true, member, survivor, day));
        if (active) {
          Instant at = Instant.parse("2025-01-0" + day + "T00:00:00Z");
          links.add(new Link("P|L" + i, at, id(member), id(survivor)));
        } else {
          fixture.line("identity", line("L" + i, 2, false, member, survivor, day));
        }
      }
    }
    LinkGroups groups = LinkGroups.of(links);
    assertThat(roots(fixture))
        .as("seed " + seed)
        .allSatisfy((member, root) -> assertThat(root).isEqualTo(groups.root(id(member))));
  }
}
