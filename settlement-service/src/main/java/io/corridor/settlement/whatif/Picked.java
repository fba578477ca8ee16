package io.corridor.settlement.whatif;

import io.corridor.common.money.Rate;
import io.corridor.settlement.share.Corridor;
import io.corridor.settlement.share.Scale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A change while terms are written anew part by part: the part that it names takes its value, all
 * others stay. A change that no part took is not one of these terms.
 */
final class Picked {

  private final Change change;
  private boolean taken;

  Picked(Change change) {
    this.change = change;
  }

  boolean taken() {
    return taken;
  }

  private boolean takes(String part) {
    boolean named = change.name().equals(part);
    taken |= named;
    return named;
  }

  /** The value of a part, by its own reading of the change. */
  <T> T part(String part, T now, Function<Change, T> read) {
    return takes(part) ? read.apply(change) : now;
  }

  /** A share from zero to one. */
  Rate share(String part, Rate now) {
    return takes(part) ? Values.share(change) : now;
  }

  /** A share that may be stated for the first time. */
  @Nullable Rate shareOnce(String part, @Nullable Rate now) {
    return takes(part) ? Values.share(change) : now;
  }

  /** A share, or nothing for {@code none}. */
  @Nullable Rate shareOr(String none, String part, @Nullable Rate now) {
    if (!takes(part)) {
      return now;
    }
    return change.value().equals(none) ? null : Values.share(change);
  }

  boolean flag(String part, boolean now) {
    return takes(part) ? Values.flag(change) : now;
  }

  Scale scale(String part, Scale now) {
    return takes(part) ? Values.scale(change) : now;
  }

  /** A rate, count or score, as it would be. */
  Rate rate(String part, Rate now) {
    return takes(part) ? Values.rate(change) : now;
  }

  Corridor corridor(String part, Corridor now) {
    return takes(part) ? Values.corridor(change) : now;
  }
}
