package io.corridor.benchmark.variation;

import io.corridor.benchmark.spend.CaseRows;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import io.corridor.common.id.Npi;
import io.corridor.common.money.Money;
import io.corridor.common.time.DateSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Procedures out of rows (domain.md 4, report 6). A case is a clinical group on a day on which a
 * clinician with a number has a claim of it; its clinician is the one whose claims have the
 * greatest allowed, then the smaller number. It costs what all claims of the group and day cost,
 * whoever billed them, and the hospital stay that covers the day, which goes to the first of its
 * cases: by day, then group. Cases are found before anybody asks which contract they are told to.
 */
public final class CaseRules {

  private static final String NOBODY = "-";
  private static final int GROUP = 2;
  private static final int NPI = 3;
  private static final int PLACE = 4;

  private static final Comparator<Map.Entry<String, Long>> GREATEST =
      Map.Entry.<String, Long>comparingByValue()
          .reversed()
          .thenComparing(Map.Entry.comparingByKey());

  private final Rows rows;

  /** Rules over the rows of a member. */
  public CaseRules(Rows rows) {
    this.rows = rows;
  }

  /** The cases of some days, by day, then group. */
  public List<CareCase> in(DateSpan days) {
    List<CareCase> cases = new ArrayList<>();
    for (List<Row> procedure : procedures(days).values()) {
      cases.add(told(procedure));
    }
    return cases;
  }

  /** The claims of each case, by day and group; both sort as their text. */
  private TreeMap<String, List<Row>> procedures(DateSpan days) {
    TreeMap<String, List<Row>> procedures = new TreeMap<>();
    LocalDate until = days.until();
    for (Row row :
        rows.between(
            CaseRows.PROCEDURE + days.from(), CaseRows.PROCEDURE + (until == null ? "~" : until))) {
      procedures.computeIfAbsent(key(row), any -> new ArrayList<>()).add(row);
    }
    procedures
        .values()
        .removeIf(claims -> claims.stream().allMatch(row -> row.part(NPI).equals(NOBODY)));
    return procedures;
  }

  private static String key(Row row) {
    return row.part(1) + "|" + row.part(GROUP);
  }

  private CareCase told(List<Row> claims) {
    Row any = claims.getFirst();
    String key = key(any);
    LocalDate day = LocalDate.parse(any.part(1));
    Map<String, Long> byClinician = new HashMap<>();
    Money cost =
        rows.find(CaseRows.FACILITY + key).map(row -> Money.ofCents(row.sum(0))).orElse(Money.ZERO);
    for (Row row : claims) {
      cost = cost.plus(Money.ofCents(row.sum(0)));
      if (!row.part(NPI).equals(NOBODY)) {
        byClinician.merge(row.part(NPI), row.sum(0), Math::addExact);
      }
    }
    String npi = first(byClinician);
    boolean stays = false;
    for (Row stay : rows.startingWith(CaseRows.STAY)) {
      DateSpan days = CaseRows.stay(stay);
      if (days.contains(day)) {
        stays = true;
        cost =
            procedures(days).firstKey().equals(key) ? cost.plus(Money.ofCents(stay.sum(0))) : cost;
      }
    }
    return new CareCase(
        day,
        any.part(GROUP),
        new Npi(npi),
        stays ? CareCase.Site.INPATIENT : CareCase.Site.of(place(claims, npi)),
        cost,
        tests(day));
  }

  /** Place on the claims of a clinician: of several the one with the greatest allowed. */
  private static String place(List<Row> claims, String npi) {
    Map<String, Long> byPlace = new HashMap<>();
    for (Row row : claims) {
      if (row.part(NPI).equals(npi)) {
        byPlace.merge(row.part(PLACE), row.sum(0), Math::addExact);
      }
    }
    return first(byPlace);
  }

  private static String first(Map<String, Long> allowed) {
    Optional<Map.Entry<String, Long>> first = allowed.entrySet().stream().min(GREATEST);
    return first.orElseThrow().getKey();
  }

  private int tests(LocalDate day) {
    long tests = 0;
    for (Row row :
        rows.between(
            CaseRows.TEST + day.minusDays(CaseRows.TEST_DAYS), CaseRows.TEST + day.plusDays(1))) {
      tests += row.count();
    }
    return Math.toIntExact(tests);
  }
}
