package io.corridor.settlement.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.settlement.mssp.MsspRules;
import io.corridor.settlement.replicate.Reproduction.Cause;
import io.corridor.settlement.replicate.Reproduction.Check;
import io.corridor.settlement.replicate.Reproduction.Figure;
import io.corridor.settlement.replicate.Reproduction.Payment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every published row at hand, settled again (settlement.md 0). */
class ReplicationTest {

  private static List<Reproduction> all = List.of();

  @BeforeAll
  static void settleEveryRow() {
    all = new Replication(MsspRules.load()).of(PublishedData.rows());
  }

  private static long of(Payment payment) {
    return all.stream().filter(row -> row.payment() == payment).count();
  }

  private static List<Check> checks(Figure figure) {
    return all.stream().map(row -> row.check(figure)).filter(Objects::nonNull).toList();
  }

  private static List<String> apart(Figure figure) {
    return all.stream()
        .filter(row -> {
          Check check = row.check(figure);
          return check != null && !check.agrees();
        })
        .map(row -> row.result().place())
        .toList();
  }

  @Test
  @DisplayName("every row of every file is read")
  void everyRow() {
    Map<Integer, Long> rows =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.result().year(), TreeMap::new, Collectors.counting()));
    assertThat(rows)
        .containsExactly(
            Map.entry(2013, 220L),
            Map.entry(2014, 333L),
            Map.entry(2015, 392L),
            Map.entry(2016, 432L),
            Map.entry(2017, 472L),
            Map.entry(2018, 548L),
            Map.entry(2019, 475L),
            Map.entry(2021, 475L),
            Map.entry(2023, 453L));
    assertThat(all.stream().filter(row -> PublishedFacts.halfYear(row.result()))).hasSize(166);
  }

  @Test
  @DisplayName("savings, savings rate, what counts and minimum rate of every ACO that prints them")
  void identities() {
    assertThat(apart(Figure.SAVINGS)).isEmpty();
    assertThat(checks(Figure.SAVINGS)).hasSize(3800);
    assertThat(apart(Figure.SAVINGS_RATE)).isEmpty();
    assertThat(checks(Figure.SAVINGS_RATE)).hasSize(3580);
    assertThat(apart(Figure.GENERATED)).isEmpty();
    assertThat(checks(Figure.GENERATED)).hasSize(3580);
    assertThat(apart(Figure.MINIMUM_RATE)).isEmpty();
    assertThat(checks(Figure.MINIMUM_RATE)).hasSize(3800);
  }

  @Test
  @DisplayName("one ACO is below the table and is asked for an override: A05696 of 2017")
  void oneOverride() {
    assertThat(
            all.stream()
                .filter(row -> Objects.requireNonNull(row.check(Figure.MINIMUM_RATE)).given()))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.result().year()).isEqualTo(2017);
          assertThat(row.result().beneficiaries()).isEqualTo(152);
        });
  }

  @Test
  @DisplayName("share rates, loss rates and recoupment agree with what is printed")
  void rates() {
    assertThat(apart(Figure.SHARE_RATE)).isEmpty();
    assertThat(checks(Figure.SHARE_RATE)).hasSize(3800);
    assertThat(apart(Figure.LOSS_RATE)).isEmpty();
    assertThat(checks(Figure.LOSS_RATE)).hasSize(302);
    assertThat(apart(Figure.RECOUPED)).isEmpty();
    assertThat(checks(Figure.RECOUPED)).hasSizeGreaterThan(300);
  }

  @Test
  @DisplayName(
      "payments: at least 99.8 percent exact or within rounding, the rest limited by revenue")
  void payments() {
    assertThat(of(Payment.EXACT)).isEqualTo(3012);
    assertThat(of(Payment.WITHIN_ROUNDING)).isEqualTo(781);
    List<Reproduction> missed =
        all.stream().filter(row -> row.payment() == Payment.NOT_REPRODUCED).toList();
    assertThat(missed)
        .extracting(row -> row.result().aco() + "/" + row.result().year())
        .containsExactly(
            "A2392/2019",
            "A1515/2021",
            "A2820/2021",
            "A4627/2021",
            "A1241/2023",
            "A4627/2023",
            "A5293/2023");
    assertThat(missed).allMatch(row -> row.cause() == Cause.REVENUE_NOT_PUBLISHED);
  }

  @Test
  @DisplayName("where rates are known constants nearly every payment is exact")
  void constantRates() {
    assertThat(
            all.stream()
                .filter(row -> row.result().year() >= 2021 && row.nonZero())
                .filter(row -> row.payment() == Payment.EXACT))
        .hasSizeGreaterThanOrEqualTo(602);
  }

  @Test
  void theReportNamesEveryCauseAndAddsUp() {
    String report = ReplicationReport.of(all);
    assertThat(report).contains("| exact | 3,012 |").contains("| within rounding | 781 |");
    assertThat(report.lines().filter(line -> line.contains("participants' revenue, which")))
        .hasSize(7);
    assertThat(report).doesNotContain("unexplained");
  }
}
