package io.corridor.local.simulate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Writes chunks as feed files: first appended to part files by record type and month of receipt,
 * then each part sorted by received-at and written as NDJSON.
 */
final class FeedFiles {
  /** A finished file. */
  record Written(String name, RecordType type, long rows, long paidCents) {}

  private final Path directory;
  private final Path parts;
  private final Timeline timeline;
  private final boolean gzip;
  private final Map<Integer, FileChannel> channels = new TreeMap<>();

  FeedFiles(Path directory, Timeline timeline, boolean gzip) throws IOException {
    this.directory = directory;
    this.timeline = timeline;
    this.gzip = gzip;
    Files.createDirectories(directory);
    this.parts = Files.createTempDirectory(directory, ".parts");
  }

  /** Appends a chunk. */
  void append(RecordBuffer chunk) {
    try {
      for (Map.Entry<Integer, RecordBuffer.Run> entry : chunk.runs().entrySet()) {
        FileChannel channel = channels.get(entry.getKey());
        if (channel == null) {
          channel =
              FileChannel.open(
                  parts.resolve(entry.getKey().toString()),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
          channels.put(entry.getKey(), channel);
        }
        ByteBuffer bytes = ByteBuffer.wrap(entry.getValue().bytes(), 0, entry.getValue().length());
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sorts and writes all files; part files are removed. */
  List<Written> finish(int threads) throws IOException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Written>> pending = new ArrayList<>();
      for (Map.Entry<Integer, FileChannel> entry : channels.entrySet()) {
        pending.add(workers.submit(() -> sort(entry.getKey(), entry.getValue())));
      }
      List<Written> written = new ArrayList<>();
      for (Future<Written> future : pending) {
        written.add(future.get());
      }
      return written;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("writing the feed failed", e.getCause());
    } finally {
      workers.shutdownNow();
      for (Map.Entry<Integer, FileChannel> entry : channels.entrySet()) {
        entry.getValue().close();
        Files.deleteIfExists(parts.resolve(entry.getKey().toString()));
      }
      Files.deleteIfExists(parts);
    }
  }

  private String name(int fileKey) {
    RecordType type = RecordBuffer.typeOf(fileKey);
    int month = RecordBuffer.monthOf(fileKey);
    String name =
        type == RecordType.AFFILIATION && month == 0
            ? type.feedName()
            : String.format(
                Locale.ROOT,
                "%s-%04d-%02d",
                type.feedName(),
                timeline.calendarYear(month),
                timeline.calendarMonth(month));
    return name + (gzip ? ".ndjson.gz" : ".ndjson");
  }

  private Written sort(int fileKey, FileChannel channel) throws IOException {
    MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
    long[] order = new long[1024];
    int[] offsets = new int[1024];
    int count = 0;
    long paid = 0;
    long base = Long.MIN_VALUE;
    int at = 0;
    while (at < bytes.limit()) {
      long receivedAt = bytes.getLong(at);
      if (base == Long.MIN_VALUE) {
        base = Math.floorDiv(receivedAt, 1000L) - 40L * 86_400;
      }
      if (count == order.length) {
        order = Arrays.copyOf(order, count * 2);
        offsets = Arrays.copyOf(offsets, count * 2);
      }
      // Seconds within the file above, position below: one sort keeps ties in order of generation.
      order[count] = (Math.floorDiv(receivedAt, 1000L) - base) << 32 | count;
      offsets[count] = at;
      paid += bytes.getLong(at + 8);
      at += RecordBuffer.HEADER + bytes.getInt(at + 16);
      count++;
    }
    Arrays.sort(order, 0, count);
    String name = name(fileKey);
    byte[] line = new byte[1 << 16];
    try (OutputStream out = open(directory.resolve(name))) {
      for (int i = 0; i < count; i++) {
        int offset = offsets[(int) order[i]];
        int size = bytes.getInt(offset + 16);
        if (size + 1 > line.length) {
          line = new byte[size * 2];
        }
        bytes.get(offset + RecordBuffer.HEADER, line, 0, size);
        line[size] = '\n';
        out.write(line, 0, size + 1);
      }
    }
    return new Written(name, RecordBuffer.typeOf(fileKey), count, paid);
  }

  private OutputStream open(Path file) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    return gzip ? new FastGzip(out) : new BufferedOutputStream(out, 1 << 16);
  }

  /** Gzip at the fastest level: the feed is written once and read once. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
