package io.corridor.local.simulate;

import java.nio.charset.StandardCharsets;

/** Edits on the text of a finished record. */
final class Patch {
  private Patch() {}

  static String text(Json json) {
    return new String(json.bytes(), 0, json.length(), StandardCharsets.US_ASCII);
  }

  /** The text value of a field, the first one of that name; empty when there is none. */
  static String value(String record, String field) {
    String key = "\"" + field + "\":\"";
    int at = record.indexOf(key);
    if (at < 0) {
      return "";
    }
    int from = at + key.length();
    return record.substring(from, record.indexOf('"', from));
  }

  /** The record with the first text value of a field replaced. */
  static String with(String record, String field, String value) {
    String key = "\"" + field + "\":\"";
    int at = record.indexOf(key);
    if (at < 0) {
      return record;
    }
    int from = at + key.length();
    return record.substring(0, from) + value + record.substring(record.indexOf('"', from));
  }

  /** The record received at another time. */
  static String receivedAt(String record, long millis) {
    String instant = Patch.text(new Json().instant(millis));
    return with(record, "receivedAt", instant.substring(1, instant.length() - 1));
  }

  /** The version number of a record; 1 when it has none. */
  static int version(String record) {
    int at = record.indexOf("\"version\":");
    if (at < 0) {
      return 1;
    }
    int end = at + 10;
    int version = 0;
    while (Character.isDigit(record.charAt(end))) {
      version = version * 10 + record.charAt(end) - '0';
      end++;
    }
    return version;
  }

  static String withVersion(String record, int version) {
    return record.replaceFirst("\"version\":\\d+", "\"version\":" + version);
  }
}
