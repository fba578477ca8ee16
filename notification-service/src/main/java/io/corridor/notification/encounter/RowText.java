package io.corridor.notification.encounter;

import java.time.Instant;
import java.util.Locale;

/** Texts that are safe as one part of a key: no bar inside, sortable where they stand for time. */
public final class RowText {

  private RowText() {}

  /** The text with {@code %} and {@code |} written as percent codes. */
  public static String escape(String text) {
    return text.replace("%", "%25").replace("|", "%7C");
  }

  /** The text that {@link #escape} was given. */
  public static String unescape(String text) {
    return text.replace("%7C", "|").replace("%25", "%");
  }

  /** Milliseconds since 1970 with leading zeros; earlier instants are not sent by any feed. */
  public static String instant(Instant at) {
    return String.format(Locale.ROOT, "%015d", at.toEpochMilli());
  }

  /** The instant that {@link #instant} was given. */
  public static Instant instant(String text) {
    return Instant.ofEpochMilli(Long.parseLong(text));
  }
}
