package io.corridor.local.desynpuf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.corridor.local.convert.FeedWriter;
import io.corridor.local.convert.RejectedRow;
import io.corridor.local.convert.SourceCounts;
import io.corridor.local.convert.SourceRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The beneficiary summary: one row a beneficiary and year. Coverage spans are runs of months with
 * equal flags, over both years; the person is one record. A death ends coverage with its month, as
 * a second version that is received later.
 */
final class Beneficiaries {
  private static final int MONTHS = 12;
  private static final LocalDate SOURCE_FROM = LocalDate.of(2008, 1, 1);

  /** One beneficiary in one year, as counted by the source. */
  record Year(
      int year,
      int partA,
      int partB,
      int managedCare,
      boolean esrd,
      String state,
      String county,
      LocalDate birth,
      Optional<LocalDate> death,
      String sex) {}

  /** What holds in one month. */
  record Flags(
      boolean partA,
      boolean partB,
      boolean managedCare,
      boolean esrd,
      String state,
      String county) {}

  /** Consecutive months with equal flags. */
  record Run(YearMonth from, YearMonth last, Flags flags) {}

  private final Map<String, TreeMap<Integer, Year>> years = new TreeMap<>();

  /** Takes one row of {@code bene.csv}. */
  void add(SourceRow row) {
    Year year =
        new Year(
            row.whole("BENE_YEAR", SOURCE_FROM.getYear(), SOURCE_FROM.getYear() + 1),
            row.whole("BENE_HI_CVRAGE_TOT_MONS", 0, MONTHS),
            row.whole("BENE_SMI_CVRAGE_TOT_MONS", 0, MONTHS),
            row.whole("BENE_HMO_CVRAGE_TOT_MONS", 0, MONTHS),
            row.required("BENE_ESRD_IND").equals("Y"),
            row.required("SP_STATE_CODE"),
            row.required("BENE_COUNTY_CD"),
            row.date("BENE_BIRTH_DT"),
            row.optionalDate("BENE_DEATH_DT"),
            row.required("BENE_SEX_IDENT_CD"));
    if (year.death().filter(day -> day.isBefore(year.birth())).isPresent()) {
      throw new RejectedRow("DEATH_BEFORE_BIRTH", "BENE_DEATH_DT");
    }
    TreeMap<Integer, Year> ofOne =
        years.computeIfAbsent(row.required("DESYNPUF_ID"), id -> new TreeMap<>());
    if (ofOne.putIfAbsent(year.year(), year) != null) {
      throw new RejectedRow("DUPLICATE_YEAR", "BENE_YEAR");
    }
  }

  /** Whether the source knows the beneficiary. */
  boolean known(String id) {
    return years.containsKey(id);
  }

  int size() {
    return years.size();
  }

  /** Writes coverage and person records, ordered by beneficiary. */
  void write(FeedWriter.FeedFile feed, SourceCounts counts) {
    years.forEach((id, ofOne) -> {
      Optional<LocalDate> death =
          ofOne.values().stream().flatMap(year -> year.death().stream()).findFirst();
      List<Run> runs = runs(ofOne);
      if (runs.isEmpty()) {
        counts.note("beneficiaries without any covered month", 1);
      }
      counts.note("coverage spans", runs.size());
      for (Run run : runs) {
        feed.write(coverage(feed.record(), id, 1, run, ofOne, received(run.from())));
        death.ifPresent(day -> writeDeath(feed, id, run, ofOne, day, counts));
      }
      LocalDate first = runs.isEmpty() ? SOURCE_FROM : runs.getFirst().from().atDay(1);
      Instant known = received(YearMonth.from(first));
      feed.write(person(feed.record(), id, 1, ofOne, null, known));
      death.ifPresent(day -> {
        counts.note("deaths", 1);
        feed.write(person(feed.record(), id, 2, ofOne, day, receivedDeath(day)));
      });
    });
  }

  private static void writeDeath(
      FeedWriter.FeedFile feed,
      String id,
      Run run,
      TreeMap<Integer, Year> ofOne,
      LocalDate day,
      SourceCounts counts) {
    YearMonth month = YearMonth.from(day);
    if (!run.last().isAfter(month)) {
      return;
    }
    Run cut = new Run(run.from(), month, run.flags());
    boolean voided = run.from().isAfter(month);
    ObjectNode record =
        coverage(feed.record(), id, 2, voided ? run : cut, ofOne, receivedDeath(day));
    record.put("status", voided ? "VOIDED" : "ACTIVE");
    feed.write(record);
    counts.note("coverage spans ended by death", 1);
  }

  /** The runs of equal months, ascending; months without any coverage are left out. */
  static List<Run> runs(TreeMap<Integer, Year> ofOne) {
    List<Run> runs = new ArrayList<>();
    for (Year year : ofOne.values()) {
      for (int m = 1; m <= MONTHS; m++) {
        YearMonth month = YearMonth.of(year.year(), m);
        Flags flags = flags(ofOne, year, month);
        if (!flags.partA() && !flags.partB() && !flags.managedCare()) {
          continue;
        }
        Run last = runs.isEmpty() ? null : runs.getLast();
        if (last != null && last.flags().equals(flags) && last.last().plusMonths(1).equals(month)) {
          runs.set(runs.size() - 1, new Run(last.from(), month, flags));
        } else {
          runs.add(new Run(month, month, flags));
        }
      }
    }
    return runs;
  }

  private static Flags flags(TreeMap<Integer, Year> ofOne, Year year, YearMonth month) {
    return new Flags(
        covered(ofOne, month, Year::partA),
        covered(ofOne, month, Year::partB),
        covered(ofOne, month, Year::managedCare),
        year.esrd(),
        year.state(),
        year.county());
  }

  private static boolean covered(
      TreeMap<Integer, Year> ofOne, YearMonth month, ToIntFunction<Year> count) {
    Year year = ofOne.get(month.getYear());
    if (year == null) {
      return false;
    }
    return MonthPlacement.covers(
        month,
        count.applyAsInt(year),
        count(ofOne.get(month.getYear() - 1), count),
        count(ofOne.get(month.getYear() + 1), count));
  }

  private static OptionalInt count(@Nullable Year year, ToIntFunction<Year> count) {
    return year == null ? OptionalInt.empty() : OptionalInt.of(count.applyAsInt(year));
  }

  private static ObjectNode coverage(
      ObjectNode record,
      String id,
      int version,
      Run run,
      TreeMap<Integer, Year> ofOne,
      Instant received) {
    LocalDate from = run.from().atDay(1);
    boolean under65 = ofOne.firstEntry().getValue().birth().plusYears(65).isAfter(from);
    head(record, id + "-coverage-" + run.from(), id, version, received, "COVERAGE");
    record
        .putObject("coverage")
        .put("lineOfBusiness", "MEDICARE")
        .put("from", from.toString())
        .put("lastDay", run.last().atEndOfMonth().toString())
        .put("partA", run.flags().partA())
        .put("partB", run.flags().partB())
        .put("managedCare", run.flags().managedCare())
        .put("dual", false)
        .put("esrd", run.flags().esrd())
        .put("disabled", under65 && !run.flags().esrd())
        .put("waiver", false)
        .put("optedOut", false)
        .put("state", run.flags().state())
        .put("county", run.flags().county());
    record
        .putArray("assumed")
        .add("receivedAt")
        .add("coverage.from")
        .add("coverage.lastDay")
        .add("coverage.dual")
        .add("coverage.disabled")
        .add("coverage.waiver")
        .add("coverage.optedOut");
    return record;
  }

  private static ObjectNode person(
      ObjectNode record,
      String id,
      int version,
      TreeMap<Integer, Year> ofOne,
      @Nullable LocalDate death,
      Instant received) {
    Year year = ofOne.firstEntry().getValue();
    head(record, id + "-person", id, version, received, "PERSON");
    ObjectNode person = record.putObject("person");
    person.put("birthDate", year.birth().toString());
    person.put(
        "sex",
        switch (year.sex()) {
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

  private static void head(
      ObjectNode record, String recordId, String id, int version, Instant received, String kind) {
    record
        .put("payer", DesynpufImport.PAYER)
        .put("recordId", recordId)
        .put("version", version)
        .put("status", "ACTIVE")
        .put("member", id)
        .put("receivedAt", received.toString())
        .put("kind", kind);
  }

  /** Coverage is taken to be known the day before it starts. */
  private static Instant received(YearMonth from) {
    return from.atDay(1).minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** A death is taken to be known 14 days after its month, whose day alone the source gives. */
  private static Instant receivedDeath(LocalDate day) {
    return DesynpufImport.received(YearMonth.from(day).atEndOfMonth());
  }
}
