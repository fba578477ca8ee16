package io.corridor.benchmark.target.mssp;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.rules.CodeTable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkParametersTest {

  private static CodeTable shipped(String name) {
    return CodeTable.load(BenchmarkParameters.class, "parameters/" + name + ".csv");
  }

  private static CodeTable broken(String name) {
    return CodeTable.load(BenchmarkParametersTest.class, "broken/" + name + ".csv");
  }

  @ParameterizedTest
  @CsvSource({
    "overlapping_periods,two rows of agreement rules hold at once",
    "overlapping_rules,two rows of agreement rules hold at once",
    "early_rules,PRIOR_SAVINGS_SHARE begins too late",
    "unknown_rule,no rule is called GUESSED",
    "uncited_rules,a parameter row has no citation"
  })
  @DisplayName(
      "rules that overlap, begin before their values, have no name or no citation are refused")
  void brokenRules(String name, String reason) {
    assertThatThrownBy(() ->
            BenchmarkParameters.of(
                broken(name),
                shipped("values"),
                shipped("regional_adjustment"),
                shipped("truncation")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(reason);
  }

  @Test
  void aValueThatBeginsTwice() {
    assertThatThrownBy(() -> DatedValues.of(broken("twice_values")))
        .hasMessage("two values of a parameter begin on one day");
  }
}
