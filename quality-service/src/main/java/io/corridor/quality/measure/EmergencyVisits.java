package io.corridor.quality.measure;

import io.corridor.common.care.Claim;
import io.corridor.common.care.ClaimLine;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Q14: emergency visits that were treated and released (domain.md 3.3, category 4 of 2.2): distinct
 * day and facility, not rolled into an inpatient stay of the same facility that began on that day
 * or the next.
 *
 * <p>A clinician's claim often names no facility: its line belongs to the known visit of that day,
 * and to any stay that began on that day or the next, so that one visit never counts twice. Lines
 * of the stay's own claim are no visit.
 */
public final class EmergencyVisits {

  /** Measure. */
  public static final String ID = "Q14";

  /** Stands for a facility that the claim does not name; sorts before every other. */
  static final String UNKNOWN = "";

  private static final Set<String> CODES = Set.of("99281", "99282", "99283", "99284", "99285");

  /** A day at a facility. */
  record At(LocalDate day, String facility) {}

  private EmergencyVisits() {}

  /** Revenue 0450-0459 or 0981, or HCPCS 99281-99285, or place of service 23. */
  static boolean isEmergency(ClaimLine line) {
    String revenue = line.revenueCode();
    boolean byRevenue = revenue != null && (revenue.startsWith("045") || revenue.equals("0981"));
    return byRevenue || line.hasCode(CODES) || "23".equals(line.placeOfService());
  }

  static boolean isStay(Claim claim) {
    return claim.type() == Claim.Type.INSTITUTIONAL && claim.billedAs("11", "12");
  }

  static LocalDate admission(Claim claim) {
    LocalDate admitted = claim.admitted();
    return admitted == null ? claim.from() : admitted;
  }

  static String facility(Claim claim) {
    String facility = claim.facility();
    return facility == null ? UNKNOWN : facility;
  }

  /** Days of visits that count, one entry a visit, ascending. */
  static List<LocalDate> days(List<At> lines, List<At> stays) {
    Set<At> visits =
        new TreeSet<>(java.util.Comparator.comparing(At::day).thenComparing(At::facility));
    Set<LocalDate> known = new HashSet<>();
    for (At line : lines) {
      if (!line.facility().equals(UNKNOWN)) {
        known.add(line.day());
      }
    }
    for (At line : lines) {
      boolean joins = line.facility().equals(UNKNOWN) && known.contains(line.day());
      if (!joins && stays.stream().noneMatch(stay -> rollsInto(line, stay))) {
        visits.add(line);
      }
    }
    return visits.stream().map(At::day).toList();
  }

  private static boolean rollsInto(At line, At stay) {
    boolean begins = stay.day().equals(line.day()) || stay.day().equals(line.day().plusDays(1));
    boolean same =
        stay.facility().equals(line.facility())
            || stay.facility().equals(UNKNOWN)
            || line.facility().equals(UNKNOWN);
    return begins && same;
  }
}
