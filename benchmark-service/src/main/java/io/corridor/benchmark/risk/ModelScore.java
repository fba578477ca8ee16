package io.corridor.benchmark.risk;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The raw score of a person under one model with all that it is made of: enough to add it up again
 * by hand.
 *
 * @param model the model
 * @param paymentYear year the score is for; its diagnoses are of the year before
 * @param segment the regression used
 * @param age age on 1 February, see {@link AgeBands#age}
 * @param demographics terms of age, sex, entitlement and Medicaid
 * @param coded conditions that diagnoses mean, each with its codes
 * @param refused codes that mean nothing for a person of this age or sex
 * @param dropped coded conditions that are not counted, with the reason
 * @param counted conditions that remain
 * @param conditions terms of the counted conditions; none for new enrollees
 * @param interactions terms of the interactions
 * @param count term of the number of counted conditions; null where the equation has none
 */
public record ModelScore(
    RiskModel model,
    int paymentYear,
    Segment segment,
    int age,
    List<Part> demographics,
    SortedMap<Hcc, SortedSet<String>> coded,
    SortedSet<String> refused,
    List<DroppedCondition> dropped,
    SortedSet<Hcc> counted,
    List<Part> conditions,
    List<Part> interactions,
    @Nullable Part count) {

  /** What age, sex, entitlement and Medicaid add. */
  public BigDecimal demographicPart() {
    return Part.sum(demographics);
  }

  /** What conditions, their interactions and their number add. */
  public BigDecimal diseasePart() {
    BigDecimal number = count == null ? BigDecimal.ZERO : count.factor();
    return Part.sum(conditions).add(Part.sum(interactions)).add(number);
  }

  /** The raw score: exact, as the factors have three decimals nothing is rounded here. */
  public BigDecimal raw() {
    return demographicPart().add(diseasePart());
  }
}
