package io.corridor.benchmark.target;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.common.rules.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Use of services against what was expected, for practices too small for a budget (domain.md 2.9,
 * utilization index; settlement.md 5d): the weighted mean of actual over expected, below one is
 * good. Where more is better the ratio is inverted. A service without anything expected (or, where
 * inverted, without anything actual) is not measured and its weight falls to the others.
 *
 * @param composite weighted mean, unrounded; null when nothing could be measured
 * @param credible composite drawn towards one as far as the volume is too small to be believed;
 *     null when nothing could be measured
 * @param unmeasured services left out, in their order
 * @param steps how it came about
 */
public record UtilizationIndex(
    @Nullable Rate composite, @Nullable Rate credible, List<String> unmeasured, List<Step> steps) {

  private static final String CITATION = "domain.md 2.9, utilization index; settlement.md 5d";

  /** Keeps its own copies. */
  public UtilizationIndex {
    unmeasured = List.copyOf(unmeasured);
    steps = List.copyOf(steps);
  }

  /**
   * A service that is counted, as a rate per 1,000 member-years or as a share.
   *
   * @param name letters and digits
   * @param actual what was used
   * @param expected what the comparison group of the same age, sex and risk uses, or the practice's
   *     own trend
   * @param weight its part of cost, not negative
   * @param moreIsBetter true for services to encourage, such as generic drugs
   */
  public record Service(
      String name, Rate actual, Rate expected, Rate weight, boolean moreIsBetter) {

    private boolean measurable() {
      return !(moreIsBetter ? actual : expected).isZero();
    }

    private Expression named(String what, Rate value) {
      return Expression.named(name + "." + what, value);
    }

    private Expression index(Worksheet sheet) {
      Expression used = named("actual", actual);
      Expression norm = named("expected", expected);
      return sheet.step(
          name + ".index", CITATION, moreIsBetter ? norm.over(used) : used.over(norm));
    }
  }

  /** The index of some services under a credibility. */
  public static UtilizationIndex of(List<Service> services, Credibility credibility) {
    Worksheet sheet = new Worksheet();
    List<Expression> weighted = new ArrayList<>();
    List<Expression> weights = new ArrayList<>();
    List<String> unmeasured = new ArrayList<>();
    for (Service service : services) {
      if (service.measurable()) {
        Expression weight = service.named("weight", service.weight());
        weighted.add(weight.times(service.index(sheet)));
        weights.add(weight);
      } else {
        unmeasured.add(service.name());
      }
    }
    Expression all = Expression.sum(weights);
    if (all.value().signum() <= 0) {
      return new UtilizationIndex(null, null, unmeasured, sheet.steps());
    }
    Expression composite = sheet.step("composite", CITATION, Expression.sum(weighted).over(all));
    Expression credible = credibility.mix(sheet, "credible", composite, Expression.ONE);
    return new UtilizationIndex(
        new Rate(composite.value()), new Rate(credible.value()), unmeasured, sheet.steps());
  }
}
