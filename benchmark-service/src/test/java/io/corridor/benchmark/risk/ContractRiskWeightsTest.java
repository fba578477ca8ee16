package io.corridor.benchmark.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.benchmark.risk.ContractRiskWeights.Term;
import io.corridor.benchmark.risk.ContractRiskWeights.Trait;
import io.corridor.benchmark.risk.ContractRiskWeights.Weight;
import io.corridor.common.care.Person;
import io.corridor.common.money.Rate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ContractRiskWeightsTest {

  private static final Person WOMAN = new Person(LocalDate.of(1990, 7, 1), true, null);
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final Trait UNHOUSED = new Trait("housing", "NONE");

  private static Weight weight(
      int first, @Nullable Integer last, @Nullable Boolean female, String weight) {
    return new Weight(first, last, female, Rate.of(weight));
  }

  private static final ContractRiskWeights WEIGHTS =
      new ContractRiskWeights(
          List.of(
              weight(0, 17, null, "0.50"),
              weight(18, 44, true, "0.90"),
              weight(18, 44, false, "0.60"),
              weight(45, null, null, "1.40")),
          Map.of("asthma", Set.of("J45"), "diabetes", Set.of("E10", "E11")),
          Map.of(
              "asthma",
              List.of(weight(0, 17, null, "0.80"), weight(18, null, null, "0.30")),
              "diabetes",
              List.of(weight(0, null, null, "1.10"))),
          Map.of(UNHOUSED, List.of(weight(18, null, null, "0.25"))),
          Rate.of("1.20"));

  @Test
  @DisplayName("(0.90 + 0.30 + 1.10 + 0.25) / 1.20 = 2.125")
  void ageSexConditionsAndTraits() {
    ContractRiskWeights.Score score =
        WEIGHTS.score(WOMAN, DAY, Set.of("J45909", "E119", "E1122", "I10"), Set.of(UNHOUSED));
    assertThat(score.terms())
        .containsExactly(
            new Term("base", Rate.of("0.90")),
            new Term("asthma", Rate.of("0.30")),
            new Term("diabetes", Rate.of("1.10")),
            new Term("housing=NONE", Rate.of("0.25")));
    assertThat(score.raw()).isEqualTo(Rate.of("2.55"));
    assertThat(score.score()).hasToString("2.125");
  }

  @Test
  void weightsFollowAgeAndSex() {
    Person boy = new Person(LocalDate.of(2015, 1, 2), false, null);
    assertThat(WEIGHTS.score(boy, DAY, Set.of("J4520"), Set.of(UNHOUSED)).raw())
        .isEqualTo(Rate.of("1.30"));
    Person man = new Person(LocalDate.of(1990, 7, 1), false, null);
    assertThat(WEIGHTS.score(man, DAY, Set.of(), Set.of()).score()).hasToString("0.500");
  }

  private static ContractRiskWeights of(
      List<Weight> bases, Map<String, List<Weight>> conditions, String mean) {
    return new ContractRiskWeights(
        bases, Map.of("asthma", Set.of("J45")), conditions, Map.of(), Rate.of(mean));
  }

  @Test
  void gapsOverlapsAndUnknownConditionsAreRefused() {
    List<Weight> whole = List.of(weight(0, null, null, "1"));
    assertThatThrownBy(() -> of(List.of(weight(1, null, null, "1")), Map.of(), "1"))
        .hasMessageContaining("gap");
    assertThatThrownBy(
            () -> of(List.of(weight(0, 40, null, "1"), weight(40, null, null, "1")), Map.of(), "1"))
        .hasMessageContaining("age 40");
    assertThatThrownBy(() ->
            of(
                whole,
                Map.of("asthma", List.of(weight(0, null, null, "1"), weight(5, 6, true, "2"))),
                "1"))
        .hasMessageContaining("overlap");
    assertThatThrownBy(() -> of(whole, Map.of("gout", whole), "1"))
        .hasMessageContaining("gout has no codes");
    assertThatThrownBy(() -> of(whole, Map.of(), "0")).hasMessageContaining("mean");
    assertThatThrownBy(() -> weight(5, 4, null, "1")).hasMessageContaining("reversed");
    assertThatThrownBy(() -> weight(5, 6, null, "-1")).hasMessageContaining("below zero");
  }
}
