package io.corridor.local.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** The recomputation without the comparison: what the bench sets a single change beside. */
public final class Recomputation {
  private Recomputation() {}

  /**
   * How long loading a feed takes, and deriving every answer from it.
   *
   * @param load reading lines, contracts and code lists into tables
   * @param derive all answers, from the tables
   */
  public record Times(Duration load, Duration derive) {}

  /**
   * Recomputes the answers of a feed once.
   *
   * @param spill directory for what memory does not hold
   */
  public static Times of(
      Path feed, Path contracts, String secret, LocalDate businessDate, Path spill)
      throws IOException, SQLException {
    long start = System.nanoTime();
    try (Oracle oracle = new Oracle(spill)) {
      oracle.codes();
      oracle.input().feed(feed);
      oracle.input().contracts(contracts);
      oracle.input().surrogates(secret);
      long loaded = System.nanoTime();
      oracle.derive(
          businessDate,
          Optional.empty(),
          Stream.concat(Oracle.ATTRIBUTION.stream(), Oracle.ANSWERS.stream()).toList());
      return new Times(
          Duration.ofNanos(loaded - start), Duration.ofNanos(System.nanoTime() - loaded));
    }
  }
}
