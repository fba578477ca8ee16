package io.corridor.local.feed;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, plain or gzip, as bytes. A line is what stands before a line feed; one
 * carriage return before it belongs to it no more. A line above the limit is cut just above it, so
 * that whoever reads it sees that it is too long.
 */
public final class LineReader implements AutoCloseable {

  /** The longest line that is handed on whole; intake takes records up to 1 MB. */
  public static final int LIMIT = (1 << 20) + 1;

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int filled;

  /** Opens a file; one whose name ends in {@code .gz} is unpacked. */
  public LineReader(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      this.in =
          file.getFileName().toString().endsWith(".gz") ? new GZIPInputStream(raw, BUFFER) : raw;
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /**
   * The next line, null at the end.
   *
   * @throws IOException when the file cannot be read on; what was read of an unfinished line is
   *     dropped
   */
  public byte @Nullable [] next() throws IOException {
    line.reset();
    boolean any = false;
    while (true) {
      if (at == filled) {
        filled = in.read(buffer);
        at = 0;
        if (filled < 0) {
          filled = 0;
          return any ? content() : null;
        }
      }
      any = true;
      int end = at;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      int room = LIMIT - line.size();
      line.write(buffer, at, Math.min(end - at, room));
      boolean complete = end < filled;
      at = complete ? end + 1 : end;
      if (complete) {
        return content();
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private byte[] content() {
    byte[] bytes = line.toByteArray();
    int length = bytes.length;
    return length > 0 && bytes[length - 1] == '\r' ? Arrays.copyOf(bytes, length - 1) : bytes;
  }
}
