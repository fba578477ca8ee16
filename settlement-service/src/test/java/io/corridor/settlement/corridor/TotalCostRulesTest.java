package io.corridor.settlement.corridor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.corridor.DrugPriceControl.DrugCost;
import io.corridor.settlement.corridor.TotalCostFacts.Counted;
import io.corridor.settlement.corridor.TotalCostFacts.InScope;
import io.corridor.settlement.corridor.TotalCostFacts.RatingCategory;
import io.corridor.settlement.corridor.TotalCostFacts.Raw;
import io.corridor.settlement.corridor.TotalCostFacts.Spending;
import io.corridor.settlement.share.Corridor;
import io.corridor.settlement.share.Corridor.Band;
import io.corridor.settlement.share.Credibility;
import io.corridor.settlement.share.Laws;
import io.corridor.settlement.share.Limit;
import io.corridor.settlement.share.Settled;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotalCostRulesTest {

  private static final Corridor BANDS =
      new Corridor(
          List.of(
              band("0", "0.02", "1"), band("0.02", "0.06", "0.5"), band("0.06", "0.10", "0.25")));

  private static Band band(String from, @Nullable String until, String share) {
    return new Band(Rate.of(from), until == null ? null : Rate.of(until), Rate.of(share));
  }

  private static Amount price(String dollars) {
    return new Amount(new BigDecimal(dollars));
  }

  private static TotalCostTerms plain(Corridor gains, Corridor losses) {
    return new TotalCostTerms(gains, losses, List.of(Rate.ONE), null, null, null, Rate.ZERO);
  }

  /** A benchmark of 1,000,000. */
  private static TotalCostFacts counted(String cost, String quality) {
    return new TotalCostFacts(
        1,
        List.of(
            new RatingCategory("adults", price("100"), price("100"), Rate.ONE, Rate.of(10_000))),
        new Counted(Money.of(cost)),
        Rate.of(quality));
  }

  private static final TotalCostTerms EXAMPLE =
      new TotalCostTerms(
          BANDS,
          BANDS,
          List.of(Rate.ZERO, Rate.of("0.5"), Rate.ONE),
          new Credibility(Rate.of(12_000)),
          new StopLoss(Money.of("125000"), Rate.of("0.95"), price("2.66")),
          new DrugPriceControl(Rate.of("0.05")),
          Rate.ZERO);

  private static final List<RatingCategory> CATEGORIES =
      List.of(
          new RatingCategory("child", price("320"), price("0"), Rate.ONE, Rate.of(240_000)),
          new RatingCategory("adult", price("600"), price("0"), Rate.of("1.05"), Rate.of(96_000)),
          new RatingCategory("disabled", price("980"), price("0"), Rate.ONE, Rate.of(24_000)));

  private static final List<Money> MEMBERS =
      List.of(Money.of("360000"), Money.of("325000"), Money.of("125000"), Money.of("90000"));

  private static Raw raw(String longTermServices) {
    return new Raw(
        Money.of("168000000"),
        Money.of("3100000"),
        Money.of(longTermServices),
        List.of(
            new DrugCost("J0001", Rate.of(100_000), Money.of("12650000"), price("100")),
            new DrugCost("J0002", Rate.of(10), Money.of("40000"), null)),
        MEMBERS);
  }

  private static Settled settle(Spending spending, int contractYear) {
    return TotalCostRules.settle(
        EXAMPLE, new TotalCostFacts(contractYear, CATEGORIES, spending, Rate.of("0.8")));
  }

  @Test
  @DisplayName("163,294,350 against 160,800,000 is 1.5512 % too dear: 2,494,350 are owed")
  void workedExample() {
    Settled settled = settle(raw("0"), 1);
    assertThat(settled.value("benchmark")).isEqualByComparingTo("160800000");
    assertThat(settled.value("stopLossRecovery")).isEqualByComparingTo("413250");
    assertThat(settled.value("stopLossCharge")).isEqualByComparingTo("957600");
    assertThat(settled.value("drugPriceInflation")).isEqualByComparingTo("2150000");
    assertThat(settled.value("adjustedCost")).isEqualByComparingTo("163294350");
    assertThat(settled.payment()).isEqualTo(Money.of("-2494350"));
    assertThat(settled.limits()).isEmpty();
    Laws.explained(settled);
  }

  @ParameterizedTest
  @DisplayName("long-term services count by the weight of the contract year, the last one onwards")
  @CsvSource({"1,161294350", "2,162294350", "3,163294350", "9,163294350"})
  void longTermPhaseIn(int contractYear, String cost) {
    assertThat(settle(raw("2000000"), contractYear).value("adjustedCost"))
        .isEqualByComparingTo(cost);
  }

  @Test
  @DisplayName("what another has prepared is not subtracted twice")
  void preparedCost() {
    Settled fromRaw = settle(raw("0"), 1);
    Settled inScope = settle(new InScope(Money.of("162750000"), MEMBERS), 1);
    Settled counted = settle(new Counted(Money.of("162336750")), 1);
    assertThat(inScope.value("adjustedCost")).isEqualByComparingTo(fromRaw.value("adjustedCost"));
    assertThat(counted.value("adjustedCost")).isEqualByComparingTo(fromRaw.value("adjustedCost"));
    Laws.explained(inScope);
    Laws.explained(counted);
  }

  @Test
  @DisplayName("6,000 of 12,000 member months: .7071 of 1,450 and the rest of 1,380 is 1,429.50")
  void minimumVolume() {
    TotalCostFacts facts =
        new TotalCostFacts(
            1,
            List.of(
                new RatingCategory(
                    "disabled", price("1450"), price("1380"), Rate.ONE, Rate.of(6000))),
            new Counted(Money.ZERO),
            Rate.ONE);
    Settled settled = TotalCostRules.settle(EXAMPLE, facts);
    assertThat(settled.value("disabled.credibility"))
        .isCloseTo(new BigDecimal("0.7071"), within(new BigDecimal("0.0001")));
    assertThat(new Amount(settled.value("disabled.pmpm")).roundHalfUp())
        .isEqualTo(Money.of("1429.50"));
    assertThat(settled.limits()).contains(Limit.CREDIBILITY);
    Laws.explained(settled);
  }

  @Test
  void exactlyTheMinimumVolumeStandsAlone() {
    TotalCostFacts facts =
        new TotalCostFacts(
            1,
            List.of(
                new RatingCategory("d", price("1450"), price("1380"), Rate.ONE, Rate.of(12_000))),
            new Counted(Money.of("17368080")),
            Rate.ONE);
    Settled settled = TotalCostRules.settle(EXAMPLE, facts);
    assertThat(settled.value("benchmark")).isEqualByComparingTo("17400000");
    assertThat(settled.payment()).isEqualTo(Money.ZERO);
    assertThat(settled.limits()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("the corridor is integrated band by band, on both sides, and ends at 10 %")
  @CsvSource({
    "990000,10000,false",
    "980000,20000,false",
    "979999.98,20000.01,false",
    "970000,25000,false",
    "940000,40000,false",
    "930000,42500,false",
    "900000,50000,false",
    "899999.99,50000,true",
    "0,50000,true"
  })
  void bands(String cost, String shared, boolean ends) {
    Settled gain = TotalCostRules.settle(plain(BANDS, BANDS), counted(cost, "1"));
    assertThat(gain.payment()).isEqualTo(Money.of(shared));
    assertThat(gain.limits().contains(Limit.CORRIDOR_END)).isEqualTo(ends);
    Money mirrored = Money.of("2000000").minus(Money.of(cost));
    Settled loss = TotalCostRules.settle(plain(BANDS, BANDS), counted(mirrored.toString(), "1"));
    assertThat(loss.payment()).isEqualTo(Money.of(shared).negated());
    assertThat(loss.limits().contains(Limit.CORRIDOR_END)).isEqualTo(ends);
  }

  @Test
  void gainsAndLossesMayHaveOtherBands() {
    Corridor careful = new Corridor(List.of(band("0", "0.01", "0"), band("0.01", null, "0.3")));
    TotalCostTerms terms = plain(BANDS, careful);
    assertThat(TotalCostRules.settle(terms, counted("980000", "1")).payment())
        .isEqualTo(Money.of("20000"));
    assertThat(TotalCostRules.settle(terms, counted("1010000", "1")).payment())
        .isEqualTo(Money.ZERO);
    Settled far = TotalCostRules.settle(terms, counted("2010000", "1"));
    assertThat(far.payment()).isEqualTo(Money.of("-300000"));
    assertThat(far.limits()).isEmpty();
  }

  @Test
  void aContractWithoutLossBandsOwesNothing() {
    Settled settled = TotalCostRules.settle(plain(BANDS, Corridor.NONE), counted("1200000", "1"));
    assertThat(settled.payment()).isEqualTo(Money.ZERO);
    assertThat(settled.limits()).containsExactly(Limit.NO_DOWNSIDE);
    Laws.explained(settled);
  }

  @Test
  void qualityMultipliesGainsAndMayRelieveLosses() {
    TotalCostTerms terms =
        new TotalCostTerms(BANDS, BANDS, List.of(Rate.ONE), null, null, null, Rate.of("0.25"));
    assertThat(TotalCostRules.settle(terms, counted("980000", "0.8")).payment())
        .isEqualTo(Money.of("16000"));
    assertThat(TotalCostRules.settle(terms, counted("1020000", "0.8")).payment())
        .isEqualTo(Money.of("-16000"));
    assertThat(TotalCostRules.settle(plain(BANDS, BANDS), counted("1020000", "0.8")).payment())
        .isEqualTo(Money.of("-20000"));
    Settled none = TotalCostRules.settle(terms, counted("980000", "0"));
    assertThat(none.payment()).isEqualTo(Money.ZERO);
    assertThat(none.limits()).containsExactly(Limit.QUALITY_GATE);
  }

  @Test
  @DisplayName("falling prices set off rising ones; 610 at the base prices is 600")
  void drugPrices() {
    DrugCost dearer = new DrugCost("A", Rate.of(100), Money.of("250"), price("2"));
    DrugCost cheaper = new DrugCost("B", Rate.of(40), Money.of("360"), price("10"));
    assertThat(withDrugs(List.of(cheaper, dearer)).value("drugPriceInflation"))
        .isEqualByComparingTo("10");
    assertThat(withDrugs(List.of(cheaper)).value("drugPriceInflation")).isEqualByComparingTo("0");
  }

  private static Settled withDrugs(List<DrugCost> drugs) {
    TotalCostTerms terms =
        new TotalCostTerms(
            BANDS,
            BANDS,
            List.of(Rate.ONE),
            null,
            null,
            new DrugPriceControl(Rate.ZERO),
            Rate.ZERO);
    Raw cost = new Raw(Money.of("610"), Money.ZERO, Money.ZERO, drugs, List.of());
    Settled settled =
        TotalCostRules.settle(terms, new TotalCostFacts(1, List.of(), cost, Rate.ONE));
    Laws.explained(settled);
    return settled;
  }

  @Test
  void zeroFactsPayZero() {
    TotalCostFacts nothing =
        new TotalCostFacts(
            1,
            List.of(),
            new Raw(Money.ZERO, Money.ZERO, Money.ZERO, List.of(), List.of()),
            Rate.ZERO);
    Settled settled = TotalCostRules.settle(EXAMPLE, nothing);
    assertThat(settled.payment()).isEqualTo(Money.ZERO);
    assertThat(settled.limits()).isEmpty();
    Laws.explained(settled);
  }

  @Test
  void termsThatContradictThemselvesAreRefused() {
    assertThatThrownBy(
            () -> new Corridor(List.of(band("0", "0.03", "1"), band("0.02", "0.06", "0.5"))))
        .hasMessageContaining("without gap or overlap");
    assertThatThrownBy(() -> new Corridor(List.of(band("0.01", "0.03", "1"))))
        .hasMessageContaining("begin at 0");
    assertThatThrownBy(
            () -> new Corridor(List.of(band("0", null, "1"), band("0.02", "0.06", "0.5"))))
        .hasMessageContaining("follow one another");
    assertThatThrownBy(() -> band("0", "0.02", "1.1"))
        .hasMessage("the share of a corridor band must lie between 0 and 1");
    assertThatThrownBy(() -> band("0.02", "0.02", "1"))
        .hasMessage("a corridor band must not be empty");
    assertThatThrownBy(() ->
            new TotalCostTerms(
                BANDS, Corridor.NONE, List.of(Rate.ONE), null, null, null, Rate.of("0.1")))
        .hasMessage("a loss relief needs a corridor of losses");
  }
}
