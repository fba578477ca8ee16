package io.corridor.intake.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups are a function of the set of links. */
class LinkGroupsTest {

  private static Link link(int day, String member, String survivor) {
    return new Link(
        member + survivor + day,
        Instant.parse("2025-01-01T00:00:00Z").plusSeconds(86_400L * day),
        member,
        survivor);
  }

  @Test
  @DisplayName("a chain is one hop for each of its ids, whichever link comes first")
  void chain() {
    List<Link> forwards = List.of(link(1, "A", "B"), link(2, "B", "C"), link(3, "C", "D"));
    List<Link> backwards = List.of(link(3, "A", "B"), link(2, "B", "C"), link(1, "C", "D"));
    for (List<Link> links : List.of(forwards, backwards)) {
      assertThat(LinkGroups.of(links).roots())
          .isEqualTo(Map.of("A", "D", "B", "D", "C", "D", "D", "D"));
    }
  }

  @Test
  @DisplayName("two groups join when a later link names an id of each")
  void groupsJoin() {
    LinkGroups groups =
        LinkGroups.of(List.of(link(1, "A", "B"), link(2, "C", "D"), link(3, "A", "C")));
    assertThat(groups.roots()).isEqualTo(Map.of("A", "D", "B", "D", "C", "D", "D", "D"));
    assertThat(groups.refused()).isEmpty();
  }

  @Test
  @DisplayName("the later of two contradicting links is refused and counts when the other goes")
  void cycle() {
    Link first = link(1, "A", "B");
    Link second = link(2, "B", "A");
    LinkGroups groups = LinkGroups.of(List.of(second, first));
    assertThat(groups.roots()).isEqualTo(Map.of("A", "B", "B", "B"));
    assertThat(groups.refused()).containsExactly(second.key());
    assertThat(LinkGroups.of(List.of(second)).roots()).isEqualTo(Map.of("A", "A", "B", "A"));
  }

  @Test
  @DisplayName("a link that says what others say already is no cycle and keeps the group together")
  void redundant() {
    Link direct = link(3, "A", "C");
    assertThat(LinkGroups.of(List.of(link(1, "A", "B"), link(2, "B", "C"), direct)).refused())
        .isEmpty();
    assertThat(LinkGroups.of(List.of(link(1, "A", "B"), direct)).roots())
        .as("B to C withdrawn: A is still both")
        .isEqualTo(Map.of("A", "C", "B", "C", "C", "C"));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {20251101, 20251102, 20251103, 20251104})
  @DisplayName("L1: any permutation gives the same roots; a root is its own; linked ids share one")
  void anyOrder(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      List<Link> links = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        String member = "M" + random.nextInt(9);
        String survivor = "M" + random.nextInt(9);
        if (!member.equals(survivor)) {
          links.add(link(random.nextInt(4) * 20 + i, member, survivor));
        }
      }
      LinkGroups groups = LinkGroups.of(links);
      Collections.shuffle(links, random);
      assertThat(LinkGroups.of(links).roots()).as("seed " + seed).isEqualTo(groups.roots());
      assertThat(LinkGroups.of(links).refused()).isEqualTo(groups.refused());
      for (Link link : links) {
        String root = groups.root(link.member());
        assertThat(groups.root(link.survivor())).isEqualTo(root);
        assertThat(groups.root(root)).isEqualTo(root);
      }
      List<Link> counted =
          links.stream().filter(link -> !groups.refused().contains(link.key())).toList();
      assertThat(LinkGroups.of(counted).roots())
          .as("refused links change nothing")
          .isEqualTo(new TreeMap<>(groups.roots()));
    }
  }
}
