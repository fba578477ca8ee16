package io.corridor.local.synthea;

import io.corridor.local.convert.FeedWriter;
import io.corridor.local.convert.RejectedRow;
import io.corridor.local.convert.SourceCounts;
import io.corridor.local.convert.SourceRow;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The beneficiary files: one row a beneficiary and year, with what held in each month. Coverage
 * spans are runs of months with equal flags; the person is one record. A death ends coverage with
 * its month, as a second version that is received later.
 */
final class Beneficiaries {
  private static final int MONTHS = 12;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;
  private static final List<String> NAMES =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEPT", "OCT", "NOV", "DEC");

  /** State buy-in and entitlement by month: A and B, both, or none. */
  private static final Set<String> PART_A = Set.of("1", "3", "A", "C");

  private static final Set<String> PART_B = Set.of("2", "3", "B", "C");
  private static final Set<String> NOT_ENTITLED = Set.of("0");

  /** Medicaid eligibility beside Medicare: full (02, 04, 08), partial (01, 03, 05, 06), other. */
  private static final Set<String> DUAL = Set.of("01", "02", "03", "04", "05", "06", "08", "09");

  private static final Set<String> NOT_DUAL = Set.of("00");
  private static final Set<String> DUAL_UNKNOWN = Set.of("99", "AA");
  private static final Set<String> ESRD = Set.of("11", "21", "31");
  private static final Set<String> DISABLED = Set.of("20", "21");
  private static final Set<String> AGED = Set.of("10");

  /** Months of managed care: no group health organisation. */
  private static final Set<String> NO_HMO = Set.of("0", "4");

  /** Who somebody is, as the last file that names him states it. */
  record Who(
      String familyName,
      String givenName,
      LocalDate birth,
      String sex,
      Optional<LocalDate> death,
      String zip) {}

  /** What holds in one month. */
  record Flags(
      boolean partA,
      boolean partB,
      boolean managedCare,
      boolean dual,
      boolean esrd,
      boolean disabled,
      String state,
      String county,
      String zip) {}

  /** Consecutive months with equal flags. */
  record Run(YearMonth from, YearMonth last, Flags flags) {}

  private final Map<String, TreeMap<YearMonth, Flags>> months = new TreeMap<>();
  private final Map<String, Who> people = new TreeMap<>();
  private final Map<String, TreeSet<Integer>> years = new TreeMap<>();

  /** Takes one row of a beneficiary file. */
  void add(SourceRow row, SourceCounts counts) {
    int year = row.whole("RFRNC_YR", FIRST_YEAR, LAST_YEAR);
    String id = row.required("BENE_ID");
    Who who = who(row);
    if (who.death().filter(day -> day.isBefore(who.birth())).isPresent()) {
      throw new RejectedRow("DEATH_BEFORE_BIRTH", "DEATH_DT");
    }
    TreeMap<YearMonth, Flags> ofYear = new TreeMap<>();
    for (int m = 1; m <= MONTHS; m++) {
      YearMonth month = YearMonth.of(year, m);
      flags(row, m).ifPresent(flags -> ofYear.put(month, flags));
    }
    if (!years.computeIfAbsent(id, key -> new TreeSet<>()).add(year)) {
      throw new RejectedRow("DUPLICATE_YEAR", "RFRNC_YR");
    }
    months.computeIfAbsent(id, key -> new TreeMap<>()).putAll(ofYear);
    Who before = people.get(id);
    people.put(id, before == null || who.death().isPresent() ? who : keepDeath(who, before));
    counts.note("covered months", ofYear.size());
    counts.note(
        "rows with months of unknown Medicaid eligibility, taken as not dual",
        NAMES.stream().map(name -> medicaid(row, name)).anyMatch(DUAL_UNKNOWN::contains) ? 1 : 0);
    if (months(row, "A_MO_CNT") != ofYear.values().stream().filter(Flags::partA).count()
        || months(row, "B_MO_CNT") != ofYear.values().stream().filter(Flags::partB).count()) {
      counts.note("rows whose yearly counts differ from their months; the months hold", 1);
    }
  }

  /** Whether the source knows the beneficiary. */
  boolean known(String id) {
    return people.containsKey(id);
  }

  int size() {
    return people.size();
  }

  /** Writes coverage and person records, ordered by beneficiary. */
  void write(FeedWriter.FeedFile feed, SourceCounts counts) {
    people.forEach((id, who) -> {
      List<Run> runs = runs(months.getOrDefault(id, new TreeMap<>()));
      if (runs.isEmpty()) {
        counts.note("beneficiaries without any covered month", 1);
      }
      counts.note("coverage spans", runs.size());
      EnrollmentRecords records = new EnrollmentRecords(feed, id, who);
      runs.forEach(run -> counts.note("coverage spans ended by death", records.coverage(run)));
      int year = years.getOrDefault(id, new TreeSet<>(Set.of(FIRST_YEAR))).first();
      YearMonth first = runs.isEmpty() ? YearMonth.of(year, 1) : runs.getFirst().from();
      counts.note("deaths", records.person(first));
    });
  }

  /** The runs of equal months, ascending; months without any coverage are left out. */
  static List<Run> runs(TreeMap<YearMonth, Flags> covered) {
    List<Run> runs = new ArrayList<>();
    covered.forEach((month, flags) -> {
      Run last = runs.isEmpty() ? null : runs.getLast();
      if (last != null && last.flags().equals(flags) && last.last().plusMonths(1).equals(month)) {
        runs.set(runs.size() - 1, new Run(last.from(), month, flags));
      } else {
        runs.add(new Run(month, month, flags));
      }
    });
    return runs;
  }

  private static Who who(SourceRow row) {
    return new Who(
        row.text("BENE_SRNM_NAME").orElse(""),
        row.text("BENE_GVN_NAME").orElse(""),
        row.date("BENE_BIRTH_DT"),
        row.required("BENE_SEX_IDENT_CD"),
        row.optionalDate("DEATH_DT"),
        row.text("BENE_ZIP_CD").orElse(""));
  }

  private static Who keepDeath(Who who, Who before) {
    return new Who(
        who.familyName(), who.givenName(), who.birth(), who.sex(), before.death(), who.zip());
  }

  private static Optional<Flags> flags(SourceRow row, int month) {
    String name = NAMES.get(month - 1);
    String entitled =
        code(row, "MDCR_ENTLMT_BUYIN_" + month + "_IND", NOT_ENTITLED, PART_A, PART_B);
    boolean partA = PART_A.contains(entitled);
    boolean partB = PART_B.contains(entitled);
    if (!partA && !partB) {
      return Optional.empty();
    }
    String status = code(row, "MDCR_STUS_" + name + "_CD", AGED, DISABLED, ESRD);
    return Optional.of(
        new Flags(
            partA,
            partB,
            row.text("HMO_" + month + "_IND").filter(code -> !NO_HMO.contains(code)).isPresent(),
            DUAL.contains(medicaid(row, name)),
            ESRD.contains(status),
            DISABLED.contains(status),
            row.text("STATE_CODE").orElse(""),
            row.text("BENE_COUNTY_CD").orElse(""),
            row.text("BENE_ZIP_CD").orElse("")));
  }

  private static String medicaid(SourceRow row, String month) {
    return code(row, "META_DUAL_ELGBL_STUS_" + month + "_CD", DUAL, NOT_DUAL, DUAL_UNKNOWN);
  }

  /** A code that must be one of the known ones when it is filled. */
  @SafeVarargs
  private static String code(SourceRow row, String column, Set<String>... known) {
    String code = row.text(column).orElse("");
    if (!code.isEmpty() && Stream.of(known).noneMatch(set -> set.contains(code))) {
      throw new RejectedRow("CODE_UNKNOWN", column);
    }
    return code;
  }

  private static int months(SourceRow row, String column) {
    return row.whole(column, 0, MONTHS);
  }
}
