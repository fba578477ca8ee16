package io.corridor.benchmark.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.benchmark.risk.RiskExamples.Example;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scores against the examples computed by hand: term by term, and to three decimals. */
class CmsHccExamplesTest {

  private static final RiskAdjustment ADJUSTMENT = RiskAdjustment.load();

  static Stream<Example> examples() {
    return RiskExamples.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void theScoreIsTheSumOfTheWorking(Example example) {
    PaymentScore score =
        ADJUSTMENT.score(example.person(), example.facts(), example.paymentYear(), example.codes());
    AdjustedScore adjusted =
        score.models().stream()
            .filter(model -> model.raw().model() == example.model())
            .findFirst()
            .orElseThrow();
    assertThat(adjusted.raw().segment().code()).isEqualTo(example.segment());
    assertThat(terms(adjusted.raw()))
        .as("terms")
        .containsExactlyInAnyOrderElementsOf(variables(example));
    assertThat(adjusted.raw().raw()).as("raw").isEqualByComparingTo(example.raw());
    assertThat(adjusted.normalized()).as("normalized").isEqualTo(example.normalized());
    assertThat(adjusted.codingAdjusted()).as("coding adjusted").isEqualTo(example.codingAdjusted());
  }

  private static List<String> terms(ModelScore score) {
    List<Part> parts = new ArrayList<>(score.demographics());
    parts.addAll(score.conditions());
    parts.addAll(score.interactions());
    Part count = score.count();
    if (count != null) {
      parts.add(count);
    }
    return parts.stream()
        .filter(part -> part.factor().signum() != 0)
        .map(CmsHccExamplesTest::term)
        .toList();
  }

  private static List<String> variables(Example example) {
    return example.working().stream()
        .filter(part -> part.factor().signum() != 0)
        .map(CmsHccExamplesTest::term)
        .toList();
  }

  /** CMS's coefficient file of V28 writes its interactions without the suffix of the macros. */
  private static String term(Part part) {
    String variable = part.variable();
    String written =
        variable.endsWith("_V28") ? variable.substring(0, variable.length() - 4) : variable;
    return written + " " + part.factor();
  }

  @Test
  @DisplayName("The examples show every segment, interaction and count of both models")
  void theExamplesAreComplete() {
    List<Example> examples = RiskExamples.all();
    assertThat(examples).hasSizeGreaterThanOrEqualTo(40);
    for (Example example : examples) {
      assertThat(Part.sum(example.working()))
          .as("%s adds up", example.id())
          .isEqualByComparingTo(example.raw());
    }
    for (RiskModel model : RiskModel.values()) {
      assertThat(shown(examples, model, Example::segment))
          .containsAll(Stream.of(Segment.values()).map(Segment::code).toList());
      Set<String> variables = new TreeSet<>();
      examples.stream()
          .filter(example -> example.model() == model)
          .flatMap(example -> example.working().stream())
          .map(Part::variable)
          .forEach(variables::add);
      assertThat(variables).containsAll(worthShowing(model));
    }
  }

  private static Set<String> shown(
      List<Example> examples, RiskModel model, java.util.function.Function<Example, String> what) {
    Set<String> shown = new TreeSet<>();
    examples.stream().filter(example -> example.model() == model).map(what).forEach(shown::add);
    return shown;
  }

  /** Interactions and counts that have a factor other than zero in some segment. */
  private static Set<String> worthShowing(RiskModel model) {
    RelativeFactors factors = RelativeFactors.load(model);
    List<String> all = new ArrayList<>(Interactions.load(model).variables());
    for (int count = 1; count <= 10; count++) {
      all.add(CmsHccModel.countVariable(count));
    }
    Set<String> worth = new TreeSet<>();
    for (String variable : all) {
      for (Segment segment : Segment.values()) {
        factors
            .part(segment, variable)
            .filter(part -> part.factor().compareTo(BigDecimal.ZERO) != 0)
            .ifPresent(part ->
                worth.add(
                    variable.endsWith("_V28")
                        ? variable.substring(0, variable.length() - 4)
                        : variable));
      }
    }
    return worth;
  }
}
