package io.corridor.settlement.engine;

import io.corridor.common.money.Rate;
import io.corridor.settlement.engine.PeriodFacts.MonthMembers;
import io.corridor.settlement.incentive.CareManagementFee;
import io.corridor.settlement.incentive.CareManagementFee.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The months of a level as a care management fee reads them: patients, risk, and conditions in
 * force ({@code attested.2025-03.carePlan} 1).
 *
 * @param months months whose figures are known
 * @param missing names of figures that are not
 */
public record FeeMonths(NavigableMap<YearMonth, Month> months, List<String> missing) {

  /** Keeps its own copies. */
  public FeeMonths {
    months = Collections.unmodifiableNavigableMap(new TreeMap<>(months));
    missing = List.copyOf(missing);
  }

  /** The months of a level under the terms of a fee. */
  public static FeeMonths of(CareManagementFee fee, PeriodFacts facts) {
    NavigableMap<YearMonth, Month> months = new TreeMap<>();
    List<String> missing = new ArrayList<>();
    for (Map.Entry<YearMonth, MonthMembers> month : facts.population().months().entrySet()) {
      Rate risk = month.getValue().riskScore();
      Rate mean = risk == null ? facts.population().riskScore() : risk;
      if (fee.riskAdjusted() && mean == null) {
        missing.add("month." + month.getKey() + ".riskScore");
      } else {
        months.put(
            month.getKey(),
            new Month(
                month.getValue().memberMonths(),
                mean == null ? Rate.ONE : mean,
                attested(month.getKey(), fee.conditions(), facts.stated())));
      }
    }
    return new FeeMonths(months, missing);
  }

  private static Set<String> attested(YearMonth month, Set<String> conditions, Stated stated) {
    Set<String> attested = new TreeSet<>();
    for (String condition : conditions) {
      if (stated.met("attested." + month + "." + condition)) {
        attested.add(condition);
      }
    }
    return attested;
  }
}
