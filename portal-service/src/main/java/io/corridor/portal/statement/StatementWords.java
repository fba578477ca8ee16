package io.corridor.portal.statement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of a statement for a reader who knows contracts, not codes. */
public final class StatementWords {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("members", "Members"),
          Map.entry("memberMonths", "Member months"),
          Map.entry("benchmarkExpenditure", "Budget (benchmark) for these members"),
          Map.entry("expenditure", "Cost that counts against the budget"),
          Map.entry("qualityGate", "Quality gate"),
          Map.entry("composite", "Quality score, 0 to 1"),
          Map.entry("savings", "Savings: budget less cost"),
          Map.entry("savingsRate", "Savings as a part of the budget"),
          Map.entry("minimumSavingsRate", "Minimum rate that savings must reach"),
          Map.entry("distanceToMinimum", "Savings beyond (or short of) that minimum"),
          Map.entry("generated", "Savings or losses that count, from the first dollar"),
          Map.entry("qualityFactor", "Part of the share that quality leaves"),
          Map.entry("sharedSavings", "The ACO's share of the savings"),
          Map.entry("sharedLosses", "The ACO's share of the losses"),
          Map.entry("paymentCap", "Most that may be paid"),
          Map.entry("lossCap", "Most that may be owed"),
          Map.entry("capped", "After the cap"),
          Map.entry("payment", "Result, rounded once to the cent"),
          Map.entry("unearnedAdvances", "Interim payments that were not earned"),
          Map.entry("recoupable", "Most that may be taken back at once"),
          Map.entry("recouped", "Taken back now"),
          Map.entry("balanceCarried", "Carried to later periods"),
          Map.entry("net", "Result less what was paid ahead"),
          Map.entry("earlierRecoupable", "Most of earlier debts that may be taken now"),
          Map.entry("earlierRecouped", "Taken now of what earlier periods left owed"),
          Map.entry("earnedMore", "Earned more than in the statement before"),
          Map.entry("forgiven", "Of that, no longer owed back"),
          Map.entry("unearned", "Paid in the statement before, and not earned"),
          Map.entry("paidForPeriod", "Paid for the period so far"),
          Map.entry("expected", "Expected result of the whole period"),
          Map.entry("advanceToDate", "To be paid ahead by now"),
          Map.entry("difference", "Less what was paid ahead before"),
          Map.entry("reserveToDate", "To be held back by now"),
          Map.entry("heldBack", "Held back now"),
          Map.entry("due", "Due now"),
          Map.entry("dueOfResult", "Of the result, due now"),
          Map.entry("paymentsDue", "Payments beside the result, less what was paid of them"),
          Map.entry("quality", "Part that quality leaves"),
          Map.entry("result", "Sum of the parts' results"),
          Map.entry("completeTo", "Cost is complete to"),
          Map.entry("members.count", "Members, in the largest month"),
          Map.entry("members.months", "Member months"),
          Map.entry("members.riskScore", "Mean risk score of the members"),
          Map.entry("cost.budget", "Budget for these members"),
          Map.entry("cost.inScope", "Cost in scope, before large cases are cut"),
          Map.entry("cost.counted", "Cost that counts against the budget"),
          Map.entry("cost.unpaid.low", "Claims still to come, least"),
          Map.entry("cost.unpaid.expected", "Claims still to come"),
          Map.entry("cost.unpaid.high", "Claims still to come, most"),
          Map.entry("quality.gate", "Quality gate"),
          Map.entry("quality.gateAt", "Quality score that opens the gate"),
          Map.entry("quality.composite", "Quality score, 0 to 1"),
          Map.entry("quality.published", "Quality score as published, six digits"),
          Map.entry("quality.completeTo", "Quality is complete to"));

  private static final Map<String, String> WARNINGS =
      Map.of(
          "BONUS_ON_ACTUAL_SPENDING", "The bonus grows with spending: spending more may pay more.",
          "OUTLIERS_EXCLUDED", "Dear episodes drop out: a dearer one may pay more.",
          "QUALITY_NOT_REPORTED", "No quality result is known; the lowest score stands in.",
          "RUNOUT_NOT_FINAL", "Claims are still coming in; a later run-out settles again.",
          "CATEGORY_NOT_MEASURED", "A category has no expectation; the others carry its weight.");

  private static final Map<String, String> REFUSALS =
      Map.of(
          "NO_BUDGET", "There is no budget.",
          "BELOW_MIN_LIVES", "Too few members for a financial result.",
          "MSR_NOT_STATED", "No minimum rate is stated, and no table gives one.",
          "LOSS_SHARE_NOT_STATED", "Losses are shared, but the share is not stated.",
          "FACT_MISSING", "A figure is not known",
          "FACT_CONTRADICTORY", "Figures contradict each other",
          "TERMS_CONTRADICTORY", "The terms contradict themselves",
          "TERMS_NOT_IN_FORCE", "The programme has no rules for the year",
          "QUALITY_NOT_KNOWN", "The quality gate is not known, and the result depends on it.");

  private static final Map<String, String> PAYMENTS =
      Map.of(
          "CARE_MANAGEMENT_FEE", "Care management fee",
          "PERFORMANCE_PAY", "Pay for performance",
          "INFRASTRUCTURE", "Infrastructure payment",
          "FEE_THEN_SHARE", "Fee that turns into a share",
          "PREVENTABLE_EVENTS", "Preventable events",
          "PRACTICE_TARGET", "Practice's own target");

  private static final Map<String, String> LIMITS =
      Map.ofEntries(
          Map.entry("MINIMUM_SAVINGS_RATE", "The savings rate did not reach the minimum."),
          Map.entry("QUALITY_GATE", "Quality leaves nothing of what was earned."),
          Map.entry("PAYMENT_CAP", "The payment was cut to its cap."),
          Map.entry("GAIN_CAP", "The gain was cut to its cap."),
          Map.entry("LOSS_CAP", "The loss was cut to its cap."),
          Map.entry("NO_DOWNSIDE", "The contract shares no losses."),
          Map.entry("RECOUPMENT_LIMIT", "No more may be taken back at once."),
          Map.entry("OUTSIDE_PERIOD", "No payment falls due in this month."),
          Map.entry("MINIMUM_COUNT", "Too few members for the full result."),
          Map.entry("CREDIBILITY", "The numbers are small: the result leans on the market."),
          Map.entry("CORRIDOR_END", "Beyond the last band of the corridor nothing is shared."),
          Map.entry("SCALE_END", "The result lies beyond the end of its scale."),
          Map.entry("LEAKAGE_CAP", "Care bought elsewhere counts up to a cap only."),
          Map.entry("CONDITION_NOT_MET", "A condition of the payment was not met."));

  private static final Map<String, String> ACCOUNTS =
      Map.of(
          "ADVANCES", "Interim payments not yet settled",
          "RESERVE", "Held back until the end",
          "EXPECTED_RESULT", "Expected result behind the reserve",
          "RESULT", "Settled results",
          "DUE", "Due to the ACO",
          "OWED_BACK", "Owed back by the ACO",
          "PAYMENTS", "Payments beside the result",
          "FEES", "Care management fees",
          "FEES_OWED_BACK", "Fees owed back");

  private static final Map<String, String> ENTRIES =
      Map.ofEntries(
          Map.entry("INTERIM_PAYMENT", "Interim payment"),
          Map.entry("TRUE_UP", "Interim payment taken back"),
          Map.entry("RESERVE", "Reserve"),
          Map.entry("RELEASE", "Reserve released"),
          Map.entry("SETTLEMENT", "Settlement of the period"),
          Map.entry("RECOUPMENT", "Debt of earlier periods taken"),
          Map.entry("REVERSAL", "Reversal"),
          Map.entry("CORRECTION", "Settlement anew"),
          Map.entry("FEE", "Fees of a month"),
          Map.entry("PAYMENT", "Payment beside the result"),
          Map.entry("HANDED_ON", "Handed on by the ACO"));

  private StatementWords() {}

  /** A step or figure. */
  public static String name(String code) {
    String known = NAMES.get(code);
    return known != null ? known : inParts(code);
  }

  /** A limit that binds. */
  public static String limit(String code) {
    return LIMITS.getOrDefault(code, code.replace('_', ' ').toLowerCase(Locale.ROOT));
  }

  /** What a reader must know before using a result. */
  public static String warning(String code) {
    return WARNINGS.getOrDefault(code, code.replace('_', ' ').toLowerCase(Locale.ROOT));
  }

  /** Why there is no result, or why it is nothing. */
  public static String refusal(String code, List<String> figures) {
    String words = REFUSALS.getOrDefault(code, code.replace('_', ' ').toLowerCase(Locale.ROOT));
    return figures.isEmpty() ? words : words + ": " + String.join(", ", figures);
  }

  /** A payment beside the shape. */
  public static String payment(String kind) {
    return PAYMENTS.getOrDefault(kind, kind.replace('_', ' ').toLowerCase(Locale.ROOT));
  }

  /** An account of the ledger. */
  public static String account(String code) {
    return ACCOUNTS.getOrDefault(code, code);
  }

  /**
   * Who is meant by a line of an entry.
   *
   * @param receiver the ACO, a practice, or {@code practice|clinician}
   * @param aco the ACO
   */
  static String receiver(String receiver, String aco) {
    if (receiver.equals(aco)) {
      return "Kept by the ACO";
    }
    int bar = receiver.indexOf('|');
    return bar < 0
        ? "Due to " + receiver
        : "Due to " + receiver.substring(bar + 1) + " of " + receiver.substring(0, bar);
  }

  /** What an entry does. */
  public static String entry(String code) {
    return ENTRIES.getOrDefault(code, code);
  }

  /** Names of many parts: of a month, a category, a measure, a stated figure. */
  private static String inParts(String code) {
    String[] parts = code.split("\\.", -1);
    if (parts.length > 1 && parts[0].equals("stated")) {
      return "Stated: " + code.substring("stated.".length());
    }
    if (parts.length == 4 && List.of("month", "category", "measure").contains(parts[1])) {
      return spaced(parts[0]) + ", " + parts[2] + ": " + spaced(parts[3]).toLowerCase(Locale.ROOT);
    }
    return spaced(code);
  }

  private static String spaced(String code) {
    String words = code.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** Dollars with separators: {@code -1,234.50}. */
  public static String dollars(BigDecimal amount) {
    return grouped(amount.setScale(2, RoundingMode.HALF_UP));
  }

  /** An exact figure, cut after eight digits behind the point and marked where it was cut. */
  public static String figure(String exact) {
    if (!exact.matches("-?[0-9]+(\\.[0-9]+)?")) {
      return exact;
    }
    BigDecimal value = new BigDecimal(exact);
    BigDecimal whole = value.stripTrailingZeros();
    if (whole.scale() <= 2) {
      int scale = exact.contains(".") ? 2 : 0;
      return grouped(
          value.setScale(Math.max(scale, Math.max(0, whole.scale())), RoundingMode.HALF_UP));
    }
    boolean cut = whole.scale() > 8;
    String text = grouped(cut ? whole.setScale(8, RoundingMode.DOWN) : whole);
    return cut ? text + "…" : text;
  }

  private static String grouped(BigDecimal value) {
    String plain = value.abs().toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    String rest = point < 0 ? "" : plain.substring(point);
    String separated = whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
    return (value.signum() < 0 ? "-" : "") + separated + rest;
  }
}
