package io.corridor.settlement.engine;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.settlement.capitation.CapitationFacts;
import io.corridor.settlement.capitation.CapitationFacts.BoughtElsewhere;
import io.corridor.settlement.capitation.CapitationFacts.Counted;
import io.corridor.settlement.capitation.CapitationFacts.Month;
import io.corridor.settlement.capitation.CapitationFacts.Service;
import io.corridor.settlement.capitation.CapitationFacts.Services;
import io.corridor.settlement.capitation.CapitationRules;
import io.corridor.settlement.capitation.CapitationTerms;
import io.corridor.settlement.engine.PeriodFacts.MonthMembers;
import io.corridor.settlement.engine.PeriodFacts.Population;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a period for capitation, month by month. Stated: what was paid ahead ({@code
 * month.2025-03.paid}). Member months, risk and services bought elsewhere are those of the month,
 * unless stated ({@code month.2025-03.memberMonths}, {@code .riskScore}, {@code .elsewhere.99213}:
 * then the services stated are all of the month).
 */
final class CapitationReader {

  private static final String MONTH = "month";

  private CapitationReader() {}

  static Settlement settle(CapitationTerms terms, Reading reading) {
    Missing missing = reading.missing();
    Stated stated = reading.facts().stated();
    NavigableMap<YearMonth, Month> months = new TreeMap<>();
    for (String text : stated.under(MONTH)) {
      YearMonth when = month(text);
      if (when == null) {
        missing.add(MONTH + "." + text);
      } else {
        months.put(when, month(when, reading.facts(), missing));
      }
    }
    if (months.isEmpty()) {
      missing.add(MONTH);
    }
    // A month whose payment nobody states would silently count as reconciled.
    reading
        .facts()
        .population()
        .months()
        .forEach((when, members) -> {
          if (!members.memberMonths().isZero() && !months.containsKey(when)) {
            missing.add(MONTH + "." + when + ".paid");
          }
        });
    return missing.any()
        ? reading.refused(missing)
        : reading.withoutQuality(
            CapitationRules.reconcile(terms, new CapitationFacts(months)), "due");
  }

  private static Month month(YearMonth when, PeriodFacts facts, Missing missing) {
    String name = MONTH + "." + when + ".";
    Population population = facts.population();
    MonthMembers members = population.months().get(when);
    Rate months = members == null ? null : members.memberMonths();
    Rate risk = members == null ? null : members.riskScore();
    return new Month(
        missing.money(name + "paid"),
        known(name + "memberMonths", months, facts.stated(), missing),
        known(
            name + "riskScore",
            risk == null ? population.riskScore() : risk,
            facts.stated(),
            missing),
        elsewhere(
            name + "elsewhere.",
            members == null ? null : members.capitationLeakage(),
            facts.stated(),
            missing));
  }

  private static Rate known(String name, @Nullable Rate published, Stated stated, Missing missing) {
    return published == null || stated.find(name).isPresent() ? missing.rate(name) : published;
  }

  private static BoughtElsewhere elsewhere(
      String prefix, @Nullable Money counted, Stated stated, Missing missing) {
    List<Service> services = new ArrayList<>();
    stated.figures().keySet().stream()
        .filter(name -> name.startsWith(prefix))
        .forEach(name ->
            services.add(new Service(name.substring(prefix.length()), missing.money(name))));
    return counted == null || !services.isEmpty() ? new Services(services) : new Counted(counted);
  }

  private static @Nullable YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException none) {
      return null;
    }
  }
}
