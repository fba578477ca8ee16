package io.corridor.portal.report.variation;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.money.Money;
import io.corridor.portal.report.variation.ClinicalCase.Site;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Care variation (domain.md 4, report 6). */
@NullUnmarked
class VariationRulesTest {

  private static final String A = "1000000001";
  private static final String B = "1000000002";

  private static ClinicalCase one(String npi, String cost, String risk) {
    return new ClinicalCase(
        "CATARACT", npi, Site.ASC, Money.of(cost), 1, risk == null ? null : new BigDecimal(risk));
  }

  private static List<ClinicalCase> times(int count, String npi, String cost, String risk) {
    return Collections.nCopies(count, one(npi, cost, risk));
  }

  @SafeVarargs
  private static List<ClinicalCase> all(List<ClinicalCase>... parts) {
    List<ClinicalCase> all = new ArrayList<>();
    for (List<ClinicalCase> part : parts) {
      all.addAll(part);
    }
    return all;
  }

  /** Seventeen cases with mean 100.00 and standard deviation 20.00: the squares sum to 16 x 400. */
  private static List<ClinicalCase> peers(String risk) {
    return all(
        times(8, B, "80.00", risk), times(8, B, "120.00", risk), times(1, B, "100.00", risk));
  }

  private static ClinicianRow row(List<ClinicalCase> cases, String npi) {
    return VariationRules.of(cases).stream()
        .filter(row -> row.npi().equals(npi))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("worked example: 20 more than 100 over 20 / root of 20 is root of 20")
  void workedExample() {
    List<ClinicalCase> cases =
        all(times(10, A, "100.00", null), times(10, A, "140.00", null), peers(null));
    ClinicianRow.Figures a = row(cases, A).figures();
    assertThat(a.mean()).isEqualTo(Money.of("120.00"));
    assertThat(a.median()).as("of an even number the mean of the middle two").isEqualTo(a.mean());
    assertThat(a.riskAdjusted()).isNull();
    assertThat(a.tests()).isEqualByComparingTo("1");
    assertThat(a.sites().get(Site.ASC)).isEqualByComparingTo("1");
    assertThat(a.sites().get(Site.OFFICE)).isEqualByComparingTo("0");
    assertThat(a.against())
        .isEqualTo(
            new ClinicianRow.Against(new BigDecimal("1.200000"), new BigDecimal("4.472136"), true));
    ClinicianRow.Figures b = row(cases, B).figures();
    assertThat(b.median()).as("of an odd number the middle one").isEqualTo(Money.of("100.00"));
    assertThat(b.against())
        .as("far below, but with seventeen cases nobody is an outlier")
        .isEqualTo(
            new ClinicianRow.Against(
                new BigDecimal("0.833333"), new BigDecimal("-4.018706"), false));
  }

  @ParameterizedTest(name = "{0} cases")
  @ValueSource(ints = {16, 25})
  @DisplayName("two standard errors stand out, from twenty cases on")
  void boundary(int cases) {
    // 20 / root of 16 is 5, 20 / root of 25 is 4: the means are 10 and 8 above.
    String cost = cases == 16 ? "110.00" : "108.00";
    ClinicianRow.Against against =
        row(all(times(cases, A, cost, null), peers(null)), A).figures().against();
    assertThat(against.z()).isEqualByComparingTo("2");
    assertThat(against.outlier()).isEqualTo(cases == 25);
    assertThat(row(all(times(25, A, "107.99", null), peers(null)), A).figures().against().outlier())
        .isFalse();
  }

  @Test
  @DisplayName("who has twice the risk may cost twice as much")
  void risk() {
    List<ClinicalCase> sicker = all(times(20, A, "200.00", "2.000000"), peers("1.000000"));
    ClinicianRow.Figures a = row(sicker, A).figures();
    assertThat(a.mean()).isEqualTo(Money.of("200.00"));
    assertThat(a.riskAdjusted()).isEqualTo(Money.of("100.00"));
    assertThat(a.against())
        .isEqualTo(
            new ClinicianRow.Against(
                new BigDecimal("1.000000"), new BigDecimal("0.000000"), false));
    List<ClinicalCase> unscored = all(sicker, times(1, B, "100.00", null));
    assertThat(row(unscored, A).figures().riskAdjusted())
        .as("one case of the group without a score")
        .isNull();
    assertThat(row(unscored, A).figures().against().index()).isEqualByComparingTo("2");
  }

  @Test
  @DisplayName("below eleven cases no figure is told, and none beside so few others")
  void suppression() {
    List<ClinicalCase> cases = all(times(11, A, "50.00", null), times(10, B, "60.00", null));
    assertThat(row(cases, B)).isEqualTo(new ClinicianRow("CATARACT", B, 10, null));
    assertThat(row(cases, A).figures().against()).isNull();
    List<ClinicalCase> alike = all(times(11, A, "50.00", null), times(11, B, "50.00", null));
    assertThat(row(alike, B).figures().against())
        .as("costs that do not differ have no z")
        .isEqualTo(new ClinicianRow.Against(new BigDecimal("1.000000"), null, false));
  }

  @Test
  @DisplayName("the median of an even number is half up at the cent")
  void median() {
    List<ClinicalCase> cases = all(times(6, A, "10.00", null), times(6, A, "10.01", null));
    assertThat(row(cases, A).figures().median()).isEqualTo(Money.of("10.01"));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  @DisplayName("any order of cases gives the same rows, by group and clinician")
  void anyOrder(long seed) {
    List<ClinicalCase> cases =
        all(times(9, A, "33.10", "0.812000"), times(13, A, "71.07", "1.377000"), peers("0.9"));
    List<ClinicianRow> rows = VariationRules.of(cases);
    Collections.shuffle(cases, new Random(seed));
    assertThat(VariationRules.of(cases)).isEqualTo(rows);
    assertThat(rows).extracting(ClinicianRow::npi).containsExactly(A, B);
  }
}
