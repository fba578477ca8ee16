package io.corridor.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ownership of a data directory. The lock is the operating system's: it ends with the process,
 * however that ends. What a dead owner left running is stopped before the new owner goes on.
 */
public final class PlatformLock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PlatformLock.class);

  private final Layout layout;
  private final FileChannel channel;
  private final FileLock lock;

  private PlatformLock(Layout layout, FileChannel channel, FileLock lock) {
    this.layout = layout;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the lock and clears what a dead owner left over.
   *
   * @throws PlatformException PLATFORM_LOCKED when another process owns the directory
   */
  public static PlatformLock take(Layout layout) {
    try {
      FileChannel channel =
          FileChannel.open(
              layout.lock(),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.READ);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        String owner =
            RunFile.read(layout.runFile())
                .map(run -> " by process " + run.owner().pid())
                .orElse("");
        throw new PlatformException(
            "PLATFORM_LOCKED",
            "a platform runs already on " + layout.root() + owner + "; stop it first");
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
      PlatformLock held = new PlatformLock(layout, channel, lock);
      held.stopOrphans();
      return held;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + layout.lock(), e);
    }
  }

  /** The run file of the platform that owns this directory now; empty when none runs. */
  public static Optional<RunFile> running(Layout layout) {
    return RunFile.read(layout.runFile()).filter(run -> run.owner().isAlive());
  }

  /** Gives the directory up. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(layout.runFile());
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot release " + layout.lock(), e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private void stopOrphans() {
    List<Child> recorded = RunFile.read(layout.runFile()).map(RunFile::children).orElse(List.of());
    for (Child child : recorded) {
      if (child.stop()) {
        LOG.info("stopped {} (process {}), left over by an earlier run", child.name(), child.pid());
      }
    }
    // The owner may have died between starting the database and recording it.
    Child.of("postgres", EmbeddedDatabase.pidIn(layout.database()), layout.database().toString())
        .ifPresent(Child::stop);
  }
}
