package io.corridor.settlement.statement;

import io.corridor.settlement.engine.Level;
import io.corridor.settlement.engine.PaymentBeside;
import io.corridor.settlement.engine.PaymentBeside.Kind;
import io.corridor.settlement.ledger.PaymentPosting.Earned;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which payments beside the shape a closing posts, and to whom. A payment is worked out at every
 * level and paid at one: what is agreed with practices (pay for performance, preventable events,
 * the practice's own target) to each practice where the terms settle practices, everything else,
 * and without practices those too, to the level whose result is posted. Care management fees have
 * statements of their own ({@link FeeRules}).
 */
final class BesideRules {

  private static final Set<Kind> OF_PRACTICES =
      EnumSet.of(Kind.PERFORMANCE_PAY, Kind.PREVENTABLE_EVENTS, Kind.PRACTICE_TARGET);

  private BesideRules() {}

  /** A payment of a level. */
  private record Payable(FinalLevel level, PaymentBeside payment) {}

  private static List<Payable> payable(List<FinalLevel> levels) {
    List<FinalLevel> posted = FinalRules.posted(levels);
    List<FinalLevel> practices =
        levels.stream().filter(level -> level.key().level() == Level.TIN).toList();
    List<Payable> payable = new ArrayList<>();
    for (Kind kind : EnumSet.complementOf(EnumSet.of(Kind.CARE_MANAGEMENT_FEE))) {
      boolean toPractices = OF_PRACTICES.contains(kind) && !practices.isEmpty();
      for (FinalLevel level : toPractices ? practices : posted) {
        level.payments().stream()
            .filter(payment -> payment.kind() == kind)
            .forEach(payment -> payable.add(new Payable(level, payment)));
      }
    }
    return payable;
  }

  /** Names of the figures without which a payment cannot be made, each after its level. */
  static List<String> open(List<FinalLevel> levels) {
    List<String> open = new ArrayList<>();
    for (Payable one : payable(levels)) {
      if (one.payment().payment() == null) {
        one.payment().missing().forEach(name -> open.add(one.level().key().id() + " " + name));
      }
    }
    return open.stream().distinct().toList();
  }

  /** What each has earned. */
  static List<Earned> earned(List<FinalLevel> levels) {
    return payable(levels).stream()
        .map(one ->
            new Earned(
                one.payment().kind().name(),
                receiver(one.level()),
                Objects.requireNonNull(one.payment().payment())))
        .toList();
  }

  private static @Nullable String receiver(FinalLevel level) {
    return switch (level.key().level()) {
      case CONTRACT, ACO -> null;
      case TIN, NPI -> level.key().id();
    };
  }
}
