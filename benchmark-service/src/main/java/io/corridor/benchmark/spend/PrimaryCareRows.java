package io.corridor.benchmark.spend;

import io.corridor.common.care.Claim;
import io.corridor.common.care.ClaimLine;
import io.corridor.common.facts.Fact;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import io.corridor.common.id.Npi;
import io.corridor.common.rules.ConditionYears;
import io.corridor.common.rules.ConditionYears.Rule;
import io.corridor.common.rules.PrimaryCareServices;
import io.corridor.common.time.DateSpan;
import io.corridor.common.time.Months;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Services of the primary-care lists, and the stays that some of them are held against (domain.md
 * 1.1, 2.2 (13)). Which of them are primary care is decided here, when everything is known.
 *
 * <ul>
 *   <li>{@code pcs|yyyy-MM-dd|tin|npi|specialty|clinician|first year|kind}, and {@code |npi} of who
 *       referred: sums of a cost row; clinician {@code P} or, of unknown specialty, {@code U};
 *       {@code yyyy-MM} where no rule asks for the day
 *   <li>{@code care|yyyy-MM|kind|first|last}: days of a stay in a month, kind {@code S} in a
 *       skilled nursing facility, {@code I} in a hospital
 * </ul>
 */
final class PrimaryCareRows {

  /** Prefix of services. */
  static final String SERVICE = "pcs|";

  /** Prefix of stays. */
  static final String CARE = "care|";

  /** Part of a service's key that names its practice. */
  static final int TIN = 2;

  private static final int NPI = 3;
  private static final int SPECIALTY = 4;
  private static final int CLINICIAN = 5;
  private static final int FIRST_YEAR = 6;
  private static final int KIND = 7;
  private static final int REFERRING = 8;
  private static final String UNKNOWN = "U";

  private static final ConditionYears YEARS = ConditionYears.load();

  private final Rows rows;
  private final YearMonth month;
  private final MonthSpend.PrimaryCare asked;
  private final List<Row> services;

  /** The services of a month under a contract. */
  PrimaryCareRows(Rows rows, YearMonth month, MonthSpend.PrimaryCare asked) {
    this.rows = rows;
    this.month = month;
    this.asked = asked;
    this.services = rows.startingWith(SERVICE + month);
  }

  static Fact service(
      ClaimLine line, String tin, ListedService service, @Nullable Npi referring, long... sums) {
    LocalDate day = line.from();
    return Fact.of(
        SERVICE
            + String.join(
                "|",
                asksForTheDay(line, service.kind())
                    ? day.toString()
                    : YearMonth.from(day).toString(),
                tin,
                ClinicianCost.clinician(line),
                service.unknownClinician() ? UNKNOWN : "P",
                Integer.toString(service.firstYear()),
                service.kind().name())
            + ClinicianCost.referral(line, referring),
        sums);
  }

  /** Stays are held against the day; beside a prolonged service stands a service of its day. */
  private static boolean asksForTheDay(ClaimLine line, ListedService.Kind kind) {
    return switch (kind) {
      case NURSING_FACILITY, ADVANCE_CARE, ADD_ON -> true;
      case PLAIN, WELL_CHILD, NOT_AT_HOME, EMERGENCY, EMERGENCY_EARLY ->
          YEARS.binds(Rule.PROLONGED_SERVICE, line.from().getYear());
    };
  }

  /** The stay of a paid facility claim, month by month; none for other claims. */
  static List<Fact> stay(Claim claim) {
    String kind = claim.billedAs("21", "18") ? "S" : claim.billedAs("11", "12") ? "I" : "";
    return kind.isEmpty()
        ? List.of()
        : Months.between(YearMonth.from(claim.from()), YearMonth.from(claim.through())).stream()
            .map(stayed ->
                Fact.of(
                    CARE
                        + String.join(
                            "|",
                            stayed.toString(),
                            kind,
                            claim.from().toString(),
                            claim.through().toString())))
            .toList();
  }

  /** All listed services of the month. */
  List<Row> services() {
    return services;
  }

  /** What a service cost, in the category that it counts in. */
  ClinicianCost cost(Row service) {
    return ClinicianCost.read(
            service,
            category(service),
            service.part(TIN),
            service.part(NPI),
            service.part(SPECIALTY))
        .referredBy(service, REFERRING);
  }

  /** PROF_PRIMARY when a service counts, else PROF_SPECIALTY. */
  Category category(Row service) {
    return counts(service) ? Category.PROF_PRIMARY : Category.PROF_SPECIALTY;
  }

  private boolean counts(Row service) {
    if (service.part(CLINICIAN).equals(UNKNOWN) && !asked.unknownCounts()) {
      return false;
    }
    int first = Integer.parseInt(service.part(FIRST_YEAR));
    boolean listed = first <= Math.max(asked.performanceYear(), PrimaryCareServices.EARLIEST_LIST);
    return switch (kind(service)) {
      case PLAIN -> listed;
      case WELL_CHILD -> asked.wellChildCounts();
      case NURSING_FACILITY ->
          listed && !(binds(Rule.NURSING_FACILITY_STAY) && stays(service, "S"));
      case NOT_AT_HOME -> listed && !binds(Rule.HOME_PLACE);
      case ADVANCE_CARE -> listed && !(binds(Rule.ADVANCE_CARE_INPATIENT) && stays(service, "I"));
      case ADD_ON -> listed && hasBase(service);
      case EMERGENCY -> listed && inEmergency();
      case EMERGENCY_EARLY -> listed || (inEmergency() && binds(Rule.EMERGENCY_EARLY));
    };
  }

  private static ListedService.Kind kind(Row service) {
    return ListedService.Kind.valueOf(service.part(KIND));
  }

  private boolean binds(Rule rule) {
    return YEARS.binds(rule, asked.performanceYear());
  }

  /** A cost month has no window: the service's own month is what must lie in the emergency. */
  private boolean inEmergency() {
    return YEARS.emergencyIn(DateSpan.of(month));
  }

  private boolean stays(Row service, String kind) {
    LocalDate day = LocalDate.parse(service.part(1));
    return rows.startingWith(CARE + month + "|" + kind + "|").stream()
        .anyMatch(stay ->
            !day.isBefore(LocalDate.parse(stay.part(3)))
                && !day.isAfter(LocalDate.parse(stay.part(4))));
  }

  private boolean hasBase(Row addOn) {
    return services.stream()
        .anyMatch(service ->
            kind(service) != ListedService.Kind.ADD_ON
                && service.part(1).equals(addOn.part(1))
                && service.part(TIN).equals(addOn.part(TIN))
                && service.part(NPI).equals(addOn.part(NPI))
                && counts(service));
  }
}
