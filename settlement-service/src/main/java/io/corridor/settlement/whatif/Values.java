package io.corridor.settlement.whatif;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Rate;
import io.corridor.settlement.share.Corridor;
import io.corridor.settlement.share.Scale;
import io.corridor.settlement.whatif.ChangeRefusal.Code;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Values of changes as exact figures. */
final class Values {

  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,15}(\\.[0-9]{1,15})?");
  private static final String NONE = "NONE";

  private Values() {}

  static BigDecimal number(Change change) {
    return number(change, change.value());
  }

  private static BigDecimal number(Change change, String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new ChangeException(Code.BAD_VALUE, change.asked());
    }
    return new BigDecimal(text);
  }

  static Rate rate(Change change) {
    return new Rate(number(change));
  }

  /** A share from zero to one. */
  static Rate share(Change change) {
    Rate share = rate(change);
    if (share.value().signum() < 0 || share.compareTo(Rate.ONE) > 0) {
      throw new ChangeException(Code.BAD_VALUE, change.asked());
    }
    return share;
  }

  /** One plus the value: a factor for what changes by a part of itself, never below zero. */
  static Rate factor(Change change) {
    BigDecimal factor = BigDecimal.ONE.add(number(change));
    if (factor.signum() < 0) {
      throw new ChangeException(Code.BAD_VALUE, change.asked());
    }
    return new Rate(factor);
  }

  static boolean flag(Change change) {
    return switch (change.value()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new ChangeException(Code.BAD_VALUE, change.asked());
    };
  }

  static <E extends Enum<E>> E named(Change change, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(change.value())) {
        return constant;
      }
    }
    throw new ChangeException(Code.BAD_VALUE, change.asked());
  }

  /** An amount in dollars. */
  static Amount amount(Change change) {
    return new Amount(number(change));
  }

  /** Rates one after the other: {@code 0.06,0.055,0.05}. */
  static List<Rate> rates(Change change) {
    List<Rate> rates = new ArrayList<>();
    for (String rate : change.value().split(",", -1)) {
      rates.add(new Rate(number(change, rate)));
    }
    return rates;
  }

  /** Points as {@code 0:0.2,1:0.3,5:0.8}; a number alone holds everywhere. */
  static Scale scale(Change change) {
    List<Scale.Point> points = new ArrayList<>();
    for (String point : change.value().split(",", -1)) {
      int colon = point.indexOf(':');
      points.add(
          new Scale.Point(
              colon < 0 ? Rate.ZERO : new Rate(number(change, point.substring(0, colon))),
              new Rate(number(change, point.substring(colon + 1)))));
    }
    return new Scale(points);
  }

  /** Bands as {@code 0-0.02:1,0.02-0.06:0.5,0.06-:0.25}; {@code NONE} shares nothing. */
  static Corridor corridor(Change change) {
    if (change.value().equals(NONE)) {
      return Corridor.NONE;
    }
    List<Corridor.Band> bands = new ArrayList<>();
    for (String band : change.value().split(",", -1)) {
      int dash = band.indexOf('-');
      int colon = band.indexOf(':');
      if (dash < 0 || colon < dash) {
        throw new ChangeException(Code.BAD_VALUE, change.asked());
      }
      String until = band.substring(dash + 1, colon);
      bands.add(
          new Corridor.Band(
              new Rate(number(change, band.substring(0, dash))),
              until.isEmpty() ? null : new Rate(number(change, until)),
              new Rate(number(change, band.substring(colon + 1)))));
    }
    return new Corridor(bands);
  }
}
