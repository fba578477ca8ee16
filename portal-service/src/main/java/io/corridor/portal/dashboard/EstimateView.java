package io.corridor.portal.dashboard;

import io.corridor.common.money.Money;
import io.corridor.portal.shell.Format;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The interim estimate as pages read it.
 *
 * @param refusal why there is none; null when there is one
 * @param savings budget minus cost, to date
 * @param savingsRate savings over budget
 * @param minimumRate rate that savings must reach
 * @param distance dollars above (positive) or short of the gate
 * @param qualityGate MET, NOT_MET, UNKNOWN or NONE
 * @param qualityScore composite, 0 to 1
 * @param low least favourable payment while quality is unknown
 * @param expected payment on what is known
 * @param high most favourable payment
 * @param limits limits that bound
 * @param steps every step, in order
 */
public record EstimateView(
    @Nullable String refusal,
    Money savings,
    @Nullable BigDecimal savingsRate,
    @Nullable BigDecimal minimumRate,
    @Nullable Money distance,
    String qualityGate,
    @Nullable BigDecimal qualityScore,
    @Nullable Money low,
    @Nullable Money expected,
    @Nullable Money high,
    List<String> limits,
    List<Step> steps) {

  /** One step of the calculation. */
  public record Step(
      int order, String name, String citation, String formula, List<Input> inputs, String value) {

    /** Inputs in a line. */
    public String inputsText() {
      return String.join(
          "; ",
          inputs.stream()
              .map(input -> input.name() + " = " + Format.grouped(input.value()))
              .toList());
    }

    /** The exact value, its thousands parted. */
    public String valueText() {
      return Format.grouped(value);
    }
  }

  /** A named input of a step, exact decimal text. */
  public record Input(String name, String value) {}

  /** Keeps its own copies. */
  public EstimateView {
    limits = List.copyOf(limits);
    steps = List.copyOf(steps);
  }

  /** Value of a step by its name. */
  public Optional<BigDecimal> value(String step) {
    return steps.stream()
        .filter(candidate -> candidate.name().equals(step))
        .findFirst()
        .map(found -> new BigDecimal(found.value()));
  }

  /** Value of an input of a step. */
  public Optional<BigDecimal> input(String step, String input) {
    return steps.stream()
        .filter(candidate -> candidate.name().equals(step))
        .flatMap(found -> found.inputs().stream())
        .filter(candidate -> candidate.name().equals(input))
        .findFirst()
        .map(found -> new BigDecimal(found.value()));
  }

  /** True when the payment may still turn out lower or higher. */
  public boolean ranged() {
    return low != null && high != null && !low.equals(high);
  }

  /** What is said when the estimate is refused. */
  public String refusalText() {
    return switch (refusal == null ? "" : refusal) {
      case "BELOW_MIN_LIVES" ->
          "Too few members for a result under this contract. Cost and budget are shown.";
      case "MSR_NOT_STATED" ->
          "The contract states no minimum savings rate, and no table gives one for so few members.";
      case "NO_BUDGET" -> "There is no budget for this year yet.";
      case "LOSS_SHARE_NOT_STATED" -> "The contract shares losses but does not state the share.";
      case "" -> "";
      default -> "No estimate can be given: " + refusal + ".";
    };
  }
}
