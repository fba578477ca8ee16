package io.corridor.benchmark.target.mssp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.benchmark.membership.EnrollmentType;
import io.corridor.benchmark.target.Recomputed;
import io.corridor.benchmark.target.Worksheet;
import io.corridor.benchmark.target.mssp.NationalWeight.County;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.CodeTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkInputsTest {

  private static County county(long assigned, long assignable) {
    return new County(Rate.of(assigned), Rate.of(assignable));
  }

  @Test
  @DisplayName("the nation's weight: half of a county of 3/4, a tenth of one of 1/4: .4")
  void nationalWeight() {
    Worksheet sheet = new Worksheet();
    NationalWeight.of(sheet, Map.of("25017", county(750, 1_500), "25025", county(250, 2_500)));
    assertThat(Recomputed.of(sheet.steps()).value("nationalWeight", 3)).isEqualTo("0.400");
  }

  @Test
  @DisplayName("an ACO that is its region is measured by the nation alone")
  void wholeRegion() {
    Worksheet sheet = new Worksheet();
    NationalWeight.of(sheet, Map.of("25017", county(10, 10)));
    assertThat(Recomputed.of(sheet.steps()).value("nationalWeight", 3)).isEqualTo("1.000");
    assertThatThrownBy(() -> county(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "100000.00,12,100000.00",
    "300000.00,12,180000.00",
    "300000.00,3,45000.00",
    "45000.00,3,45000.00",
    "-5.00,1,-5.00"
  })
  @DisplayName("expenditure stops at the percentile, prorated to the months in the type")
  void truncation(String expenditure, long months, String counted) {
    AnnualTruncation truncation =
        new AnnualTruncation(
            Aco.amount("180000"), BenchmarkParameters.load().truncationPopulation(2024));
    assertThat(truncation.counted(Money.of(expenditure), Rate.of(months)).roundHalfUp())
        .isEqualTo(Money.of(counted));
  }

  @Test
  @DisplayName("the percentile is that of all beneficiaries before 2017, of assignable ones since")
  void truncationPopulation() {
    BenchmarkParameters parameters = BenchmarkParameters.load();
    assertThat(parameters.truncationPopulation(2016))
        .isEqualTo(AnnualTruncation.Population.ALL_FEE_FOR_SERVICE);
    assertThat(parameters.truncationPopulation(2017))
        .isEqualTo(AnnualTruncation.Population.ASSIGNABLE);
  }

  @Test
  @DisplayName("a benchmark year: completed expenditure over person-years, risk over the nation's")
  void yearExpenditure() {
    Worksheet sheet = new Worksheet();
    BenchmarkFacts.TypeYear year =
        new YearExpenditure(
                Money.of("9900000.00"),
                Rate.of("1.01"),
                Rate.of("1000"),
                Rate.of("1.122"),
                Rate.of("1.1"))
            .work(sheet, EnrollmentType.DISABLED, 2023, BenchmarkFacts.Growth.NONE);
    assertThat(year.perCapita()).isEqualTo(Aco.amount("9999"));
    assertThat(year.riskScore()).isEqualTo(Rate.of("1.02"));
    assertThat(Recomputed.of(sheet.steps()).value("disabled.2023.risk", 2)).isEqualTo("1.02");
  }

  @Test
  void everyParameterRowHasItsCitation() {
    for (String name : List.of("agreement_rules", "values", "regional_adjustment", "truncation")) {
      assertThat(CodeTable.load(BenchmarkParameters.class, "parameters/" + name + ".csv").rows())
          .allSatisfy(row -> assertThat(row.get("citation")).isNotBlank());
    }
  }
}
