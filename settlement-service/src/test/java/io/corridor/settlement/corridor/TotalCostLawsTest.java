package io.corridor.settlement.corridor;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.corridor.DrugPriceControl.DrugCost;
import io.corridor.settlement.corridor.TotalCostFacts.ByCategory;
import io.corridor.settlement.corridor.TotalCostFacts.RatingCategory;
import io.corridor.settlement.corridor.TotalCostFacts.Raw;
import io.corridor.settlement.share.Corridor;
import io.corridor.settlement.share.Credibility;
import io.corridor.settlement.share.Draw;
import io.corridor.settlement.share.Laws;
import io.corridor.settlement.share.Settled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws of total cost of care over drawn contracts. The seed is the test's parameter. */
class TotalCostLawsTest {

  private static final int ROUNDS = 150;

  private static TotalCostTerms drawTerms(Draw draw) {
    Corridor losses = draw.oneIn(4) ? Corridor.NONE : draw.corridor();
    return new TotalCostTerms(
        draw.corridor(),
        losses,
        List.of(Rate.ZERO, draw.percent(0, 100), Rate.ONE),
        draw.oneIn(2) ? null : new Credibility(draw.count(1, 20_000)),
        draw.oneIn(2)
            ? null
            : new StopLoss(draw.dollars(1, 200_000), draw.percent(0, 100), draw.price(0, 5)),
        draw.oneIn(2) ? null : new DrugPriceControl(draw.percent(0, 10)),
        losses.bands().isEmpty() ? Rate.ZERO : draw.percent(0, 100));
  }

  private static TotalCostFacts drawFacts(Draw draw) {
    List<RatingCategory> categories = new ArrayList<>();
    List<DrugCost> drugs = new ArrayList<>();
    List<Money> members = new ArrayList<>();
    int count = draw.number(0, 5);
    for (int i = 0; i < count; i++) {
      categories.add(
          new RatingCategory(
              "category" + i,
              draw.price(100, 1000),
              draw.price(100, 1000),
              draw.percent(80, 130),
              draw.count(0, 30_000)));
      drugs.add(
          new DrugCost(
              "drug" + i,
              draw.count(0, 1000),
              draw.dollars(0, 100_000),
              draw.oneIn(3) ? null : draw.price(1, 100)));
      members.add(draw.dollars(0, 600_000));
    }
    Raw raw =
        new Raw(
            draw.dollars(0, 60_000_000),
            draw.dollars(0, 500_000),
            draw.dollars(0, 500_000),
            drugs,
            members);
    return new TotalCostFacts(draw.number(1, 5), categories, raw, draw.percent(0, 100));
  }

  private static TotalCostFacts with(TotalCostFacts facts, Raw raw) {
    return new TotalCostFacts(
        facts.contractYear(), ((ByCategory) facts.benchmark()).categories(), raw, facts.quality());
  }

  @ParameterizedTest
  @ValueSource(longs = {201, 202, 203})
  @DisplayName("explained, monotone, continuous and never above a hundred percent of the margin")
  void laws(long seed) {
    Draw draw = new Draw(seed);
    for (int round = 0; round < ROUNDS; round++) {
      TotalCostTerms terms = drawTerms(draw);
      TotalCostFacts facts = drawFacts(draw);
      Raw raw = (Raw) facts.spending();
      Money more = draw.dollars(0, 2_000_000);
      Raw dearer =
          new Raw(
              raw.total().plus(more),
              raw.waiverServices(),
              raw.longTermServices(),
              raw.drugs(),
              raw.memberCosts());
      Settled before = TotalCostRules.settle(terms, facts);
      Settled after = TotalCostRules.settle(terms, with(facts, dearer));
      Laws.explained(before);
      Laws.explained(after);
      Laws.moreSpendingPaysNoMore(before, after, more, Rate.ONE);
      assertThat(before.payment().dollars().abs().subtract(before.value("margin").abs()))
          .isLessThanOrEqualTo(Money.of("0.01").dollars());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {211, 212})
  @DisplayName("the order of categories, drugs and members does not matter")
  void orderOfInputs(long seed) {
    Draw draw = new Draw(seed);
    for (int round = 0; round < ROUNDS; round++) {
      TotalCostTerms terms = drawTerms(draw);
      TotalCostFacts facts = drawFacts(draw);
      Raw raw = (Raw) facts.spending();
      Raw other =
          new Raw(
              raw.total(),
              raw.waiverServices(),
              raw.longTermServices(),
              shuffled(draw, raw.drugs()),
              shuffled(draw, raw.memberCosts()));
      TotalCostFacts permuted =
          new TotalCostFacts(
              facts.contractYear(),
              shuffled(draw, ((ByCategory) facts.benchmark()).categories()),
              other,
              facts.quality());
      assertThat(TotalCostRules.settle(terms, permuted))
          .isEqualTo(TotalCostRules.settle(terms, facts));
    }
  }

  private static <T> List<T> shuffled(Draw draw, List<T> some) {
    List<T> all = new ArrayList<>(some);
    Collections.shuffle(all, draw.random());
    return all;
  }
}
