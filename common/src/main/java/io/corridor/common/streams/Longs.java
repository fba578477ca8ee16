package io.corridor.common.streams;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Whole numbers in as few bytes as they need: most sums are zero or small. */
final class Longs {

  private static final int GROUP = 7;
  private static final int MORE = 0x80;

  private Longs() {}

  /** Writes the number of values, then each value. */
  static void write(ByteArrayOutputStream out, long[] values) {
    writeOne(out, values.length);
    for (long value : values) {
      writeOne(out, value);
    }
  }

  private static void writeOne(ByteArrayOutputStream out, long value) {
    long left = (value << 1) ^ (value >> 63);
    while ((left & ~0x7FL) != 0) {
      out.write((int) (left & 0x7F) | MORE);
      left >>>= GROUP;
    }
    out.write((int) left);
  }

  /** Reads what {@link #write} wrote. */
  static long[] read(ByteBuffer in) {
    long[] values = new long[(int) readOne(in)];
    for (int i = 0; i < values.length; i++) {
      values[i] = readOne(in);
    }
    return values;
  }

  private static long readOne(ByteBuffer in) {
    long raw = 0;
    int shift = 0;
    byte next = in.get();
    while (next < 0) {
      raw |= (next & 0x7FL) << shift;
      shift += GROUP;
      next = in.get();
    }
    raw |= (long) next << shift;
    return (raw >>> 1) ^ -(raw & 1);
  }
}
