package io.corridor.schemas.serde;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Avro's binary primitives from one value's bytes. A count or length is believed only as far as
 * bytes are left; whatever does not fit ends in an {@link IndexOutOfBoundsException} or {@link
 * IllegalArgumentException}.
 */
final class AvroInput {

  private final byte[] bytes;
  private int at;

  AvroInput(byte[] bytes, int from) {
    this.bytes = bytes;
    this.at = from;
  }

  int remaining() {
    return bytes.length - at;
  }

  boolean readBoolean() {
    return bytes[at++] == 1;
  }

  int readInt() {
    return Math.toIntExact(readLong());
  }

  long readLong() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = bytes[at++];
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return (value >>> 1) ^ -(value & 1);
      }
    }
    throw new IllegalArgumentException("a number has more than ten bytes");
  }

  String readString() {
    int length = length();
    String value = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return value;
  }

  ByteBuffer readBytes() {
    int length = length();
    ByteBuffer value = ByteBuffer.wrap(Arrays.copyOfRange(bytes, at, at + length));
    at += length;
    return value;
  }

  /**
   * Big-endian two's complement with its length.
   *
   * @throws IllegalArgumentException if it has no bytes or more than eight
   */
  long readUnscaled() {
    int length = length();
    if (length < 1 || length > Long.BYTES) {
      throw new IllegalArgumentException("a decimal has " + length + " bytes");
    }
    long value = bytes[at];
    for (int i = 1; i < length; i++) {
      value = (value << 8) | (bytes[at + i] & 0xFF);
    }
    at += length;
    return value;
  }

  /** Items in the next block of a list; zero ends the list. */
  int readBlock() {
    long count = readLong();
    if (count < 0) {
      readLong(); // The block's size in bytes, of use only to those who skip it.
      count = -count;
    }
    return fitting(count);
  }

  private int length() {
    return fitting(readLong());
  }

  private int fitting(long count) {
    if (count < 0 || count > remaining()) {
      throw new IndexOutOfBoundsException("more is announced than is left");
    }
    return (int) count;
  }
}
