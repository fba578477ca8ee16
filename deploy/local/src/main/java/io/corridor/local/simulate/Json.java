package io.corridor.local.simulate;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * A growing byte buffer that JSON text is written into. ASCII only: all simulated text is ASCII.
 */
final class Json {
  private static final int FIRST_DAY = -36_525;
  private static final byte[][] DATES = new byte[36_525 + 29_220][];

  static {
    for (int i = 0; i < DATES.length; i++) {
      DATES[i] =
          LocalDate.ofEpochDay(FIRST_DAY + i)
              .toString()
              .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
  }

  private byte[] bytes = new byte[1 << 14];
  private int length;

  Json clear() {
    length = 0;
    return this;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  Json raw(String ascii) {
    int n = ascii.length();
    room(n);
    for (int i = 0; i < n; i++) {
      bytes[length + i] = (byte) ascii.charAt(i);
    }
    length += n;
    return this;
  }

  Json raw(char ascii) {
    room(1);
    bytes[length++] = (byte) ascii;
    return this;
  }

  Json raw(byte[] ascii) {
    room(ascii.length);
    System.arraycopy(ascii, 0, bytes, length, ascii.length);
    length += ascii.length;
    return this;
  }

  /** A quoted string that needs no escapes. */
  Json text(String value) {
    return raw('"').raw(value).raw('"');
  }

  /** {@code ,"name":"value"}, or nothing for an empty value. */
  Json optional(String prefix, String value) {
    if (value.isEmpty()) {
      return this;
    }
    return raw(prefix).raw('"').raw(value).raw('"');
  }

  Json number(long value) {
    if (value < 0) {
      raw('-');
      return number(-value);
    }
    int digits = 1;
    long limit = 10;
    while (digits < 18 && value >= limit) {
      digits++;
      limit *= 10;
    }
    room(digits);
    long rest = value;
    for (int i = digits - 1; i >= 0; i--) {
      bytes[length + i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
    return this;
  }

  /** Cents as a quoted decimal with two places. */
  Json money(long cents) {
    raw('"');
    if (cents < 0) {
      raw('-');
    }
    long magnitude = Math.abs(cents);
    number(magnitude / 100);
    int rest = (int) (magnitude % 100);
    raw('.').raw((char) ('0' + rest / 10)).raw((char) ('0' + rest % 10));
    return raw('"');
  }

  /** A quoted ISO date. */
  Json date(int day) {
    return raw('"').raw(DATES[day - FIRST_DAY]).raw('"');
  }

  /** A quoted ISO instant in UTC with whole seconds. */
  Json instant(long millis) {
    long seconds = Math.floorDiv(millis, 1000L);
    int day = (int) Math.floorDiv(seconds, 86_400L);
    int second = (int) Math.floorMod(seconds, 86_400L);
    raw('"').raw(DATES[day - FIRST_DAY]).raw('T');
    two(second / 3600).raw(':');
    two(second / 60 % 60).raw(':');
    return two(second % 60).raw("Z\"");
  }

  private Json two(int value) {
    return raw((char) ('0' + value / 10)).raw((char) ('0' + value % 10));
  }
}
