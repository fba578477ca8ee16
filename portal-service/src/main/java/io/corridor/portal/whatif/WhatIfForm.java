package io.corridor.portal.whatif;

import io.corridor.portal.whatif.WhatIfSink.Change;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a question, as it was filled in: percents and points as people write them. An empty
 * field leaves things as they are.
 *
 * @param cost change of cost in percent, below zero when it falls
 * @param quality change of the quality score in points
 * @param twoSided {@code true} or {@code false}
 * @param share share of savings in percent
 * @param lossShare share of losses in percent
 * @param minimumSavingsRate minimum savings rate in percent
 * @param paymentCap payment cap in percent of the budget
 * @param lossCap loss cap in percent of the budget
 * @param lossPath share of losses in percent year by year, parted by commas: a glide path
 */
public record WhatIfForm(
    @Nullable String cost,
    @Nullable String quality,
    @Nullable String twoSided,
    @Nullable String share,
    @Nullable String lossShare,
    @Nullable String minimumSavingsRate,
    @Nullable String paymentCap,
    @Nullable String lossCap,
    @Nullable String lossPath) {

  private static final int LONGEST = 12;
  private static final int MOST_YEARS = 5;

  /** The changes that the form asks about, in the order of its fields. */
  public List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    percent(changes, "cost", cost);
    percent(changes, "quality", quality);
    if (given(twoSided)) {
      changes.add(new Change("twoSided", String.valueOf(Boolean.parseBoolean(twoSided))));
    }
    percent(changes, "share", share);
    percent(changes, "lossShare", lossShare);
    percent(changes, "minimumSavingsRate", minimumSavingsRate);
    percent(changes, "paymentCap", paymentCap);
    percent(changes, "lossCap", lossCap);
    path(changes);
    return changes;
  }

  private void path(List<Change> changes) {
    String written = lossPath;
    if (written == null || written.isBlank()) {
      return;
    }
    List<String> years = List.of(written.strip().split("\\s*,\\s*", -1));
    if (years.size() > MOST_YEARS) {
      throw new IllegalArgumentException("A glide path has at most five years");
    }
    for (int year = 1; year <= years.size(); year++) {
      percent(changes, "lossShare@" + year, years.get(year - 1));
    }
  }

  private static void percent(List<Change> changes, String name, @Nullable String written) {
    if (written == null || written.isBlank()) {
      return;
    }
    String plain = written.strip().replace('−', '-').replace("%", "").strip();
    if (plain.length() > LONGEST || !plain.matches("[+-]?[0-9]+(\\.[0-9]+)?")) {
      throw new IllegalArgumentException("A percent is a plain number");
    }
    BigDecimal ratio = new BigDecimal(plain).movePointLeft(2).stripTrailingZeros();
    changes.add(new Change(name, ratio.toPlainString()));
  }

  private static boolean given(@Nullable String value) {
    return value != null && !value.isBlank();
  }
}
