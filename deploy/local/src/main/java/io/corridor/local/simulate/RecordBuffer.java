package io.corridor.local.simulate;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * Records of a chunk of members by file (record type and month of receipt), in binary form:
 * received-at, paid cents, length, bytes. Records received outside [from, until) are left out: they
 * are not known yet, or known already.
 */
final class RecordBuffer implements RecordSink {
  static final int HEADER = 20;

  /** A growing run of framed records. */
  static final class Run {
    private byte[] bytes = new byte[1 << 12];
    private int length;

    byte[] bytes() {
      return bytes;
    }

    int length() {
      return length;
    }

    void add(long receivedAt, long cents, byte[] json, int size) {
      int needed = length + HEADER + size;
      if (needed > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
      }
      ByteBuffer.wrap(bytes, length, HEADER).putLong(receivedAt).putLong(cents).putInt(size);
      System.arraycopy(json, 0, bytes, length + HEADER, size);
      length = needed;
    }
  }

  private final Timeline timeline;
  private final long from;
  private final long until;
  private final TreeMap<Integer, Run> runs = new TreeMap<>();
  private long records;

  RecordBuffer(Timeline timeline, long from, long until) {
    this.timeline = timeline;
    this.from = from;
    this.until = until;
  }

  @Override
  public void accept(RecordType type, long received, Json json, long paidCents) {
    // The text has whole seconds.
    long receivedAt = received - Math.floorMod(received, 1000L);
    if (receivedAt < from || receivedAt >= until) {
      return;
    }
    int month = Math.max(0, timeline.monthOf((int) Math.floorDiv(receivedAt, 86_400_000L)));
    runs.computeIfAbsent(fileKey(type, month), k -> new Run())
        .add(receivedAt, paidCents, json.bytes(), json.length());
    records++;
  }

  /** Order of files: type, then month. */
  static int fileKey(RecordType type, int month) {
    return type.ordinal() * 10_000 + month;
  }

  static RecordType typeOf(int fileKey) {
    return RecordType.values()[fileKey / 10_000];
  }

  static int monthOf(int fileKey) {
    return fileKey % 10_000;
  }

  TreeMap<Integer, Run> runs() {
    return runs;
  }

  long records() {
    return records;
  }
}
