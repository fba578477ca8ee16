package io.corridor.local.feed;

import io.corridor.intake.contract.ContractFiles;
import io.corridor.intake.contract.ContractProblem;
import io.corridor.intake.contract.ContractReading;
import io.corridor.local.platform.Endpoints;
import io.corridor.local.platform.TopicReader;
import io.corridor.local.platform.Writer;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.Rejection;
import io.corridor.schemas.TermsValue;
import io.corridor.schemas.topic.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Applies contract files: each good version goes into every partition, all of them in one
 * transaction; each fault becomes a rejection. A version never changes: one that is there already
 * is left alone, and other terms under its number are refused.
 */
public final class ContractLoader {

  private static final String RULE = "terms-1";
  private static final String FEED = "contracts";

  private ContractLoader() {}

  /**
   * What became of the files.
   *
   * @param published {@code contract|version} of every good version, new or there already
   * @param problems faults
   * @param warnings what is allowed but worth a look
   * @param changed versions that are there already with other terms
   */
  public record Applied(
      List<String> published,
      List<ContractProblem> problems,
      List<ContractProblem> warnings,
      List<String> changed) {

    /** True when something was refused. */
    public boolean rejected() {
      return !problems.isEmpty() || !changed.isEmpty();
    }
  }

  /**
   * Applies files as if each version had become known on its first day: for backfills, so that a
   * run can be repeated.
   */
  public static Applied apply(Path files, Endpoints endpoints) {
    return apply(
        files,
        endpoints,
        terms -> terms.getEffectiveFrom().atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /**
   * Applies files.
   *
   * @param files a contract file, or a directory of them
   * @param receivedAt when a version became known
   */
  public static Applied apply(
      Path files, Endpoints endpoints, Function<ContractTerms, Instant> receivedAt) {
    ContractReading reading = ContractFiles.read(files);
    Map<String, ContractTerms> known = known(endpoints);
    List<ContractTerms> fresh = new ArrayList<>();
    List<String> published = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (ContractTerms terms : reading.terms()) {
      ContractTerms before = known.get(key(terms));
      if (before == null) {
        fresh.add(ContractTerms.newBuilder(terms).setReceivedAt(receivedAt.apply(terms)).build());
      }
      boolean same = before == null || same(before, terms);
      (same ? published : changed).add(key(terms));
    }
    publish(fresh, endpoints);
    reject(reading.problems(), endpoints);
    return new Applied(
        List.copyOf(published), reading.problems(), reading.warnings(), List.copyOf(changed));
  }

  private static void publish(List<ContractTerms> terms, Endpoints endpoints) {
    if (terms.isEmpty()) {
      return;
    }
    try (Writer writer = new Writer(endpoints, "corridor-platform-terms")) {
      writer.transaction(out -> {
        for (ContractTerms version : terms) {
          Instant known = version.getReceivedAt() == null ? Instant.EPOCH : version.getReceivedAt();
          for (int partition = 0; partition < out.partitions(Topics.TERMS); partition++) {
            out.send(Topics.TERMS, partition, key(version), version, known, RULE);
          }
        }
      });
    }
  }

  private static void reject(List<ContractProblem> problems, Endpoints endpoints) {
    if (problems.isEmpty()) {
      return;
    }
    try (Writer writer = new Writer(endpoints)) {
      for (ContractProblem problem : problems) {
        Rejection body =
            new Rejection(
                problem.code().name(),
                problem.text(),
                FEED,
                problem.file(),
                (long) problem.line(),
                "contract",
                problem.field(),
                false);
        String key = FEED + "|" + problem.file() + "|" + problem.line();
        writer.send(Topics.REJECTED, key, body, Instant.EPOCH, RULE);
      }
      writer.flush();
    }
  }

  private static Map<String, ContractTerms> known(Endpoints endpoints) {
    Map<String, ContractTerms> known = new HashMap<>();
    try (TopicReader<TermsValue> reader = TopicReader.of(endpoints, Topics.TERMS)) {
      reader.latest((key, value) -> known.put(key, value.getBody()));
    }
    return known;
  }

  private static boolean same(ContractTerms known, ContractTerms given) {
    return ContractTerms.newBuilder(given)
        .setReceivedAt(known.getReceivedAt())
        .build()
        .toString()
        .equals(known.toString());
  }

  private static String key(ContractTerms terms) {
    return terms.getContract() + "|" + terms.getVersion();
  }
}
