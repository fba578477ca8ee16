package io.corridor.portal.whatif;

import io.corridor.common.money.Money;
import io.corridor.portal.dashboard.Waterfall.Kind;
import io.corridor.portal.shell.Format;
import io.corridor.schemas.WhatIfBar;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Codes of answers in words, one place for page and title. */
final class WhatIfWords {

  private static final Map<String, String> CHANGES =
      Map.of(
          "cost", "Cost",
          "budget", "Budget",
          "quality", "Quality score",
          "share", "Share of savings",
          "lossShare", "Share of losses",
          "minimumSavingsRate", "Minimum savings rate",
          "paymentCap", "Payment cap",
          "lossCap", "Loss cap");

  private static final Map<String, String> LIMITS =
      Map.ofEntries(
          Map.entry(
              "MINIMUM_SAVINGS_RATE", "savings or losses below the minimum rate do not count"),
          Map.entry("MINIMUM_LOSS_RATE", "losses below the minimum rate do not count"),
          Map.entry("QUALITY_GATE", "the quality gate is not reached"),
          Map.entry("QUALITY_STANDARD", "the quality standard is not met"),
          Map.entry("PAYMENT_CAP", "the payment is cut to its cap"),
          Map.entry("GAIN_CAP", "the gain is cut to its cap"),
          Map.entry("LOSS_CAP", "the loss is cut to its cap"),
          Map.entry("NO_DOWNSIDE", "the contract shares no losses"),
          Map.entry("CORRIDOR_END", "beyond the last band nothing is shared"),
          Map.entry("MINIMUM_COUNT", "too few members for a result"),
          Map.entry("CREDIBILITY", "the count is too small to stand alone"),
          Map.entry("SCALE_END", "the best end of the scale is reached"));

  private WhatIfWords() {}

  /** A change, for example {@code Cost −5%} or {@code Share of losses 30%, year 2}. */
  static String change(String name, String value) {
    int at = name.indexOf('@');
    String plain = at < 0 ? name : name.substring(0, at);
    String year = at < 0 ? "" : ", year " + name.substring(at + 1);
    if (plain.equals("twoSided")) {
      return (value.equals("true") ? "Losses are shared" : "Losses are not shared") + year;
    }
    String label = CHANGES.getOrDefault(plain, plain);
    BigDecimal number = number(value);
    if (number == null) {
      return label + " " + value + year;
    }
    return switch (plain) {
      case "cost", "budget" -> label + " " + signed(Format.percentPlain(number), number) + year;
      case "quality" -> label + " " + Format.points(number) + " points" + year;
      default -> label + " " + Format.percentPlain(number) + year;
    };
  }

  private static String signed(String percent, BigDecimal number) {
    return number.signum() > 0 ? "+" + percent : percent;
  }

  private static @Nullable BigDecimal number(String value) {
    return value.matches("[+-]?[0-9]+(\\.[0-9]+)?") ? new BigDecimal(value) : null;
  }

  /** A limit that binds. */
  static String limit(String code) {
    return LIMITS.getOrDefault(code, code.toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  /** Why there is no figure. */
  static String refusal(String code, @Nullable String subject) {
    String about = subject == null || subject.isEmpty() ? "" : " (" + subject + ")";
    return switch (code) {
      case "UNKNOWN_CHANGE" -> "Nothing of that name can be changed" + about + ".";
      case "BAD_VALUE" -> "A value has the wrong form" + about + ".";
      case "CHANGE_NOT_FOR_SHAPE" -> "This contract has no such term" + about + ".";
      case "CONTRADICTION" -> "The changed terms contradict themselves" + about + ".";
      case "NO_FACTS", "NO_BUDGET" -> "There is no budget for this year yet.";
      case "BELOW_MIN_LIVES" -> "Too few members for a result under this contract.";
      case "LOSS_SHARE_NOT_STATED" -> "Losses are shared, but the share is not stated. State it.";
      case "MSR_NOT_STATED" -> "No minimum savings rate is stated, and no table gives one.";
      case "FACT_MISSING" -> "A figure is not known yet" + about + ".";
      default -> "No figure can be given: " + code + about + ".";
    };
  }

  /** A stage in the picture. */
  static String stage(String stage, Money to) {
    return switch (stage) {
      case "GROSS" -> to.isNegative() ? "Losses" : "Savings";
      case "GATE" -> "Gate";
      case "RATE" -> "Share and quality";
      case "CAP" -> "Cap";
      case "RECOUPMENT" -> "Taken back";
      case "NET" -> to.isNegative() ? "Owed" : "Payment";
      default -> stage;
    };
  }

  /** What is left after a stage, in the table. */
  static String left(String stage) {
    return switch (stage) {
      case "GROSS" -> "Savings, or losses below zero";
      case "GATE" -> "After the gate";
      case "RATE" -> "After share and quality";
      case "CAP" -> "After the cap";
      case "RECOUPMENT" -> "After what is taken back";
      case "NET" -> "Payment, owed below zero";
      default -> stage;
    };
  }

  /** How a stage is drawn. */
  static Kind kind(WhatIfBar bar) {
    boolean same = bar.getFrom().compareTo(bar.getTo()) == 0;
    return switch (bar.getStage()) {
      case "GROSS" -> Kind.TOTAL;
      case "NET" -> Kind.RESULT;
      default -> same ? Kind.PIN_OK : Kind.CHANGE;
    };
  }
}
