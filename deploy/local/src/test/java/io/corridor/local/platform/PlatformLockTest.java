package io.corridor.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformLockTest {

  @TempDir private Path directory;
  private Layout layout;
  private Process sleeper;

  @BeforeEach
  void startChild() throws Exception {
    layout = new Layout(directory).create();
    // A child whose command line names its data directory, as PostgreSQL's does.
    sleeper =
        new ProcessBuilder("sh", "-c", "sleep 120; true", layout.database().toString()).start();
  }

  @AfterEach
  void stopChild() {
    sleeper.descendants().forEach(ProcessHandle::destroyForcibly);
    sleeper.destroyForcibly();
  }

  @Test
  @DisplayName("a second owner is refused while the first holds the directory, and may follow it")
  void oneOwner() {
    try (PlatformLock held = PlatformLock.take(layout)) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> PlatformLock.take(layout))
          .isInstanceOfSatisfying(
              PlatformException.class, e -> assertThat(e.code()).isEqualTo("PLATFORM_LOCKED"));
    }
    PlatformLock.take(layout).close();
  }

  @Test
  @DisplayName("a child that a dead owner recorded is stopped")
  void stopsOrphan() {
    record(Child.of("postgres", sleeper.pid(), layout.database().toString()).orElseThrow());
    PlatformLock.take(layout).close();
    assertThat(sleeper.isAlive()).isFalse();
  }

  @Test
  @DisplayName("a process that got a dead child's number later is left alone")
  void leavesOtherStartTime() {
    record(
        new Child(
            "postgres",
            sleeper.pid(),
            Instant.now().minusSeconds(3600),
            layout.database().toString()));
    PlatformLock.take(layout).close();
    assertThat(sleeper.isAlive()).isTrue();
  }

  @Test
  @DisplayName("a process with another command line is left alone")
  void leavesOtherCommandLine() {
    Child child = Child.of("postgres", sleeper.pid(), "/another/directory").orElseThrow();
    record(child);
    PlatformLock.take(layout).close();
    assertThat(sleeper.isAlive()).isTrue();
  }

  @Test
  @DisplayName("a database that was started but not yet recorded is found through its own pid file")
  void findsUnrecorded() throws Exception {
    Files.createDirectories(layout.database());
    Files.writeString(
        layout.database().resolve("postmaster.pid"), sleeper.pid() + "\n", StandardCharsets.UTF_8);
    PlatformLock.take(layout).close();
    assertThat(sleeper.isAlive()).isFalse();
  }

  @Test
  @DisplayName("a half-written run file does not keep the next start from going on")
  void survivesBrokenRunFile() throws Exception {
    Files.writeString(layout.runFile(), "{\"pid\": 12", StandardCharsets.UTF_8);
    PlatformLock.take(layout).close();
    assertThat(PlatformLock.running(layout)).isEmpty();
  }

  private void record(Child child) {
    RunFile.begin().withChild(child).write(layout.runFile());
  }
}
