package io.corridor.settlement.capitation;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.share.Check;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What is known of a year of capitation, month by month, so that a correction restates its month
 * alone.
 *
 * @param months months of the year
 */
public record CapitationFacts(NavigableMap<YearMonth, Month> months) {

  /**
   * A month.
   *
   * @param paid what was paid ahead for the month
   * @param memberMonths patients of the practice in the month, after late enrolment
   * @param riskScore their final mean risk score
   * @param boughtElsewhere what patients had from others in the month
   */
  public record Month(
      Money paid, Rate memberMonths, Rate riskScore, BoughtElsewhere boughtElsewhere) {

    /** Rejects impossible facts. */
    public Month {
      Check.notNegative("member months", memberMonths);
      Check.notNegative("the risk score", riskScore);
    }
  }

  /** What patients had from others. */
  public sealed interface BoughtElsewhere {}

  /** Services one by one, capitated or not. */
  public record Services(List<Service> services) implements BoughtElsewhere {

    /** Copies the services. */
    public Services {
      services = List.copyOf(services);
    }
  }

  /** Capitated services, counted from claims. */
  public record Counted(Money leaked) implements BoughtElsewhere {}

  /**
   * A service of another practice.
   *
   * @param code procedure code
   * @param feeForService its price
   */
  public record Service(String code, Money feeForService) {}

  /** Keeps its own copy. */
  public CapitationFacts {
    months = Collections.unmodifiableNavigableMap(new TreeMap<>(months));
  }

  /** Services of a month that the capitation had already paid for. */
  static Money leaked(Month month, Collection<String> capitatedCodes) {
    return switch (month.boughtElsewhere()) {
      case Counted counted -> counted.leaked();
      case Services(List<Service> services) ->
          services.stream()
              .filter(service -> capitatedCodes.contains(service.code()))
              .map(Service::feeForService)
              .reduce(Money.ZERO, Money::plus);
    };
  }
}
