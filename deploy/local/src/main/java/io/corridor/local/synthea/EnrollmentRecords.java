package io.corridor.local.synthea;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.corridor.local.convert.FeedWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Coverage and person records of one beneficiary. */
final class EnrollmentRecords {
  /** A death is known this many days after the end of its month, as coverage ends with it. */
  private static final int DEATH_DAYS = 14;

  private final FeedWriter.FeedFile feed;
  private final String id;
  private final Beneficiaries.Who who;

  EnrollmentRecords(FeedWriter.FeedFile feed, String id, Beneficiaries.Who who) {
    this.feed = feed;
    this.id = id;
    this.who = who;
  }

  /**
   * Writes a span; one that ends with a death is first known until the end of its year.
   *
   * @return versions that a death made, 0 or 1
   */
  int coverage(Beneficiaries.Run run) {
    boolean ended = who.death().map(YearMonth::from).filter(run.last()::equals).isPresent();
    YearMonth known = ended ? YearMonth.of(run.last().getYear(), 12) : run.last();
    Instant start = Rif.startOf(run.from().atDay(1).minusDays(1));
    feed.write(span(run, 1, known, start));
    if (!ended || known.equals(run.last())) {
      return 0;
    }
    feed.write(span(run, 2, run.last(), knownDeath(who.death().orElseThrow())));
    return 1;
  }

  /**
   * Writes the person; a death is a second version.
   *
   * @return deaths, 0 or 1
   */
  int person(YearMonth first) {
    feed.write(person(1, null, Rif.startOf(first.atDay(1).minusDays(1))));
    Optional<LocalDate> death = who.death();
    death.ifPresent(day -> feed.write(person(2, day, knownDeath(day))));
    return death.isPresent() ? 1 : 0;
  }

  private ObjectNode span(Beneficiaries.Run run, int version, YearMonth last, Instant received) {
    ObjectNode record = head(id + "-coverage-" + run.from(), version, received, "COVERAGE");
    Beneficiaries.Flags flags = run.flags();
    ObjectNode coverage = record.putObject("coverage");
    coverage
        .put("lineOfBusiness", "MEDICARE")
        .put("from", run.from().atDay(1).toString())
        .put("lastDay", last.atEndOfMonth().toString())
        .put("partA", flags.partA())
        .put("partB", flags.partB())
        .put("managedCare", flags.managedCare())
        .put("dual", flags.dual())
        .put("esrd", flags.esrd())
        .put("disabled", flags.disabled())
        .put("waiver", false)
        .put("optedOut", false);
    put(coverage, "state", flags.state());
    put(coverage, "county", flags.county());
    put(coverage, "zip", flags.zip());
    record.putArray("assumed").add("receivedAt").add("coverage.waiver").add("coverage.optedOut");
    return record;
  }

  private ObjectNode person(int version, @Nullable LocalDate death, Instant received) {
    ObjectNode record = head(id + "-person", version, received, "PERSON");
    ObjectNode person = record.putObject("person");
    put(person, "familyName", who.familyName());
    put(person, "givenName", who.givenName());
    person.put("birthDate", who.birth().toString());
    person.put(
        "sex",
        switch (who.sex()) {
          case "1" -> "MALE";
          case "2" -> "FEMALE";
          default -> "UNKNOWN";
        });
    if (death != null) {
      person.put("deathDate", death.toString());
    }
    record.putArray("assumed").add("receivedAt");
    return record;
  }

  private ObjectNode head(String recordId, int version, Instant received, String kind) {
    return feed.record()
        .put("payer", Rif.PAYER)
        .put("recordId", recordId)
        .put("version", version)
        .put("status", "ACTIVE")
        .put("member", id)
        .put("receivedAt", received.toString())
        .put("kind", kind);
  }

  private static void put(ObjectNode node, String field, String text) {
    if (!text.isEmpty()) {
      node.put(field, text);
    }
  }

  private static Instant knownDeath(LocalDate day) {
    return Rif.startOf(YearMonth.from(day).atEndOfMonth().plusDays(DEATH_DAYS));
  }
}
