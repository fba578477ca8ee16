package io.corridor.settlement.engine;

import io.corridor.common.money.Money;
import io.corridor.common.rules.Step;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a period pays under its terms, or why no figure is given. */
public sealed interface Settlement {

  /** Shape of the terms. */
  Shape shape();

  /** Steps as far as the calculation came. */
  List<Step> steps();

  /**
   * A figure.
   *
   * @param shape shape of the terms
   * @param generated what counts before it is shared: savings or surplus (positive), losses
   *     (negative), half up to cents
   * @param payment earned by the provider side (positive) or owed by it (negative), rounded once
   * @param limits codes of the limits that bind, in their order; the enumerations {@code
   *     estimate.Outcome.Limit}, {@code mssp.Limit} and {@code share.Limit} explain them
   * @param warnings codes of what a reader must know before using the figure
   * @param steps every step
   */
  record Settled(
      Shape shape,
      Money generated,
      Money payment,
      List<String> limits,
      List<String> warnings,
      List<Step> steps)
      implements Settlement {

    /** Keeps its own copies. */
    public Settled {
      limits = List.copyOf(limits);
      warnings = List.copyOf(warnings);
      steps = List.copyOf(steps);
    }

    /** Exact value of a step, if there is one of that name. */
    public Optional<BigDecimal> value(String step) {
      return steps.stream().filter(noted -> noted.name().equals(step)).findFirst().map(Step::value);
    }
  }

  /**
   * No figure.
   *
   * @param shape shape of the terms
   * @param code stable code
   * @param figures names of the figures concerned: those that are missing, or the one that
   *     contradicts
   * @param detail in words, without any person's data; empty where the code says all
   * @param steps steps as far as the calculation came
   */
  record Refused(Shape shape, Code code, List<String> figures, String detail, List<Step> steps)
      implements Settlement {

    /** Why. Codes are retired, never reused. */
    public enum Code {
      /** The period has no budget. */
      NO_BUDGET,
      /** Fewer members than the contract's minimum. */
      BELOW_MIN_LIVES,
      /** Too few members for the table and no stated minimum savings rate (decisions 20). */
      MSR_NOT_STATED,
      /** A two-sided contract that does not state its share of losses. */
      LOSS_SHARE_NOT_STATED,
      /** Figures are not known that the result depends on; it names them. */
      FACT_MISSING,
      /** Facts contradict themselves or the terms. */
      FACT_CONTRADICTORY,
      /** Terms contradict themselves; intake rejects such a file. */
      TERMS_CONTRADICTORY,
      /** The rules do not know the performance year, or the terms do not hold in it. */
      TERMS_NOT_IN_FORCE
    }

    /** Keeps its own copies. */
    public Refused {
      figures = List.copyOf(figures);
      steps = List.copyOf(steps);
    }
  }
}
