package io.corridor.attribution.assignment;

/** How the list that a month belongs to was made (domain.md 1.3 H, 1.4). */
enum Listing {
  /** By the window that ends with the month. */
  CURRENT,
  /** Before the performance year; members leave by exclusions only. */
  FIXED,
  /** After the performance year, by the year itself. */
  RECONCILED
}
