package io.corridor.portal.roster;

import java.util.Locale;

/** How far a list may still change (domain.md 1.7, after Da Vinci ATR). */
public enum ListStatus {
  /** Today's state: no list is published of it. */
  DRAFT("Draft: today’s state"),
  /** Published; disputes are heard, and what comes of them is restated. */
  OPEN("Open: disputes are heard until the year is settled"),
  /** Its year is settled: what becomes known later is restated beside it. */
  FINAL("Final: the year is settled, later knowledge is restated beside it");

  private final String text;

  ListStatus(String text) {
    this.text = text;
  }

  /** The status of a list. */
  static ListStatus of(boolean published, boolean settled) {
    if (!published) {
      return DRAFT;
    }
    return settled ? FINAL : OPEN;
  }

  /** As pages say it. */
  public String text() {
    return text;
  }

  /** As exports say it: {@code draft}, {@code open} or {@code final}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
