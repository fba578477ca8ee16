package io.corridor.common.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule bites, on every way to break it that the fixture holds. */
class DomainRulesTest {

  private static final String VIOLATION = "io.corridor.common.architecture.violation";
  private static final JavaClasses IMPURE = new ClassFileImporter().importPackages(VIOLATION);
  private static final Map<String, ArchRule> RULES =
      DomainRules.in(VIOLATION, "settlement", "estimate").byName();

  private static List<String> reported(ArchRule rule) {
    EvaluationResult result = rule.evaluate(IMPURE);
    return result.getFailureReport().getDetails();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("a rule reports the member that breaks it")
  @CsvSource({
    "plain, knowsGenerated",
    "plain, knowsAvro",
    "plain, knowsKafka",
    "plain, knowsSpring",
    "plain, knowsTheFold",
    "plain, knowsANeighbour",
    "no wiring, knowsGenerated",
    "no wiring, knowsAvro",
    "no wiring, knowsKafka",
    "no wiring, knowsSpring",
    "no wiring, knowsTheFold",
    "no other service, knowsANeighbour",
    "no clock, asksTheInstant()",
    "no clock, asksTheInstantByReference",
    "no clock, asksTheDayInAZone",
    "no clock, asksMillis",
    "no clock, asksNanos",
    "no clock, asksTheOldDate",
    "no clock, isGivenAClock",
    "no clock, isGivenASource",
    "no chance, asksRandom",
    "no chance, asksAGenerator",
    "no chance, asksForAnIdentifier",
    "no chance, asksMathRandom",
    "no chance, shuffles",
    "no floating point, held",
    "no floating point, readsAField",
    "no floating point, takesAFloat",
    "no floating point, callsWhatGivesOne",
    "no floating point, callsWhatTakesOne",
    "no floating point, boxesOne"
  })
  void bites(String rule, String member) {
    assertThat(reported(RULES.get(rule))).anyMatch(detail -> detail.contains("." + member));
  }

  @Test
  @DisplayName("no rule reports a member that breaks another rule only")
  void bitesNothingElse() {
    assertThat(reported(RULES.get("no clock")))
        .noneMatch(detail -> detail.contains(".knows") || detail.contains(".asksRandom"));
    assertThat(reported(RULES.get("no chance")))
        .noneMatch(detail -> detail.contains(".asksTheInstant") || detail.contains(".takesAFloat"));
    assertThat(reported(RULES.get("no wiring")))
        .noneMatch(detail -> detail.contains(".asks") || detail.contains(".knowsANeighbour"));
  }

  @Test
  @DisplayName("a clock that is given may be read where only asking is forbidden")
  void asksNoClock() {
    assertThat(reported(DomainRules.asksNoClock(VIOLATION + "..")))
        .anyMatch(detail -> detail.contains(".asksMillis"))
        .noneMatch(detail -> detail.contains(".isGivenAClock") || detail.contains(".asksNanos"));
  }

  @Test
  @DisplayName("a library to read reference values with is allowed by name only")
  void readingWith() {
    DomainRules rules = DomainRules.in(VIOLATION, "settlement", "estimate");
    ArchRule reading = rules.readingWith("org.apache.avro..").byName().get("plain");
    assertThat(reported(reading))
        .noneMatch(detail -> detail.contains(".knowsAvro"))
        .anyMatch(detail -> detail.contains(".knowsKafka"));
  }

  @Test
  @DisplayName("a domain package that holds no class is a mistake in the name")
  void misspelt() {
    assertThatThrownBy(() -> DomainRules.of("common", "money", "monye").check())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("io.corridor.common.monye");
  }
}
