package io.corridor.benchmark.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.benchmark.target.UtilizationIndex.Service;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UtilizationIndexTest {

  private static final Credibility FULL = new Credibility(Rate.of(36_000), Rate.of(36_000));

  private static Service service(String name, String actual, String expected, String weight) {
    return new Service(name, Rate.of(actual), Rate.of(expected), Rate.of(weight), false);
  }

  private static BigDecimal six(@Nullable Rate rate) {
    assertThat(rate).isNotNull();
    return rate.sixDigitsHalfUp();
  }

  @Test
  @DisplayName("domain.md 2.9: emergency 520/500, inpatient 70/80, readmission 14/15: .9362")
  void workedExample() {
    UtilizationIndex index =
        UtilizationIndex.of(
            List.of(
                service("emergency", "520", "500", "0.3"),
                service("inpatient", "70", "80", "0.5"),
                service("readmission", "14", "15", "0.2")),
            FULL);
    assertThat(six(index.composite())).isEqualTo(new BigDecimal("0.936167"));
    assertThat(index.credible()).isEqualTo(index.composite());
    Recomputed.of(index.steps());
  }

  @Test
  @DisplayName("settlement.md 5d: generics inverted; .902608 believed at 14,400 months is .938404")
  void inverted() {
    UtilizationIndex index =
        UtilizationIndex.of(
            List.of(
                service("emergency", "250", "300", "0.35"),
                service("admissions", "61", "66", "0.35"),
                new Service("generics", Rate.of("90.5"), Rate.of("88"), Rate.of("0.15"), true),
                service("imaging", "118", "125", "0.15")),
            new Credibility(Rate.of(14_400), Rate.of(36_000)));
    Recomputed steps = Recomputed.of(index.steps());
    assertThat(steps.value("credibility", 6)).isEqualTo("0.632456");
    assertThat(steps.value("composite", 6)).isEqualTo("0.902608");
    assertThat(steps.value("credible", 6)).isEqualTo("0.938404");
  }

  @Test
  @DisplayName("a service without anything expected is left out and named; its weight falls away")
  void unmeasured() {
    UtilizationIndex index =
        UtilizationIndex.of(
            List.of(service("emergency", "90", "100", "0.5"), service("rare", "1", "0", "0.5")),
            FULL);
    assertThat(six(index.composite())).isEqualTo(new BigDecimal("0.900000"));
    assertThat(index.unmeasured()).containsExactly("rare");
    UtilizationIndex none = UtilizationIndex.of(List.of(service("rare", "1", "0", "1")), FULL);
    assertThat(none.composite()).isNull();
    assertThat(none.credible()).isNull();
  }
}
