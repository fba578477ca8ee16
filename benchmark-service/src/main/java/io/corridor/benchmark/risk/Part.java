package io.corridor.benchmark.risk;

import java.math.BigDecimal;
import java.util.Collection;

/**
 * One term of a raw score: a variable that is true of the person, with its relative factor.
 *
 * @param variable name of the variable as CMS's coefficient tables write it
 * @param factor what it adds, in average annual costs of a Medicare beneficiary
 */
public record Part(String variable, BigDecimal factor) {

  /** The sum of the factors. */
  static BigDecimal sum(Collection<Part> parts) {
    return parts.stream().map(Part::factor).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
