package io.corridor.intake.contract;

import io.corridor.schemas.ScalePoint;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules on single numbers, names and scales, with the place of what breaks them. */
final class NumberChecks {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
  private static final BigDecimal LEAST_GROWTH = BigDecimal.ONE.negate();

  private final Findings findings;
  private final TermsChecks terms;

  NumberChecks(Findings findings, TermsChecks terms) {
    this.findings = findings;
    this.terms = terms;
  }

  void problem(ContractCode code, String field, String text) {
    findings.problem(code, field, text);
  }

  void word(String field, String value, String... words) {
    terms.word(field, value, words);
  }

  /** A share lies between 0 and 1; null where the terms have none. */
  void share(String field, @Nullable BigDecimal value) {
    terms.rate(field, value);
  }

  void positive(String field, BigDecimal value) {
    if (value.signum() <= 0) {
      problem(ContractCode.CONTRACT_NUMBER, field, "The number is not above 0.");
    }
  }

  void notNegative(String field, @Nullable BigDecimal value) {
    if (value != null && value.signum() < 0) {
      problem(ContractCode.CONTRACT_NUMBER, field, "The number is below 0.");
    }
  }

  void atLeast(String field, int value, int least) {
    terms.atLeast(field, value, least);
  }

  void atLeastOne(String field, BigDecimal value) {
    if (value.compareTo(BigDecimal.ONE) < 0) {
      problem(ContractCode.CONTRACT_NUMBER, field, "The number is below 1.");
    }
  }

  /** Growth that leaves something. */
  void growth(String field, @Nullable BigDecimal value) {
    if (value != null && value.compareTo(LEAST_GROWTH) <= 0) {
      problem(ContractCode.CONTRACT_NUMBER, field, "Growth lies above -1 (-0.02 is 2 % less).");
    }
  }

  /** A list that must not be empty. */
  void some(String field, List<?> list) {
    if (list.isEmpty()) {
      problem(ContractCode.CONTRACT_MISSING_FIELD, field, "Add at least one.");
    }
  }

  /** A name that steps can bear, once. */
  void name(String field, String name, Set<String> seen) {
    if (!NAME.matcher(name).matches()) {
      problem(ContractCode.CONTRACT_NAME, field, "Use letters and digits, a letter first.");
    }
    once(field, name, seen);
  }

  void once(String field, String name, Set<String> seen) {
    if (!seen.add(name)) {
      problem(ContractCode.CONTRACT_NAME, field, "The name stands twice.");
    }
  }

  void sumToOne(String field, List<BigDecimal> weights) {
    BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(BigDecimal.ONE) != 0) {
      problem(
          ContractCode.CONTRACT_WEIGHT_SUM,
          field,
          "The weights sum to " + sum.stripTrailingZeros().toPlainString() + ", not to 1.");
    }
  }

  /** A scale whose values never fall, or never rise. */
  void scale(String field, List<ScalePoint> points, boolean rising) {
    some(field, points);
    BiPredicate<BigDecimal, BigDecimal> wrong =
        rising ? (one, next) -> next.compareTo(one) < 0 : (one, next) -> next.compareTo(one) > 0;
    for (int i = 1; i < points.size(); i++) {
      String place = field + "[" + i + "]";
      if (points.get(i - 1).getAt().compareTo(points.get(i).getAt()) >= 0) {
        problem(ContractCode.CONTRACT_SCALE, place + ".at", "The points must ascend.");
      }
      if (wrong.test(points.get(i - 1).getValue(), points.get(i).getValue())) {
        problem(
            ContractCode.CONTRACT_SCALE,
            place + ".value",
            rising ? "The value must not fall." : "The value must not rise.");
      }
    }
  }

  static Set<String> names() {
    return new HashSet<>();
  }
}
