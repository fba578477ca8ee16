package io.corridor.settlement.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.care.Contract;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.engine.AgreedTerms;
import io.corridor.settlement.engine.CostFacts;
import io.corridor.settlement.engine.CostFacts.CategoryCost;
import io.corridor.settlement.engine.EstimateResult.Estimated;
import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.engine.PeriodFacts.Population;
import io.corridor.settlement.engine.QualityFacts;
import io.corridor.settlement.engine.SettlementEngine;
import io.corridor.settlement.engine.WorkedExamples;
import io.corridor.settlement.engine.WorkedExamples.Example;
import io.corridor.settlement.estimate.QualityResult.Gate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OpportunityRulesTest {

  private static final SettlementEngine ENGINE = SettlementEngine.load();

  private static Example shared() {
    return WorkedExamples.all().findFirst().orElseThrow();
  }

  /** 400 emergency visits at 3,000 dollars and 60,000 member months. */
  private static PeriodFacts facts(String budget, String counted) {
    TreeMap<String, CategoryCost> categories = new TreeMap<>();
    categories.put("ED", new CategoryCost(Money.of("1200000"), 400L));
    categories.put("INPATIENT", new CategoryCost(Money.of("4000000"), 250L));
    categories.put("SNF", new CategoryCost(Money.of("100000"), null));
    Money whole = Money.of(counted);
    return shared()
        .facts()
        .withPopulation(Population.of(5_000, Rate.of(60_000)))
        .withCost(new CostFacts(Money.of(budget), whole, whole, categories, null))
        .withQuality(QualityFacts.of(Gate.MET, Rate.of("0.44")));
  }

  /** Half of the savings, scaled by quality: .5 + .5 x (.44 - .40) / .40 = .55 of it. */
  private static AgreedTerms terms() {
    return shared()
        .agreed()
        .withQuality(
            new Contract.Quality(List.of(), Rate.of("0.4"), true, Rate.of("0.8"), Rate.of("0.5")));
  }

  private static List<Opportunity> found(PeriodFacts facts, Map<Lever, List<Rate>> peers) {
    Optional<Estimated> before =
        ENGINE.estimate(terms(), facts) instanceof Estimated figures
            ? Optional.of(figures)
            : Optional.empty();
    return new OpportunityRules(ENGINE).of(terms(), facts, before, peers);
  }

  @Test
  @DisplayName("domain.md 4.7: 400 visits x 5 % x 3,000 = 60,000; at 50 % x .55 it earns 16,500")
  void workedExample() {
    Opportunity visits = found(facts("20000000", "19000000"), Map.of()).getFirst();
    assertThat(visits.lever()).isEqualTo(Lever.EMERGENCY_VISITS);
    assertThat(visits.actualRate()).isEqualTo(Rate.of(80));
    assertThat(visits.targetRate()).isEqualTo(Rate.of(76));
    assertThat(visits.unitsAvoidable()).isEqualTo(Rate.of(20));
    assertThat(visits.unitCost()).isEqualTo(Money.of("3000.00"));
    assertThat(visits.savings()).isEqualTo(Money.of("60000.00"));
    assertThat(visits.incentive()).isEqualTo(Money.of("16500.00"));
    assertThat(visits.zeroBecause()).isEmpty();
    assertThat(visits.sentence())
        .isEqualTo(
            "By improving emergency visits 5 percent you can save $60000.00; it would add"
                + " $16500.00 to the payment.");
  }

  @Test
  @DisplayName("peers below the own target set it: the median of 70, 40 and 90 is 70")
  void peers() {
    Map<Lever, List<Rate>> peers =
        Map.of(Lever.EMERGENCY_VISITS, List.of(Rate.of(90), Rate.of(40), Rate.of(70)));
    Opportunity visits = found(facts("20000000", "19000000"), peers).getFirst();
    assertThat(visits.peerRate()).isEqualTo(Rate.of(70));
    assertThat(visits.targetRate()).isEqualTo(Rate.of(70));
    assertThat(visits.unitsAvoidable()).isEqualTo(Rate.of(50));
    assertThat(visits.savings()).isEqualTo(Money.of("150000.00"));
    Opportunity dear =
        found(
                facts("20000000", "19000000"),
                Map.of(Lever.EMERGENCY_VISITS, List.of(Rate.of(79), Rate.of(99))))
            .getFirst();
    assertThat(dear.peerRate()).isEqualTo(Rate.of(89));
    assertThat(dear.targetRate()).isEqualTo(Rate.of(76));
    assertThat(
            found(facts("20000000", "19000000"), Map.of(Lever.EMERGENCY_VISITS, List.of(Rate.ONE)))
                .getFirst()
                .peerRate())
        .isNull();
  }

  @Test
  @DisplayName("where the minimum rate binds the savings earn nothing, and it is named")
  void limited() {
    Opportunity visits = found(facts("20000000", "19900000"), Map.of()).getFirst();
    assertThat(visits.incentive()).isEqualTo(Money.ZERO);
    assertThat(visits.zeroBecause()).containsExactly("MINIMUM_SAVINGS_RATE");
    assertThat(visits.sentence()).endsWith("it would add nothing to the payment.");
  }

  @Test
  @DisplayName("without an estimate the savings stand, without incentive")
  void refused() {
    Opportunity visits = found(facts("0", "19000000"), Map.of()).getFirst();
    assertThat(visits.savings()).isEqualTo(Money.of("60000.00"));
    assertThat(visits.incentive()).isNull();
    assertThat(visits.sentence())
        .isEqualTo("By improving emergency visits 5 percent you can save $60000.00.");
  }

  @Test
  @DisplayName("levers without counts or member months are not guessed")
  void unknown() {
    assertThat(found(facts("20000000", "19000000"), Map.of()))
        .extracting(Opportunity::lever)
        .containsExactly(Lever.EMERGENCY_VISITS, Lever.ADMISSIONS);
    PeriodFacts nobody =
        facts("20000000", "19000000").withPopulation(Population.of(5_000, Rate.ZERO));
    assertThat(found(nobody, Map.of())).isEmpty();
    assertThat(found(shared().facts(), Map.of())).isEmpty();
  }
}
