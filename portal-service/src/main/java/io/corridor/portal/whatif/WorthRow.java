package io.corridor.portal.whatif;

import io.corridor.common.money.Money;
import io.corridor.portal.dashboard.GateRow;
import io.corridor.portal.shell.Format;
import io.corridor.schemas.MarginalChange;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one small change is worth, as the page shows it.
 *
 * @param change the change in words
 * @param cost what it takes away of the cost
 * @param worth what it adds to the expected payment
 * @param range from low to high where they differ
 * @param because why it adds nothing; empty where it adds something
 */
public record WorthRow(String change, String cost, String worth, String range, String because) {

  /** The rows of a contract. */
  static List<WorthRow> of(List<MarginalChange> changes) {
    return changes.stream().map(WorthRow::of).toList();
  }

  private static WorthRow of(MarginalChange change) {
    boolean ranged = change.getLow().compareTo(change.getHigh()) != 0;
    return new WorthRow(
        words(change),
        dollars(change.getCost()),
        dollars(change.getExpected()),
        ranged ? dollars(change.getLow()) + " to " + dollars(change.getHigh()) : "",
        String.join(", ", change.getZeroBecause().stream().map(WhatIfWords::limit).toList()));
  }

  private static String dollars(@Nullable BigDecimal dollars) {
    return Format.exact(dollars == null ? null : Money.of(dollars));
  }

  private static String words(MarginalChange change) {
    String measure = change.getMeasure() == null ? "" : GateRow.titleOf(change.getMeasure());
    return switch (change.getChange()) {
      case "ONE_GAP_CLOSED" -> "One gap closed: " + measure;
      case "GAPS_TO_NEXT_POINT" ->
          Format.counted(change.getCases(), "gap", "gaps") + " to the next point: " + measure;
      case "ONE_ADMISSION_AVOIDED" -> "One admission avoided";
      case "ONE_EMERGENCY_VISIT_AVOIDED" -> "One emergency visit avoided";
      case "ONE_PERCENT_OF_COST_AVOIDED" -> "One percent of cost avoided";
      default -> change.getChange();
    };
  }
}
