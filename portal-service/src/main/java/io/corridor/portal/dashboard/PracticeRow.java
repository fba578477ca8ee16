package io.corridor.portal.dashboard;

import io.corridor.portal.dashboard.DashboardQueries.PracticeYear;
import io.corridor.portal.shell.Format;

/**
 * A practice in the table of a contract.
 *
 * @param tin practice
 * @param name display name
 * @param members members
 * @param budget budget, whole dollars
 * @param counted counted cost, whole dollars
 * @param difference budget minus cost, whole dollars, signed
 * @param pmpm cost a member month
 */
public record PracticeRow(
    String tin,
    String name,
    String members,
    String budget,
    String counted,
    String difference,
    String pmpm) {

  /** The row of a practice's year. */
  static PracticeRow of(PracticeYear practice, String name) {
    ContractFigures.Period year = practice.year();
    String sign = year.difference().cents() > 0 ? "+" : "";
    return new PracticeRow(
        practice.tin(),
        name,
        Format.count(year.members()),
        Format.dollars(year.budget()),
        Format.dollars(year.counted()),
        sign + Format.dollars(year.difference()),
        Format.rateInDollars(year.countedPmpm().orElse(null)));
  }
}
