package io.corridor.settlement.whatif;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.rules.Step;
import io.corridor.settlement.engine.Settlement.Settled;
import io.corridor.settlement.whatif.Bar.Stage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The waterfall of a settlement, read from its steps: gross, gate, rate, cap, recoupment, net. A
 * stage shows the last of its steps that the settlement has; without one it shows what came before
 * it. The payment closes the picture to the cent.
 */
public final class Bars {

  /** A step that stands for a stage; losses are noted as positive amounts in some steps. */
  private record Source(Stage stage, String step, boolean owed) {}

  /** Notes a payment and a loss alike as a positive amount. */
  private static final String CAPPED = "capped";

  private static final List<Source> SOURCES =
      List.of(
          new Source(Stage.GROSS, "savings", false),
          new Source(Stage.GROSS, "surplus", false),
          new Source(Stage.GROSS, "margin", false),
          new Source(Stage.GROSS, "gainPool", false),
          new Source(Stage.GROSS, "difference", false),
          new Source(Stage.GROSS, "entitled", false),
          new Source(Stage.RATE, "sharedSavings", false),
          new Source(Stage.RATE, "sharedGain", false),
          new Source(Stage.RATE, "adjusted", false),
          new Source(Stage.RATE, "sharedLosses", true),
          new Source(Stage.RATE, "sharedLoss", true),
          new Source(Stage.CAP, CAPPED, false),
          new Source(Stage.CAP, "cappedSavings", false),
          new Source(Stage.CAP, "gainCapped", false),
          new Source(Stage.CAP, "limitedLosses", true),
          new Source(Stage.CAP, "relievedLosses", true),
          new Source(Stage.CAP, "proratedLosses", true),
          new Source(Stage.CAP, "lossCapped", true),
          new Source(Stage.CAP, "earned", false),
          new Source(Stage.CAP, "owed", true));

  private Bars() {}

  /** The stages of a settlement. */
  public static List<Bar> of(Settled settled) {
    Map<Stage, Money> figures = figures(settled);
    Money payment = settled.payment();
    Money at = figures.getOrDefault(Stage.GROSS, settled.generated());
    List<Bar> bars = new ArrayList<>();
    bars.add(new Bar(Stage.GROSS, Money.ZERO, at));
    Money counted = settled.generated();
    bars.add(new Bar(Stage.GATE, at, counted));
    Money shared = figures.getOrDefault(Stage.RATE, figures.getOrDefault(Stage.CAP, payment));
    bars.add(new Bar(Stage.RATE, counted, shared));
    Money capped = figures.getOrDefault(Stage.CAP, payment);
    bars.add(new Bar(Stage.CAP, shared, capped));
    bars.add(new Bar(Stage.RECOUPMENT, capped, payment));
    bars.add(new Bar(Stage.NET, Money.ZERO, payment));
    return bars;
  }

  private static Map<Stage, Money> figures(Settled settled) {
    Map<Stage, Money> figures = new EnumMap<>(Stage.class);
    boolean losses = settled.generated().isNegative();
    for (Step step : settled.steps()) {
      source(step)
          .ifPresent(source -> {
            boolean owed = source.owed() || source.step().equals(CAPPED) && losses;
            BigDecimal value = owed ? step.value().abs().negate() : step.value();
            figures.put(source.stage(), new Amount(value).roundHalfUp());
          });
    }
    return figures;
  }

  private static Optional<Source> source(Step step) {
    return SOURCES.stream().filter(source -> source.step().equals(step.name())).findFirst();
  }
}
