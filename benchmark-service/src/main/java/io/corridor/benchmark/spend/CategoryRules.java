package io.corridor.benchmark.spend;

import io.corridor.common.care.Claim;
import io.corridor.common.care.ClaimLine;
import io.corridor.common.rules.ConditionedCodes;
import io.corridor.common.rules.PrimaryCareServices;
import io.corridor.common.rules.ProviderBuckets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The service category of a line as far as the line alone can say (domain.md 2.2): the first rule
 * that matches wins. What a line cannot know stays open for the derivation: whether an emergency
 * visit is part of a stay, and which lines a contract counts as primary care.
 */
public final class CategoryRules {

  private static final Set<String> WAIVER_CODES = Set.of("T2025");
  private static final Set<String> LTSS_CODES = Set.of("T1019", "T1020", "S5170");
  private static final Set<String> PSYCHIATRIC_ROOMS =
      Set.of("0114", "0124", "0134", "0144", "0154", "0204");
  private static final Set<String> PSYCHIATRIC_DRGS =
      Set.of(
          "876", "880", "881", "882", "883", "884", "885", "886", "887", "894", "895", "896",
          "897");
  private static final Set<String> ORGANIC_ICD9 = Set.of("290", "293", "294");
  private static final List<String> RADIOLOGY_REVENUE =
      List.of("032", "033", "034", "035", "040", "061");

  private final PrimaryCareServices primaryCare;
  private final ProviderBuckets buckets;
  private final ConditionedCodes conditions = ConditionedCodes.load();

  /** Rules with the code lists shipped with the product. */
  public CategoryRules() {
    this(PrimaryCareServices.load(), ProviderBuckets.load());
  }

  CategoryRules(PrimaryCareServices primaryCare, ProviderBuckets buckets) {
    this.primaryCare = primaryCare;
    this.buckets = buckets;
  }

  /**
   * What a line says about its category.
   *
   * @param category the category, or the one that holds when the condition is not met
   * @param condition what the derivation has to look at
   * @param service the service that {@link Condition#PRIMARY_IF_IT_COUNTS} is about
   */
  public record Placed(Category category, Condition condition, @Nullable ListedService service) {}

  /** What a line cannot know. */
  public enum Condition {
    /** Nothing: the category stands. */
    NONE,
    /** Becomes INPATIENT when a stay at the same facility begins on that day or the next. */
    ROLLS_INTO_STAY,
    /** A service of the primary-care lists: becomes PROF_PRIMARY when it counts. */
    PRIMARY_IF_IT_COUNTS
  }

  /** Places a line. */
  public Placed place(Claim claim, ClaimLine line) {
    boolean stay = claim.billedAs("11", "12");
    if (line.hasCode(WAIVER_CODES)) {
      return placed(Category.HCBS_WAIVER);
    }
    if (isLtss(claim, line)) {
      return placed(Category.LTSS);
    }
    if (claim.billedAs("21", "18") || "31".equals(line.placeOfService())) {
      return placed(Category.SNF);
    }
    if (isEmergency(line) && !stay) {
      return new Placed(Category.ED, Condition.ROLLS_INTO_STAY, null);
    }
    if (isBehavioral(claim, line)) {
      return placed(Category.BH);
    }
    return afterBehavioral(claim, line, stay);
  }

  private Placed afterBehavioral(Claim claim, ClaimLine line, boolean stay) {
    if (stay) {
      return placed(Category.INPATIENT);
    }
    if (claim.type() == Claim.Type.PHARMACY) {
      return placed(Category.PHARMACY);
    }
    if (isRadiology(line)) {
      return placed(Category.RADIOLOGY);
    }
    if (isLab(line)) {
      return placed(Category.LAB);
    }
    if (claim.billedAs("32", "33", "34")) {
      return placed(Category.HOME_HEALTH);
    }
    if (claim.type() == Claim.Type.PROFESSIONAL) {
      return isEquipment(line) ? placed(Category.DME) : professional(line);
    }
    return placed(Category.OUTPATIENT);
  }

  private static Placed placed(Category category) {
    return new Placed(category, Condition.NONE, null);
  }

  private Placed professional(ClaimLine line) {
    String code = line.hcpcs();
    if (code == null || "21".equals(line.placeOfService()) || !primaryCare.mayContain(code)) {
      return placed(Category.PROF_SPECIALTY);
    }
    return switch (buckets.of(line.specialty(), line.taxonomy())) {
      case PCP, NPP -> listed(line, code, false);
      case UNKNOWN -> listed(line, code, true);
      case SPECIALIST, OTHER -> placed(Category.PROF_SPECIALTY);
    };
  }

  private Placed listed(ClaimLine line, String code, boolean unknownClinician) {
    ListedService service =
        ListedService.of(code, line.placeOfService(), unknownClinician, primaryCare, conditions);
    return service == null
        ? placed(Category.PROF_SPECIALTY)
        : new Placed(Category.PROF_SPECIALTY, Condition.PRIMARY_IF_IT_COUNTS, service);
  }

  private static boolean isLtss(Claim claim, ClaimLine line) {
    return claim.billedAs("65", "66")
        || line.hasCode(LTSS_CODES)
        || between(line.hcpcs(), "S5125", "S5130")
        || between(line.hcpcs(), "S5100", "S5105");
  }

  /** Emergency by revenue code, visit code or place (domain.md 2.2 (4)). */
  static boolean isEmergency(ClaimLine line) {
    String revenue = line.revenueCode();
    return (revenue != null && (revenue.startsWith("045") || revenue.equals("0981")))
        || between(line.hcpcs(), "99281", "99285")
        || "23".equals(line.placeOfService());
  }

  private static boolean isBehavioral(Claim claim, ClaimLine line) {
    return isMentalDiagnosis(claim.principalDiagnosis())
        || isPsychiatricStay(claim)
        || (claim.msDrg() != null && PSYCHIATRIC_DRGS.contains(claim.msDrg()))
        || between(line.hcpcs(), "90785", "90899")
        || between(line.hcpcs(), "H0001", "H2037");
  }

  /** A psychiatric room makes the whole stay behavioral, its other lines too. */
  private static boolean isPsychiatricStay(Claim claim) {
    return claim.billedAs("11")
        && claim.lines().stream()
            .map(ClaimLine::revenueCode)
            .anyMatch(revenue -> revenue != null && PSYCHIATRIC_ROOMS.contains(revenue));
  }

  /** F10 to F99, or ICD-9 290 to 319 without 290, 293 and 294 (decisions 22). */
  static boolean isMentalDiagnosis(@Nullable String code) {
    if (code == null || code.length() < 3) {
      return false;
    }
    String head = code.substring(0, 3);
    return between(head, "F10", "F99")
        || (between(head, "290", "319")
            && Character.isDigit(head.charAt(0))
            && !ORGANIC_ICD9.contains(head));
  }

  private static boolean isRadiology(ClaimLine line) {
    String revenue = line.revenueCode();
    return between(line.hcpcs(), "70010", "79999")
        || (revenue != null && RADIOLOGY_REVENUE.stream().anyMatch(revenue::startsWith));
  }

  private static boolean isLab(ClaimLine line) {
    String revenue = line.revenueCode();
    String code = line.hcpcs();
    return between(code, "80047", "89398")
        || (revenue != null && (revenue.startsWith("030") || revenue.startsWith("031")))
        || (code != null && code.length() == 5 && code.charAt(4) == 'U' && digits(code, 4));
  }

  private static boolean isEquipment(ClaimLine line) {
    String code = line.hcpcs();
    return between(code, "A4206", "A9999")
        || (code != null
            && code.length() == 5
            && "EKL".indexOf(code.charAt(0)) >= 0
            && code.substring(1).chars().allMatch(Character::isDigit));
  }

  private static boolean digits(String code, int length) {
    return code.chars().limit(length).allMatch(Character::isDigit);
  }

  private static boolean between(@Nullable String code, String first, String last) {
    return code != null
        && code.length() == first.length()
        && code.compareTo(first) >= 0
        && code.compareTo(last) <= 0;
  }
}
