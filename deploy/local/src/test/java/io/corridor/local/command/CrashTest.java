package io.corridor.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.corridor.local.platform.Exporter;
import io.corridor.local.platform.Layout;
import io.corridor.local.platform.PlatformLock;
import io.corridor.local.platform.Progress;
import io.corridor.local.platform.RunFile;
import io.corridor.local.platform.TopicReader;
import io.corridor.schemas.ClaimValue;
import io.corridor.schemas.InboxOutreachValue;
import io.corridor.schemas.Outreach;
import io.corridor.schemas.OutreachChange;
import io.corridor.schemas.OutreachValue;
import io.corridor.schemas.serde.HttpSchemaRegistry;
import io.corridor.schemas.topic.InboxTopics;
import io.corridor.schemas.topic.Topics;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole platform as its own process, killed and started again. */
@Tag("acceptance")
class CrashTest {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String CONTACT = "contact-before-the-crash";

  @TempDir private Path directory;

  @Test
  @DisplayName(
      "after kill -9 the next start goes on with the same data, reads what was written with an older schema, and leaves no process behind")
  void killAndStartAgain() throws Exception {
    Layout layout = new Layout(directory.resolve("data")).create();
    Process first = up();
    RunFile before = running(layout, first);
    int claimId = idOfClaims(before);
    int olderId = OlderWriter.register(before);
    OlderWriter.write(before, CONTACT);
    first.destroyForcibly().waitFor();
    assertThat(before.children()).allSatisfy(child -> assertThat(child.isAlive()).isTrue());

    Process second = up();
    RunFile after = running(layout, second);
    assertThat(before.children()).allSatisfy(child -> assertThat(child.find()).isEmpty());
    assertThat(after.services()).hasSameSizeAs(before.services());
    assertThat(OlderWriter.register(after)).isEqualTo(olderId);
    assertThat(idOfClaims(after)).isEqualTo(claimId);
    assertThat(written(after)).extracting(Outreach::getOutreachId).containsExactly(CONTACT);
    awaitContact(after);

    second.destroy();
    assertThat(second.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(after.children()).allSatisfy(child -> assertThat(child.find()).isEmpty());
    assertThat(layout.runFile()).doesNotExist();
  }

  @Test
  @DisplayName(
      "killed in the middle of a load, started again and loaded again: the answers of an undisturbed load")
  void killInTheMiddleOfALoad() throws Exception {
    String feed = directory.resolve("feed").toString();
    assertThat(
            CorridorCommand.execute(
                "simulate",
                "--members",
                "300",
                "--months",
                "4",
                "--seed",
                "5",
                "--plain",
                "--out",
                feed))
        .isZero();
    mergeMembers(Path.of(feed));

    Layout disturbed = new Layout(directory.resolve("data")).create();
    Process first = up();
    RunFile run = running(disturbed, first);
    apply(disturbed, feed);
    Process load = launch("load.log", "load", feed, "--data", disturbed.root().toString());
    awaitClaims(run, 500);
    first.destroyForcibly().waitFor();
    load.destroyForcibly().waitFor();

    Process second = up();
    Map<String, String> answers = answers(disturbed, running(disturbed, second), feed, "disturbed");
    stop(second);

    Layout quiet = new Layout(directory.resolve("quiet")).create();
    Process third = launch("up.log", "up", "--portal-port", "0", "--data", quiet.root().toString());
    RunFile undisturbed = running(quiet, third);
    apply(quiet, feed);
    assertThat(answers).isNotEmpty();
    assertThat(Answers.differences(answers, answers(quiet, undisturbed, feed, "undisturbed")))
        .isEmpty();
    stop(third);
  }

  /** Every tenth member turns out to be the next one: rows are under way to roots at the crash. */
  private static void mergeMembers(Path feed) throws IOException {
    TreeSet<String> members = new TreeSet<>();
    try (Stream<Path> files = Files.list(feed)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("enrollment")).toList()) {
        for (String line : Files.readAllLines(file)) {
          JsonNode record = JSON.readTree(line);
          members.add(record.get("payer").textValue() + " " + record.get("member").textValue());
        }
      }
    }
    List<String> all = List.copyOf(members);
    List<String> links = new ArrayList<>();
    for (int i = 0; i + 1 < all.size(); i += 10) {
      String[] given = all.get(i).split(" ");
      String[] survivor = all.get(i + 1).split(" ");
      if (given[0].equals(survivor[0])) {
        links.add(
            """
            {"payer":"%s","linkId":"L%d","version":1,"status":"ACTIVE","member":"%s","survivor":"%s",\
            "at":"2025-01-10T00:00:00Z","receivedAt":"2025-01-10T00:00:00Z"}\
            """
                .formatted(given[0], i, given[1], survivor[1]));
      }
    }
    assertThat(links).isNotEmpty();
    Files.write(feed.resolve("identity.ndjson"), links);
    Path manifest = feed.resolve("manifest.json");
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replace(
                "\n]}", ",\n  {\"name\":\"identity.ndjson\",\"recordType\":\"identity\"}\n]}"));
  }

  private static void apply(Layout layout, String feed) {
    assertThat(
            CorridorCommand.execute(
                "contract", "apply", feed + "/contracts", "--data", layout.root().toString()))
        .isZero();
  }

  private Map<String, String> answers(Layout layout, RunFile run, String feed, String name) {
    assertThat(CorridorCommand.execute("load", feed, "--wait", "--data", layout.root().toString()))
        .isZero();
    Path results = directory.resolve(name);
    new Exporter(run.endpoints()).all(results, Progress.silent());
    return Answers.in(results);
  }

  /** What other systems wrote, read with the schemas of today. */
  private static List<Outreach> written(RunFile run) {
    List<Outreach> contacts = new ArrayList<>();
    try (TopicReader<InboxOutreachValue> reader =
        TopicReader.of(run.endpoints(), InboxTopics.OUTREACH)) {
      reader.each((key, value) -> contacts.add(value.getBody()));
    }
    return contacts;
  }

  /** Waits until intake has accepted the contact. */
  private static void awaitContact(RunFile run) throws Exception {
    await(
        "the contact was not accepted",
        () -> {
          List<OutreachChange> changes = new ArrayList<>();
          try (TopicReader<OutreachValue> reader =
              TopicReader.of(run.endpoints(), Topics.OUTREACH)) {
            reader.each((key, value) -> changes.add(value.getBody()));
          }
          return changes.stream()
              .map(OutreachChange::getAfter)
              .anyMatch(after -> after != null && after.getOutreachId().equals(CONTACT));
        });
  }

  /** Waits until intake has said something of so many claims. */
  private static void awaitClaims(RunFile run, long claims) throws Exception {
    try (TopicReader<ClaimValue> reader = TopicReader.of(run.endpoints(), Topics.CLAIM)) {
      await(
          "the load did not reach " + claims + " claims",
          () -> reader.ends().values().stream().mapToLong(Long::longValue).sum() >= claims);
    }
  }

  private static void await(String failure, BooleanSupplier reached) throws TimeoutException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!reached.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException(failure);
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private static void stop(Process platform) throws InterruptedException {
    platform.destroy();
    assertThat(platform.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  private static int idOfClaims(RunFile run) {
    return new HttpSchemaRegistry(URI.create(run.registry()), false)
        .idOf(Topics.CLAIM.subject(), Topics.CLAIM.schema());
  }

  private Process up() throws IOException {
    return launch(
        "up.log", "up", "--portal-port", "0", "--data", directory.resolve("data").toString());
  }

  private Process launch(String log, String... arguments) throws IOException {
    return LauncherProcess.start(new File(directory.toFile(), log), Map.of(), arguments);
  }

  /** Waits until every service is in the run file of this process. */
  private RunFile running(Layout layout, Process process) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<RunFile> run =
          PlatformLock.running(layout).filter(file -> file.owner().pid() == process.pid());
      if (run.isPresent()
          && Files.readString(directory.resolve("up.log")).contains("Corridor runs")) {
        return run.get();
      }
      assertThat(process.isAlive()).as(Files.readString(directory.resolve("up.log"))).isTrue();
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    throw new TimeoutException(
        "the platform did not start: " + Files.readString(directory.resolve("up.log")));
  }
}
