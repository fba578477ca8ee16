package io.corridor.settlement.engine;

import io.corridor.common.money.Rate;
import io.corridor.settlement.share.Check;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Figures that somebody states, because no claim or gap says them: a premium, the participants'
 * revenue, an episode. Names are parts joined by points, for example {@code premium}, {@code
 * ratingCategory.disabled.memberMonths} or {@code episode.E12.allowed}; docs/settlement.md lists
 * them. A condition that is met has the value 1.
 *
 * @param figures exact value by name
 */
public record Stated(NavigableMap<String, BigDecimal> figures) {

  /** Nothing is stated. */
  public static final Stated NONE = new Stated(new TreeMap<>());

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

  private static final Pattern CARE_COST =
      Pattern.compile(
          "rawCost|waiverServices|longTermServices|memberCost\\..+|drug\\..+\\.cost"
              + "|episode\\..+\\.allowed");

  /** Keeps its own copy; rejects a name that is none. */
  public Stated {
    figures = Collections.unmodifiableNavigableMap(new TreeMap<>(figures));
    figures
        .keySet()
        .forEach(
            name -> Check.that(NAME.matcher(name).matches(), "a figure cannot be called " + name));
  }

  /** The value of a figure, if it is stated. */
  public Optional<BigDecimal> find(String name) {
    return Optional.ofNullable(figures.get(name));
  }

  /** True for a condition that is stated to be met. */
  public boolean met(String condition) {
    return find(condition).map(value -> value.signum() != 0).orElse(false);
  }

  /** Second parts of all names that begin with {@code first} and a point, ascending. */
  public NavigableSet<String> under(String first) {
    NavigableSet<String> parts = new TreeSet<>();
    String prefix = first + ".";
    for (String name : figures.tailMap(prefix, true).keySet()) {
      if (!name.startsWith(prefix)) {
        break;
      }
      int end = name.indexOf('.', prefix.length());
      parts.add(name.substring(prefix.length(), end < 0 ? name.length() : end));
    }
    return parts;
  }

  /** The same with one figure set. */
  public Stated with(String name, BigDecimal value) {
    NavigableMap<String, BigDecimal> changed = new TreeMap<>(figures);
    changed.put(name, value);
    return new Stated(changed);
  }

  /** True for a figure that is a cost of care in dollars. */
  public static boolean isCareCost(String name) {
    return CARE_COST.matcher(name).matches();
  }

  /** The same with all costs of care times a factor, exact. */
  public Stated withCostTimes(Rate factor) {
    NavigableMap<String, BigDecimal> changed = new TreeMap<>(figures);
    changed.replaceAll((name, value) ->
        isCareCost(name) ? value.multiply(factor.value(), MathContext.DECIMAL128) : value);
    return new Stated(changed);
  }

  /** The same without one figure. */
  public Stated without(String name) {
    NavigableMap<String, BigDecimal> changed = new TreeMap<>(figures);
    changed.remove(name);
    return new Stated(changed);
  }
}
