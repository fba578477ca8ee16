package io.corridor.benchmark.target;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a member cost before the performance year, in the terms of the last base year. */
public sealed interface Baseline {

  /**
   * A worked baseline.
   *
   * @param perMember cost of a member
   * @param historical the practice's own history in it, if any
   */
  record Worked(Expression perMember, Optional<Expression> historical) {}

  /** Notes the steps and gives the result. */
  Worked work(Worksheet sheet);

  /**
   * The cost of the members that would have been attributed, in several base years, each brought to
   * the last base year by trend and by the change of their risk, and weighted (domain.md 2.9.1).
   *
   * @param years base years, ascending; the last one is the reference
   * @param weights weight of each year in whole parts, such as 1, 3, 6 or 1, 1, 1
   */
  record Historical(List<BaseYear> years, List<Long> weights) implements Baseline {

    static final String CITATION = "domain.md 2.9.1; 42 CFR 425.652(a)(7), (c)(2)";

    /** Rejects years that do not ascend or have no weight each. */
    public Historical {
      years = List.copyOf(years);
      weights = List.copyOf(weights);
      if (years.isEmpty() || years.size() != weights.size()) {
        throw new IllegalArgumentException("each base year has a weight");
      }
      for (int i = 1; i < years.size(); i++) {
        if (years.get(i).year() <= years.get(i - 1).year()) {
          throw new IllegalArgumentException("base years ascend");
        }
      }
    }

    @Override
    public Worked work(Worksheet sheet) {
      Expression lastRisk = years.getLast().risk();
      Expression parts = Expression.constant(weights.stream().mapToLong(Long::longValue).sum());
      List<Expression> weighted = new ArrayList<>();
      for (int i = 0; i < years.size(); i++) {
        Expression restated = years.get(i).restate(sheet, lastRisk);
        weighted.add(restated.times(Expression.constant(weights.get(i))));
      }
      Expression historical =
          sheet.step("historical", CITATION, Expression.sum(weighted).over(parts));
      return new Worked(historical, Optional.of(historical));
    }
  }

  /**
   * A base year.
   *
   * @param year calendar year
   * @param perMember completed and truncated cost of a member
   * @param trend growth from this year to the last base year
   * @param meanRisk mean risk score of its members
   */
  record BaseYear(int year, Amount perMember, Rate trend, Rate meanRisk) {

    private String named(String what) {
      return "baseYear." + year + "." + what;
    }

    Expression risk() {
      return Expression.named(named("risk"), meanRisk);
    }

    Expression restate(Worksheet sheet, Expression lastRisk) {
      return sheet.step(
          named("restated"),
          Historical.CITATION,
          Expression.named(named("perMember"), perMember)
              .times(Expression.named(named("trend"), trend))
              .times(lastRisk)
              .over(risk()));
    }
  }

  /**
   * The risk-standardized cost of the region's comparison group, stated or measured by {@link
   * ComparisonGroup} (domain.md 2.9.2).
   */
  record Regional(Amount perMember) implements Baseline {
    @Override
    public Worked work(Worksheet sheet) {
      Expression region =
          sheet.step("regional", "domain.md 2.9.2", Expression.named("region", perMember));
      return new Worked(region, Optional.empty());
    }
  }

  /**
   * History drawn towards the region: by another share when the region costs more than when it
   * costs less, and never further than a cap (domain.md 2.9.3).
   *
   * @param own the practice's history
   * @param region the region
   * @param weightIfRegionHigher share of the difference when the region costs at least as much
   * @param weightIfRegionLower share of the difference when the region costs less
   * @param cap largest move either way
   */
  record Blended(
      Historical own,
      Regional region,
      Rate weightIfRegionHigher,
      Rate weightIfRegionLower,
      Amount cap)
      implements Baseline {

    private static final String CITATION = "domain.md 2.9.3; 42 CFR 425.656";

    @Override
    public Worked work(Worksheet sheet) {
      Expression history = own.work(sheet).perMember();
      Expression regional = region.work(sheet).perMember();
      Expression weight =
          sheet.step(
              "regionalWeight",
              CITATION,
              Expression.when(
                  regional.reaches(history),
                  Expression.named("weightIfRegionHigher", weightIfRegionHigher),
                  Expression.named("weightIfRegionLower", weightIfRegionLower)));
      Expression limit = Expression.named("blendCap", cap);
      Expression move =
          sheet.step(
              "regionalMove",
              CITATION,
              weight.times(regional.minus(history)).max(limit.negated()).min(limit));
      return new Worked(sheet.step("blended", CITATION, history.plus(move)), Optional.of(history));
    }
  }

  /** A cost of a member that the contract states. */
  record Stated(Amount perMember) implements Baseline {
    @Override
    public Worked work(Worksheet sheet) {
      Expression stated =
          sheet.step("stated", "contract terms, base", Expression.named("base", perMember));
      return new Worked(stated, Optional.empty());
    }
  }
}
