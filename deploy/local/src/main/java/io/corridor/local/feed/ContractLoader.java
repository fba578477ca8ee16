package io.corridor.local.feed;

import io.corridor.local.platform.Endpoints;
import io.corridor.local.platform.Writer;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.topic.Topics;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Publishes contract versions: a copy of each in every partition, all of them in one transaction. */
public final class ContractLoader {

  private static final String RULE = "terms-1";
  private static final InstantSource CLOCK = Clock.systemUTC();

  private ContractLoader() {}

  /**
   * Publishes versions; one that is there already is written again and changes nothing.
   *
   * @return {@code contract|version} of each
   */
  public static List<String> publish(List<ContractTerms> terms, Endpoints endpoints) {
    try (Writer writer = new Writer(endpoints, "corridor-platform-terms")) {
      writer.transaction(
          out -> {
            for (ContractTerms version : terms) {
              Instant known = version.getReceivedAt() == null ? CLOCK.instant() : version.getReceivedAt();
              for (int partition = 0; partition < out.partitions(Topics.TERMS); partition++) {
                out.send(Topics.TERMS, partition, key(version), version, known, RULE);
              }
            }
          });
    }
    return terms.stream().map(ContractLoader::key).toList();
  }

  private static String key(ContractTerms terms) {
    return terms.getContract() + "|" + terms.getVersion();
  }
}
