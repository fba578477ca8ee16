package io.corridor.local.feed;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a feed promises.
 *
 * @param feed name of the feed
 * @param asOf when the feed was known: receivedAt of lines that bring none
 * @param files its files
 */
public record Manifest(String feed, Instant asOf, List<File> files) {

  /**
   * One file.
   *
   * @param name name inside the feed, without directory
   * @param recordType claim, enrollment, adt, outreach, affiliation, identity, attestation or
   *     premium
   * @param rows lines promised, -1 when none are
   * @param control sum promised
   */
  public record File(String name, String recordType, long rows, Optional<ControlTotal> control) {}

  /**
   * A sum over all lines of a file.
   *
   * @param field summed field; of claims {@code paid} of all claim lines, else a field of the
   *     record
   * @param sum the sum
   */
  public record ControlTotal(String field, BigDecimal sum) {}
}
