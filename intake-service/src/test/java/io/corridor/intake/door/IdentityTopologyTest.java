package io.corridor.intake.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.id.MemberId;
import io.corridor.intake.canonical.Lines;
import io.corridor.schemas.Identity;
import io.corridor.schemas.IdentityLink;
import io.corridor.schemas.RecordStatus;
import io.corridor.schemas.topic.IdentityTopics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links through the door and the ledger to the roots of members. */
class IdentityTopologyTest {

  private static Lines link(String id, String member, String survivor, int day, int version) {
    return Lines.identity()
        .with("linkId", "'" + id + "'")
        .with("member", "'" + member + "'")
        .with("survivor", "'" + survivor + "'")
        .with("at", "'2025-03-0" + day + "T00:00:00Z'")
        .with("version", Integer.toString(version));
  }

  private static Lines unlink(String id, String member, String survivor, int day, int version) {
    return link(id, member, survivor, day, version).with("status", "'VOIDED'");
  }

  private static String id(String member) {
    return MemberId.surrogate(IntakeDriver.SECRET, "ACME", member).value();
  }

  private static Map<String, String> play(Path state, List<Lines> lines) {
    try (IntakeDriver intake = new IntakeDriver(state)) {
      for (int i = 0; i < lines.size(); i++) {
        intake.line("identity.ndjson", "identity", i + 1, lines.get(i).bytes());
      }
      Map<String, String> roots = roots(intake);
      IntakeDriver.balance(intake.counts());
      return roots;
    }
  }

  private static Map<String, String> roots(IntakeDriver intake) {
    Map<String, String> roots = new TreeMap<>();
    for (IntakeDriver.Out<Identity> out : intake.read(IdentityTopics.MEMBER, Identity.class)) {
      assertThat(out.key()).isEqualTo(out.body().getMember());
      roots.put(out.key(), out.body().getRoot());
    }
    roots.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
    return roots;
  }

  @Test
  @DisplayName("a merge names the root; its withdrawal gives the member back to itself")
  void mergeAndUnmerge(@TempDir Path state) {
    try (IntakeDriver intake = new IntakeDriver(state)) {
      intake.line("i", "identity", 1, link("L1", "M-1", "M-2", 1, 1).bytes());
      assertThat(intake.read(IdentityTopics.MEMBER, Identity.class))
          .singleElement()
          .satisfies(out -> {
            assertThat(out.body()).isEqualTo(new Identity(id("M-1"), id("M-2")));
            assertThat(out.envelope().getVersion()).isEqualTo(1);
          });
      intake.line("i", "identity", 2, link("L1", "M-1", "M-2", 1, 1).bytes());
      assertThat(intake.read(IdentityTopics.MEMBER, Identity.class)).as("duplicate").isEmpty();
      intake.line("i", "identity", 3, unlink("L1", "M-1", "M-2", 1, 2).bytes());
      assertThat(intake.read(IdentityTopics.MEMBER, Identity.class))
          .singleElement()
          .satisfies(out -> {
            assertThat(out.body()).isEqualTo(new Identity(id("M-1"), id("M-1")));
            assertThat(out.envelope().getVersion()).isEqualTo(2);
          });
    }
  }

  @Test
  @DisplayName("a link that closes a cycle is reported with its place and does not count")
  void cycle(@TempDir Path state) {
    try (IntakeDriver intake = new IntakeDriver(state)) {
      intake.line("i", "identity", 1, link("L1", "M-1", "M-2", 1, 1).bytes());
      intake.line("i", "identity", 2, link("L2", "M-2", "M-1", 2, 1).bytes());
      assertThat(intake.rejections())
          .singleElement()
          .satisfies(out -> {
            assertThat(out.body().getCode()).isEqualTo("INTAKE_IDENTITY_CYCLE");
            assertThat(out.key()).startsWith("identity|intake.identity-link.v1-0|");
          });
      assertThat(roots(intake)).isEqualTo(Map.of(id("M-1"), id("M-2")));
      intake.line("i", "identity", 3, unlink("L1", "M-1", "M-2", 1, 2).bytes());
      assertThat(roots(intake)).isEqualTo(Map.of(id("M-2"), id("M-1")));
      assertThat(IntakeDriver.balance(intake.counts()))
          .as("every line is accounted for")
          .isEqualTo(3);
    }
  }

  @Test
  @DisplayName("links by the inbox topic obey the same rules")
  void inbox(@TempDir Path state) {
    try (IntakeDriver intake = new IntakeDriver(state)) {
      IdentityLink link =
          IdentityLink.newBuilder()
              .setPayer("ACME")
              .setLinkId("L1")
              .setVersion(1)
              .setStatus(RecordStatus.ACTIVE)
              .setMember("M-1")
              .setSurvivor("M-2")
              .setAt(Instant.parse("2025-03-01T00:00:00Z"))
              .build();
      intake.pipe(IdentityTopics.INBOX, "any", link, IntakeDriver.NOW);
      assertThat(roots(intake)).isEqualTo(Map.of(id("M-1"), id("M-2")));
    }
  }

  @Test
  @DisplayName("L1: any order and duplication of links, unlinks and re-links gives the same roots")
  void anyOrder(@TempDir Path state) {
    List<Lines> lines =
        new ArrayList<>(
            List.of(
                link("L1", "M-1", "M-2", 1, 1),
                link("L2", "M-2", "M-3", 2, 1),
                link("L3", "M-3", "M-1", 3, 1),
                link("L4", "M-4", "M-5", 2, 1),
                unlink("L4", "M-4", "M-5", 2, 2),
                link("L5", "M-5", "M-1", 4, 1),
                link("L6", "M-6", "M-7", 5, 1),
                link("L6", "M-6", "M-8", 5, 2),
                link("L7", "M-9", "M-7", 6, 1),
                link("L7", "M-8", "M-7", 6, 2)));
    Map<String, String> expected = play(state.resolve("first"), lines);
    assertThat(expected)
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    id("M-1"), id("M-3"),
                    id("M-2"), id("M-3"),
                    id("M-5"), id("M-3"),
                    id("M-6"), id("M-7"),
                    id("M-8"), id("M-7"))));
    long seed = 20251122;
    Random random = new Random(seed);
    for (int round = 0; round < 12; round++) {
      List<Lines> disordered = new ArrayList<>(lines);
      disordered.addAll(lines.subList(0, 4));
      Collections.shuffle(disordered, random);
      assertThat(play(state.resolve("r" + round), disordered))
          .as("seed " + seed)
          .isEqualTo(expected);
    }
  }
}
