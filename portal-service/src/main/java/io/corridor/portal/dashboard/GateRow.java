package io.corridor.portal.dashboard;

import io.corridor.portal.shell.Format;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A measure against its gate.
 *
 * @param measure id
 * @param title what it measures
 * @param lowerIsBetter direction
 * @param result share met, or the rate of a count measure; null when not known
 * @param gate performance from which points are earned; null when the contract has none
 * @param numerator cases that met it
 * @param denominator cases
 * @param points points earned; null when not reportable
 */
public record GateRow(
    String measure,
    String title,
    boolean lowerIsBetter,
    @Nullable BigDecimal result,
    @Nullable BigDecimal gate,
    long numerator,
    long denominator,
    @Nullable Integer points) {

  /** State of a gate, with its icon and class. */
  public record State(String word, String icon, String css) {}

  private static final BigDecimal NEAR = new BigDecimal("0.03");
  private static final BigDecimal BAR = new BigDecimal("120");
  private static final Map<String, String> TITLES =
      Map.of(
          "Q01", "Breast cancer screening",
          "Q02", "Colorectal cancer screening",
          "Q14", "Emergency visits per 1,000 member years");

  /** Title of a measure, or its id. */
  public static String titleOf(String measure) {
    return TITLES.getOrDefault(measure, measure);
  }

  /** True for a measure that counts events per 1,000 instead of shares. */
  public boolean perThousand() {
    return measure.equals("Q14");
  }

  /** Result as text. */
  public String resultText() {
    return perThousand() ? Format.number(result, 0) : Format.percent(result);
  }

  /** Gate as text. */
  public String gateText() {
    return perThousand() ? Format.number(gate, 0) : Format.percentPlain(gate);
  }

  /** Met, near, not met or not known: never a zero for what is not known. */
  public State state() {
    if (result == null || gate == null) {
      return new State(gate == null ? "No gate" : "Not known", "later", "");
    }
    BigDecimal ahead = ahead(result, gate);
    if (ahead.signum() >= 0) {
      return new State("Met", "check", "ok");
    }
    BigDecimal near = perThousand() ? gate.multiply(NEAR) : NEAR;
    return ahead.negate().compareTo(near) <= 0
        ? new State("Near", "soon", "warn")
        : new State("Not met", "over", "crit");
  }

  private BigDecimal ahead(BigDecimal value, BigDecimal mark) {
    return lowerIsBetter ? mark.subtract(value) : value.subtract(mark);
  }

  /** People still missing to the gate; zero when it is met or not a share. */
  public long peopleMissing() {
    if (result == null || gate == null || lowerIsBetter || perThousand()) {
      return 0;
    }
    long needed =
        gate.multiply(BigDecimal.valueOf(denominator))
            .setScale(0, RoundingMode.CEILING)
            .longValueExact();
    return Math.max(0, needed - numerator);
  }

  /** Distance in points and people. */
  public String distance() {
    if (result == null || gate == null) {
      return Format.UNKNOWN;
    }
    if (perThousand()) {
      BigDecimal difference = result.subtract(gate);
      return Format.number(difference.abs(), 0) + (difference.signum() <= 0 ? " better" : " over");
    }
    String points = Format.points(result.subtract(gate));
    long people = peopleMissing();
    return people == 0 ? points : points + ", " + Format.counted(people, "person", "people");
  }

  /** Width of the bar, of 120. */
  public String barWidth() {
    return width(result);
  }

  /** Place of the gate's tick, of 120. */
  public String gateAt() {
    return width(gate);
  }

  private String width(@Nullable BigDecimal value) {
    if (value == null) {
      return "0";
    }
    BigDecimal share = value;
    if (perThousand()) {
      BigDecimal most =
          (result == null ? value : result)
              .max(gate == null ? value : gate)
              .multiply(new BigDecimal("1.2"));
      share = most.signum() == 0 ? BigDecimal.ZERO : value.divide(most, MathContext.DECIMAL128);
    }
    return share
        .max(BigDecimal.ZERO)
        .min(BigDecimal.ONE)
        .multiply(BAR)
        .setScale(0, RoundingMode.HALF_UP)
        .toPlainString();
  }

  /** Class of the bar. */
  public String barCss() {
    return switch (state().css()) {
      case "ok" -> "f-blue";
      case "warn" -> "f-warn";
      case "crit" -> "f-crit";
      default -> "f-grey";
    };
  }
}
