package io.corridor.settlement.capitation;

import static io.corridor.common.rules.Expression.named;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.settlement.capitation.CapitationFacts.Month;
import io.corridor.settlement.share.Calculation;
import io.corridor.settlement.share.Limit;
import io.corridor.settlement.share.Settled;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Primary-care capitation (settlement.md 5 e): a monthly amount on what is known ahead, and at the
 * end of the year what the practice was entitled to, without capitated care that its patients had
 * elsewhere, against what was paid.
 */
public final class CapitationRules {

  private static final String AHEAD = "contract terms, monthly amount on the members as known";
  private static final String ENTITLED = "contract terms, final members and risk of the month";
  private static final String LEAKAGE = "contract terms, capitated services bought elsewhere";
  private static final String DUE = "contract terms, entitled without leakage and payments made";

  private CapitationRules() {}

  /**
   * The amount that is paid ahead for a month.
   *
   * @param members patients of the practice as known then
   * @param riskScore their mean risk score as known then
   */
  public static Settled payAhead(CapitationTerms terms, Rate members, Rate riskScore) {
    Calculation steps = new Calculation();
    return steps.pay(
        steps.step(
            "monthlyAmount",
            AHEAD,
            named("members", members)
                .times(named("ratePmpm", terms.ratePmpm()))
                .times(named("riskScore", riskScore))));
  }

  /** The reconciliation of a year: due to the practice, or returned by it when negative. */
  public static Settled reconcile(CapitationTerms terms, CapitationFacts facts) {
    Calculation steps = new Calculation();
    List<Expression> entitled = new ArrayList<>();
    List<Expression> leaked = new ArrayList<>();
    List<Expression> paid = new ArrayList<>();
    facts
        .months()
        .forEach((when, month) -> {
          entitled.add(entitled(steps, terms, when, month));
          leaked.add(
              named(in(when, "leakage"), CapitationFacts.leaked(month, terms.capitatedCodes())));
          paid.add(named(in(when, "paid"), month.paid()));
        });
    Expression capitation = steps.step("entitled", ENTITLED, Expression.sum(entitled));
    Expression leakage =
        leakage(steps, terms, steps.step("leakage", LEAKAGE, Expression.sum(leaked)), capitation);
    Expression payments = steps.step("paid", DUE, Expression.sum(paid));
    return steps.pay(steps.step("due", DUE, capitation.minus(leakage).minus(payments)));
  }

  private static Expression entitled(
      Calculation steps, CapitationTerms terms, YearMonth when, Month month) {
    return steps.step(
        in(when, "entitled"),
        ENTITLED,
        named(in(when, "memberMonths"), month.memberMonths())
            .times(named("ratePmpm", terms.ratePmpm()))
            .times(named(in(when, "riskScore"), month.riskScore())));
  }

  private static Expression leakage(
      Calculation steps, CapitationTerms terms, Expression leakage, Expression capitation) {
    Rate cap = terms.leakageCap();
    if (cap == null) {
      return leakage;
    }
    Expression most =
        steps.step("leakageCap", LEAKAGE, named("leakageCapShare", cap).times(capitation));
    return steps.stepAtMost("leakageCapped", LEAKAGE, leakage, most, Limit.LEAKAGE_CAP);
  }

  /** Name of a month's figure, as in {@code paid.2025.03}. */
  private static String in(YearMonth month, String figure) {
    return figure + "." + month.toString().replace('-', '.');
  }
}
