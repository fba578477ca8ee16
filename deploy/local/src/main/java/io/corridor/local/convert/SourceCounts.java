package io.corridor.local.desynpuf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the rows of one source file: read = used + rejected. */
final class SourceCounts {
  /** Places of rejected rows that are listed; further ones are only counted. */
  private static final int LISTED = 200;

  /** Place and reason of one rejected row. */
  record Rejection(String code, String field, long line) {}

  private final String file;
  private final Map<String, Long> reasons = new TreeMap<>();
  private final Map<String, Long> notes = new TreeMap<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private long read;
  private long rejected;

  SourceCounts(String file) {
    this.file = file;
  }

  void read() {
    read++;
  }

  void rejected(String code, String field, long line) {
    rejected++;
    reasons.merge(code, 1L, Long::sum);
    if (rejections.size() < LISTED) {
      rejections.add(new Rejection(code, field, line));
    }
  }

  /**
   * Counts something that the reader of the report should know, for example a skipped empty line.
   */
  void note(String what, long by) {
    notes.merge(what, by, Long::sum);
  }

  String file() {
    return file;
  }

  long readRows() {
    return read;
  }

  long rejectedRows() {
    return rejected;
  }

  long usedRows() {
    return read - rejected;
  }

  Map<String, Long> reasons() {
    return reasons;
  }

  Map<String, Long> notes() {
    return notes;
  }

  List<Rejection> rejections() {
    return rejections;
  }
}
