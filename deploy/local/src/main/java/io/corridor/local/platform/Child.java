package io.corridor.local.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that the platform started and that may outlive it.
 *
 * @param name what it is
 * @param pid process id
 * @param startedAt when it started, as the operating system says
 * @param marker text that its command line contains: its data directory
 */
public record Child(String name, long pid, Instant startedAt, String marker) {

  /** The start time comes from clock ticks since boot: two readings differ by less than this. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Describes a running process; empty when it has ended. */
  public static Optional<Child> of(String name, long pid, String marker) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(handle -> handle.info().startInstant())
        .map(start -> new Child(name, pid, start, marker));
  }

  /**
   * The process, if it still runs and is the same: same start time, and the marker on its command
   * line.
   */
  public Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
  }

  /** True when this very process still runs; the marker is not looked at. */
  public boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(this::startedThen)
        .isPresent();
  }

  /**
   * Stops the process if it still runs and is the same; waits until it has ended.
   *
   * @return true when there was one to stop
   */
  public boolean stop() {
    Optional<ProcessHandle> handle = find();
    handle.ifPresent(Child::stop);
    return handle.isPresent();
  }

  private static void stop(ProcessHandle handle) {
    handle.destroy();
    if (!ended(handle)) {
      handle.destroyForcibly();
      if (!ended(handle)) {
        throw new PlatformException(
            "PLATFORM_ORPHAN", "process " + handle.pid() + " does not end; stop it by hand");
      }
    }
  }

  private static boolean ended(ProcessHandle handle) {
    CompletableFuture<ProcessHandle> exit = handle.onExit();
    try {
      exit.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot wait for process " + handle.pid(), e);
    }
  }

  private boolean isSame(ProcessHandle handle) {
    return startedThen(handle)
        && handle.info().commandLine().filter(line -> line.contains(marker)).isPresent();
  }

  private boolean startedThen(ProcessHandle handle) {
    return handle
        .info()
        .startInstant()
        .filter(start -> Duration.between(start, startedAt).abs().compareTo(TOLERANCE) < 0)
        .isPresent();
  }
}
