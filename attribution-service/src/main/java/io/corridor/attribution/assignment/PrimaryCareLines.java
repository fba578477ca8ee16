package io.corridor.attribution.assignment;

import io.corridor.attribution.assignment.VisitClass.Condition;
import io.corridor.common.care.Claim;
import io.corridor.common.care.ClaimLine;
import io.corridor.common.rules.CodeTable;
import io.corridor.common.rules.ConditionedCodes;
import io.corridor.common.rules.ConditionedCodes.Group;
import io.corridor.common.rules.PrimaryCareServices;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a line says about primary care by itself (domain.md 1.1, 42 CFR 425.400(c)).
 *
 * <p>Not modelled: direct replacement codes that CMS names between lists (from performance year
 * 2022), and electing teaching amendment hospitals, of which no list is at hand.
 */
final class PrimaryCareLines {

  private static final Set<String> RURAL_REVENUE = Set.of("0521", "0522", "0524", "0525");

  /**
   * What a line says.
   *
   * @param kind its class
   * @param exclusion why it cannot count in any contract; null when it may
   */
  record Reading(VisitClass kind, @Nullable Exclusion exclusion) {}

  private final PrimaryCareServices services;
  private final Map<String, Integer> firstYears = new HashMap<>();
  private final ConditionedCodes groups = ConditionedCodes.load();

  PrimaryCareLines(PrimaryCareServices services) {
    this.services = services;
    CodeTable.load(PrimaryCareServices.class, "codes/primary_care_services.csv")
        .rows()
        .forEach(row ->
            firstYears.merge(
                row.getOrDefault("hcpcs", ""),
                Integer.valueOf(row.getOrDefault("first_performance_year", "")),
                Math::min));
  }

  /** The reading of a line; empty for a line that is no primary care at all. */
  Optional<Reading> read(Claim claim, ClaimLine line) {
    boolean rural = isRural(claim, line);
    String code = line.hcpcs();
    if (code == null || !services.mayContain(code)) {
      return rural
          ? Optional.of(admitted(new VisitClass(VisitClass.EARLIEST_LIST, Condition.RURAL_REVENUE)))
          : Optional.empty();
    }
    Reading reading = byCode(code, line.placeOfService());
    return Optional.of(
        rural ? new Reading(reading.kind().billedAsRural(), reading.exclusion()) : reading);
  }

  private Reading byCode(String code, @Nullable String place) {
    Integer listed = firstYears.get(code);
    return listed == null
        ? admitted(new VisitClass(VisitClass.EARLIEST_LIST, Condition.WELL_CHILD))
        : conditional(listed, groups.get(code), place);
  }

  private static boolean isRural(Claim claim, ClaimLine line) {
    String revenue = line.revenueCode();
    return revenue != null && RURAL_REVENUE.contains(revenue) && claim.billedAs("71");
  }

  private static Reading conditional(int listed, @Nullable Group group, @Nullable String place) {
    if (group == null) {
      return admitted(new VisitClass(listed, Condition.NONE));
    }
    VisitClass plain = new VisitClass(listed, Condition.NONE);
    return switch (group) {
      case OFFICE ->
          "21".equals(place) || "23".equals(place)
              ? new Reading(plain, Exclusion.PLACE_OF_SERVICE)
              : admitted(plain);
      case NURSING_FACILITY ->
          conditional(
              listed, "31".equals(place) ? Condition.SKILLED_FACILITY : Condition.NURSING_FACILITY);
      case HOME ->
          "12".equals(place) ? admitted(plain) : conditional(listed, Condition.NOT_AT_HOME);
      case ADVANCE_CARE ->
          conditional(
              listed,
              "21".equals(place) ? Condition.INPATIENT_ADVANCE_CARE : Condition.ADVANCE_CARE);
      case ADD_ON -> conditional(listed, Condition.ADD_ON);
      case EMERGENCY -> conditional(listed, Condition.EMERGENCY);
      case EMERGENCY_EARLY -> conditional(listed, Condition.EMERGENCY_EARLY);
      case WELLNESS -> conditional(listed, Condition.WELLNESS);
      case CARE_MANAGEMENT -> conditional(listed, Condition.CARE_MANAGEMENT);
      case TEACHING_HOSPITAL -> new Reading(plain, Exclusion.TEACHING_HOSPITAL_ONLY);
    };
  }

  private static Reading conditional(int listed, Condition condition) {
    return admitted(new VisitClass(listed, condition));
  }

  private static Reading admitted(VisitClass kind) {
    return new Reading(kind, null);
  }
}
