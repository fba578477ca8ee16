package io.corridor.benchmark.risk;

import io.corridor.common.money.Rate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What CMS announces for each payment year: which models count with what weight, and the two
 * factors between a raw score and a payment score. Years before the first announcement use the
 * first one (decisions 22), years after the last one use the last; the row says which year it is
 * of.
 */
public final class PaymentYears {

  /**
   * The announcement for one model and year.
   *
   * @param paymentYear year it was announced for
   * @param model the model
   * @param weight share of the model in the year's score
   * @param normalization divisor that keeps the average score of the year at 1
   * @param codingIntensity share taken off for differences in coding; Medicare Advantage only
   * @param citation where it is announced
   */
  public record Announcement(
      int paymentYear,
      RiskModel model,
      Rate weight,
      Rate normalization,
      Rate codingIntensity,
      String citation) {

    /** Rejects values that cannot be meant. */
    public Announcement {
      if (weight.value().signum() <= 0
          || weight.compareTo(Rate.ONE) > 0
          || normalization.value().signum() <= 0
          || codingIntensity.value().signum() < 0
          || codingIntensity.compareTo(Rate.ONE) >= 0) {
        throw new IllegalStateException("the announcement for " + paymentYear + " is not possible");
      }
    }
  }

  private final NavigableMap<Integer, List<Announcement>> byYear;

  private PaymentYears(NavigableMap<Integer, List<Announcement>> byYear) {
    this.byYear = byYear;
  }

  /**
   * The years shipped with the product.
   *
   * @throws IllegalStateException if a year is missing, weights do not sum to 1 or a citation is
   *     missing
   */
  public static PaymentYears load() {
    return of(TableRow.load("parameters/payment_years.csv"));
  }

  static PaymentYears of(List<TableRow> rows) {
    NavigableMap<Integer, List<Announcement>> byYear = new TreeMap<>();
    for (TableRow row : rows) {
      Announcement announcement =
          new Announcement(
              row.number("payment_year"),
              RiskModel.valueOf(row.required("model")),
              new Rate(row.decimal("weight")),
              new Rate(row.decimal("normalization")),
              new Rate(row.decimal("coding_intensity")),
              row.required("citation"));
      List<Announcement> year =
          byYear.computeIfAbsent(announcement.paymentYear(), any -> new ArrayList<>());
      if (year.stream().anyMatch(other -> other.model() == announcement.model())) {
        throw row.broken("announces a model twice");
      }
      year.add(announcement);
    }
    check(byYear);
    return new PaymentYears(byYear);
  }

  private static void check(NavigableMap<Integer, List<Announcement>> byYear) {
    if (byYear.isEmpty()) {
      throw new IllegalStateException("no payment year is announced");
    }
    int expected = byYear.firstKey();
    for (Map.Entry<Integer, List<Announcement>> year : byYear.entrySet()) {
      if (year.getKey() != expected++) {
        throw new IllegalStateException("payment year " + (expected - 1) + " is missing");
      }
      BigDecimal weights =
          year.getValue().stream()
              .map(announcement -> announcement.weight().value())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      if (weights.compareTo(BigDecimal.ONE) != 0) {
        throw new IllegalStateException("weights of " + year.getKey() + " do not sum to 1");
      }
    }
  }

  /** The announcements that hold for a payment year, one a model. */
  public List<Announcement> in(int paymentYear) {
    Map.Entry<Integer, List<Announcement>> year = byYear.floorEntry(paymentYear);
    return List.copyOf((year == null ? byYear.firstEntry() : year).getValue());
  }
}
