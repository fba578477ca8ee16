package io.corridor.schemas.serde;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Avro's binary primitives into a buffer that grows and is used again. Not for several threads. */
final class AvroOutput {

  private static final int USUAL = 4096;
  private static final int LARGE = 1 << 20;

  private byte[] buffer = new byte[USUAL];
  private int count;

  /** Forgets what was written, and gives back what one unusually large value made it take. */
  void reset() {
    count = 0;
    if (buffer.length > LARGE) {
      buffer = new byte[USUAL];
    }
  }

  byte[] toByteArray() {
    return Arrays.copyOf(buffer, count);
  }

  private void room(int bytes) {
    if (buffer.length - count < bytes) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, Math.addExact(count, bytes)));
    }
  }

  /** Four bytes, big end first: a schema id, not an Avro int. */
  void writeFixed32(int value) {
    room(4);
    ByteBuffer.wrap(buffer).putInt(count, value);
    count += 4;
  }

  void writeByte(int value) {
    room(1);
    buffer[count++] = (byte) value;
  }

  void writeBoolean(boolean value) {
    writeByte(value ? 1 : 0);
  }

  /** An Avro int or long: zigzag, seven bits a byte, small end first. */
  void writeLong(long value) {
    room(10);
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      buffer[count++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    buffer[count++] = (byte) rest;
  }

  void writeString(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    writeLong(bytes.length);
    room(bytes.length);
    System.arraycopy(bytes, 0, buffer, count, bytes.length);
    count += bytes.length;
  }

  void writeBytes(ByteBuffer value) {
    int length = value.remaining();
    writeLong(length);
    room(length);
    value.get(value.position(), buffer, count, length);
    count += length;
  }

  /** The shortest big-endian two's complement, as Avro's decimals have it, with its length. */
  void writeUnscaled(long value) {
    int bits = 65 - Long.numberOfLeadingZeros(value ^ (value >> 63));
    int bytes = (bits + 7) >> 3;
    writeLong(bytes);
    room(bytes);
    for (int shift = (bytes - 1) << 3; shift >= 0; shift -= 8) {
      buffer[count++] = (byte) (value >> shift);
    }
  }
}
