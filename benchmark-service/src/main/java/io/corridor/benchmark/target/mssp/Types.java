package io.corridor.benchmark.target.mssp;

import io.corridor.benchmark.membership.EnrollmentType;
import io.corridor.common.rules.Expression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Figures by enrollment type, in the order of the types. */
final class Types {

  private Types() {}

  static <T> Map<EnrollmentType, T> copy(Map<EnrollmentType, T> figures) {
    Map<EnrollmentType, T> copy = new EnumMap<>(EnrollmentType.class);
    copy.putAll(figures);
    return Collections.unmodifiableMap(copy);
  }

  /**
   * The figure of a type.
   *
   * @throws IllegalArgumentException if the type has none, which the check of the facts rules out
   */
  static <T> T of(Map<EnrollmentType, T> figures, EnrollmentType type) {
    T figure = figures.get(type);
    if (figure == null) {
      throw new IllegalArgumentException("no figure for " + type);
    }
    return figure;
  }

  /** A step's name for a type. */
  static String named(EnrollmentType type, String what) {
    return type.word() + "." + what;
  }

  /** One expression for each type. */
  static Map<EnrollmentType, Expression> each(
      Iterable<EnrollmentType> types, Function<EnrollmentType, Expression> figure) {
    Map<EnrollmentType, Expression> figures = new EnumMap<>(EnrollmentType.class);
    types.forEach(type -> figures.put(type, figure.apply(type)));
    return Collections.unmodifiableMap(figures);
  }

  /** The sum over types of figure times weight. */
  static Expression weighted(
      Map<EnrollmentType, Expression> figures, Map<EnrollmentType, Expression> weights) {
    List<Expression> products = new ArrayList<>();
    figures.forEach((type, figure) -> products.add(of(weights, type).times(figure)));
    return Expression.sum(products);
  }
}
