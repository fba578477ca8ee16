package io.corridor.benchmark.risk;

import io.corridor.common.care.Person;
import io.corridor.common.money.Rate;
import io.corridor.common.time.Ages;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The risk weights of a contract outside Medicare (domain.md 2.8): a base weight by age and sex, to
 * which conditions and traits of enrollment (language, social need) add theirs, each for the age
 * and sex that it names. The sum is divided by the mean of the contract's population, so that 1 is
 * average.
 *
 * @param bases base weights; every age and sex has exactly one
 * @param conditions codes of each condition, as the first characters of ICD-10-CM codes
 * @param conditionWeights what a condition adds; at most one an age and sex
 * @param traitWeights what a trait adds; at most one an age and sex
 * @param mean mean raw weight of the population that the contract measures against
 */
public record ContractRiskWeights(
    List<Weight> bases,
    Map<String, Set<String>> conditions,
    Map<String, List<Weight>> conditionWeights,
    Map<Trait, List<Weight>> traitWeights,
    Rate mean) {

  private static final int OLDEST = 150;

  /**
   * A weight of persons of an age and sex.
   *
   * @param firstAge first age it is for
   * @param lastAge last age it is for; null: no upper end
   * @param female sex it is for; null: both
   * @param weight the weight, never below zero
   */
  public record Weight(
      int firstAge, @Nullable Integer lastAge, @Nullable Boolean female, Rate weight) {

    /** Rejects reversed ages and a weight below zero. */
    public Weight {
      if (firstAge < 0 || (lastAge != null && lastAge < firstAge)) {
        throw new IllegalArgumentException("ages of a risk weight are reversed");
      }
      if (weight.value().signum() < 0) {
        throw new IllegalArgumentException("a risk weight is below zero");
      }
    }

    boolean isFor(int age, boolean sexFemale) {
      return firstAge <= age
          && (lastAge == null || age <= lastAge)
          && (female == null || female == sexFemale);
    }
  }

  /**
   * A trait of enrollment with one of its values.
   *
   * @param field name of the enrollment field
   * @param value value of the field
   */
  public record Trait(String field, String value) {}

  /**
   * One weight of a score.
   *
   * @param reason {@code base}, the name of a condition, or a trait as {@code field=value}
   * @param weight what it adds
   */
  public record Term(String reason, Rate weight) {}

  /**
   * A score with its parts.
   *
   * @param terms what was added
   * @param raw the sum
   * @param score the sum over the contract's mean, half up to three decimals
   */
  public record Score(List<Term> terms, Rate raw, RiskScore score) {}

  /** Rejects tables with a gap, an overlap, or a condition without codes. */
  public ContractRiskWeights {
    bases = List.copyOf(bases);
    conditions = Map.copyOf(conditions);
    conditionWeights = Map.copyOf(conditionWeights);
    traitWeights = Map.copyOf(traitWeights);
    if (mean.value().signum() <= 0) {
      throw new IllegalArgumentException("the mean of the risk weights is not above zero");
    }
    for (boolean female : new boolean[] {true, false}) {
      for (int age = 0; age <= OLDEST; age++) {
        if (matching(bases, age, female).size() != 1) {
          throw new IllegalArgumentException(
              "base risk weights have a gap or an overlap at age " + age);
        }
        for (List<Weight> weights : conditionWeights.values()) {
          atMostOne(weights, age, female);
        }
        for (List<Weight> weights : traitWeights.values()) {
          atMostOne(weights, age, female);
        }
      }
    }
    for (String condition : conditionWeights.keySet()) {
      if (conditions.getOrDefault(condition, Set.of()).isEmpty()) {
        throw new IllegalArgumentException("risk condition " + condition + " has no codes");
      }
    }
  }

  private static List<Weight> matching(List<Weight> weights, int age, boolean female) {
    return weights.stream().filter(weight -> weight.isFor(age, female)).toList();
  }

  private static void atMostOne(List<Weight> weights, int age, boolean female) {
    if (matching(weights, age, female).size() > 1) {
      throw new IllegalArgumentException("risk weights overlap at age " + age);
    }
  }

  /**
   * The score of a person.
   *
   * @param on day of the age, usually the first of the performance year
   * @param codes ICD-10-CM codes without dots
   * @param traits what enrollment says of the person
   */
  public Score score(Person person, LocalDate on, Set<String> codes, Set<Trait> traits) {
    int age = Math.clamp(Ages.on(on, person.birthDate()), 0, OLDEST);
    List<Term> terms = new ArrayList<>();
    add(terms, "base", bases, age, person.female());
    conditionWeights.keySet().stream()
        .sorted()
        .filter(condition -> isCoded(condition, codes))
        .forEach(condition ->
            add(
                terms,
                condition,
                conditionWeights.getOrDefault(condition, List.of()),
                age,
                person.female()));
    traitWeights.entrySet().stream()
        .filter(entry -> traits.contains(entry.getKey()))
        .map(entry -> Map.entry(entry.getKey().field() + "=" + entry.getKey().value(), entry))
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry -> add(terms, entry.getKey(), entry.getValue().getValue(), age, person.female()));
    BigDecimal raw =
        terms.stream().map(term -> term.weight().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Score(
        List.copyOf(terms),
        new Rate(raw),
        RiskScore.roundHalfUp(Rate.ratio(raw, mean.value()).value()));
  }

  private boolean isCoded(String condition, Set<String> codes) {
    return conditions.getOrDefault(condition, Set.of()).stream()
        .anyMatch(first -> codes.stream().anyMatch(code -> code.startsWith(first)));
  }

  private static void add(
      List<Term> terms, String reason, List<Weight> weights, int age, boolean female) {
    matching(weights, age, female).forEach(weight -> terms.add(new Term(reason, weight.weight())));
  }
}
