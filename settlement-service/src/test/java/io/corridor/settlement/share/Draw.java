package io.corridor.settlement.share;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws terms and facts from a seed that the test prints. */
public final class Draw {

  private final Random random;

  /** A draw that begins at a seed. */
  public Draw(long seed) {
    random = new Random(seed);
  }

  /** The source, for shuffling. */
  public Random random() {
    return random;
  }

  /** True in one of some draws. */
  public boolean oneIn(int draws) {
    return random.nextInt(draws) == 0;
  }

  /** A whole number from {@code from} up to but without {@code until}. */
  public int number(int from, int until) {
    return random.nextInt(from, until);
  }

  /** A share between two percents. */
  public Rate percent(int from, int until) {
    return new Rate(BigDecimal.valueOf(random.nextInt(from * 100, until * 100 + 1), 4));
  }

  /** An amount of whole cents between two dollar figures. */
  public Money dollars(long from, long until) {
    return Money.ofCents(random.nextLong(from * 100, until * 100 + 1));
  }

  /** An unrounded amount between two dollar figures. */
  public Amount price(int from, int until) {
    return new Amount(BigDecimal.valueOf(random.nextLong(from * 10_000L, until * 10_000L + 1), 4));
  }

  /** A count. */
  public Rate count(int from, int until) {
    return Rate.of(random.nextInt(from, until + 1));
  }

  /** Up to four bands, the last one sometimes without an end. */
  public Corridor corridor() {
    List<Corridor.Band> bands = new ArrayList<>();
    Rate edge = Rate.ZERO;
    int count = number(1, 5);
    for (int i = 1; i <= count; i++) {
      Rate until = i == count && oneIn(2) ? null : edge.plus(percent(1, 5));
      bands.add(new Corridor.Band(edge, until, percent(0, 100)));
      edge = until == null ? edge : until;
    }
    return new Corridor(bands);
  }

  /** A rising scale from 0 to 5 whose values are shares. */
  public Scale risingShares(int most) {
    List<Scale.Point> points = new ArrayList<>();
    Rate value = percent(0, most / 6);
    for (int score = 0; score <= 5; score++) {
      points.add(new Scale.Point(Rate.of(score), value));
      value = value.plus(percent(0, most / 6));
    }
    return new Scale(points);
  }
}
