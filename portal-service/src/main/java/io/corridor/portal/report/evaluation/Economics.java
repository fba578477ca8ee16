package io.corridor.portal.report.evaluation;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.common.rules.Step;
import io.corridor.common.rules.Workings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an effect is worth to those who pay for the program (domain.md 6): gross savings, the ACO's
 * part of them, what is left after the program's cost less what it bills, the return on that cost
 * and the months until it is earned back.
 *
 * @param gross effect times member months
 * @param acoGain the ACO's part of it
 * @param net gain less net cost of the program
 * @param perPatient net over patients
 * @param returnOnInvestment net over net cost; null when the program costs nothing
 * @param breakEvenMonths months until the net fixed cost is earned back; null when it never is
 * @param scaled effect of a month over all who are eligible and would take part
 * @param steps how it came about
 */
public record Economics(
    Amount gross,
    Amount acoGain,
    Amount net,
    Amount perPatient,
    @Nullable Rate returnOnInvestment,
    @Nullable Rate breakEvenMonths,
    Amount scaled,
    List<Step> steps) {

  private static final String CITATION = "domain.md 6";

  /** Keeps its own copy of the steps. */
  public Economics {
    steps = List.copyOf(steps);
  }

  /**
   * The economics of an effect.
   *
   * @param perMemberMonth savings of a member month
   * @param memberMonths member months of all patients in the window
   * @param patients patients, at least one
   */
  public static Economics of(
      Rate perMemberMonth, Rate memberMonths, long patients, ProgramCost program) {
    Worksheet sheet = new Worksheet();
    Expression effect = Expression.named("effect", perMemberMonth);
    Expression gross =
        sheet.step("gross", effect.times(Expression.named("memberMonths", memberMonths)));
    Expression gain =
        sheet.step("acoGain", gross.times(Expression.named("acoShare", program.acoShare())));
    Expression cost =
        sheet.step(
            "netCost",
            Expression.named("cost", program.cost())
                .minus(Expression.named("billed", program.billed())));
    Expression net = sheet.step("net", gain.minus(cost));
    Expression each =
        sheet.step("perPatient", net.over(Expression.named("patients", Rate.of(patients))));
    Expression scaled =
        sheet.step(
            "scaled",
            Expression.named("eligible", Rate.of(program.eligible()))
                .times(Expression.named("uptake", program.uptake()))
                .times(effect));
    Expression earned =
        sheet.step(
            "earnedMonthly",
            effect
                .times(Expression.named("acoShare", program.acoShare()))
                .times(Expression.named("patients", Rate.of(patients))));
    Rate returned =
        cost.value().signum() <= 0
            ? null
            : new Rate(sheet.step("returnOnInvestment", net.over(cost)).value());
    Rate months =
        earned.value().signum() <= 0
            ? null
            : new Rate(
                sheet
                    .step(
                        "breakEvenMonths",
                        Expression.named("fixedCost", program.fixedCost()).over(earned))
                    .value());
    return new Economics(
        new Amount(gross.value()),
        new Amount(gain.value()),
        new Amount(net.value()),
        new Amount(each.value()),
        returned,
        months,
        new Amount(scaled.value()),
        sheet.workings.steps());
  }

  /** The steps while they are made. */
  private static final class Worksheet {
    private final Workings workings = new Workings();

    private Expression step(String name, Expression expression) {
      return workings.step(name, CITATION, expression);
    }
  }
}
