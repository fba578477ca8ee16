package io.corridor.local.convert;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the rows of one source file: read = used + rejected. */
public final class SourceCounts {
  /** Places of rejected rows that are listed; further ones are only counted. */
  private static final int LISTED = 200;

  /** Place and reason of one rejected row. */
  public record Rejection(String code, String field, long line) {}

  private final String file;
  private final Map<String, Long> reasons = new TreeMap<>();
  private final Map<String, Long> notes = new TreeMap<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private final Map<String, BigDecimal> totals = new TreeMap<>();
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
  public void note(String what, long by) {
    if (by != 0) {
      notes.merge(what, by, Long::sum);
    }
  }

  /** Adds to a control total, for example the payments that a file states or the feed carries. */
  public void total(String what, BigDecimal dollars) {
    totals.merge(what, dollars, BigDecimal::add);
  }

  /** A file that broke off: what was read before counts. */
  void unreadable() {
    rejected("FILE_UNREADABLE", "file", 0);
  }

  /** The control totals by name. */
  public Map<String, BigDecimal> totals() {
    return totals;
  }

  String file() {
    return file;
  }

  /** Rows read. */
  public long readRows() {
    return read;
  }

  /** Rows that could not be used. */
  public long rejectedRows() {
    return rejected;
  }

  /** Rows that became part of a record. */
  public long usedRows() {
    return read - rejected;
  }

  /** Rejected rows by code. */
  public Map<String, Long> reasons() {
    return reasons;
  }

  /** What else is worth knowing, counted. */
  public Map<String, Long> notes() {
    return notes;
  }

  List<Rejection> rejections() {
    return rejections;
  }
}
