package io.corridor.common.terms;

import io.corridor.common.care.Capitation;
import io.corridor.common.rules.GlidePath;
import io.corridor.schemas.CapitationTerms;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.SettlementStep;
import io.corridor.schemas.SettlementTerms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The settlement terms of each performance year of a contract, on its glide path. */
public final class SettledYears {

  private static final String CAPITATION = "CAPITATION";

  private SettledYears() {}

  /**
   * The settlement terms of a contract year.
   *
   * @param terms version of the contract that holds
   * @param contractYear number of the year in the contract, the first is 1
   * @throws IllegalArgumentException for a year before the first
   */
  public static SettlementTerms in(ContractTerms terms, int contractYear) {
    SettlementTerms first = terms.getSettlement();
    List<SettlementTerms> path = new ArrayList<>(List.of(first));
    first.getGlidePath().forEach(step -> path.add(step(step)));
    return new GlidePath<>(path).in(contractYear);
  }

  /** Number in the contract of its first performance year: 1 unless the terms say more. */
  public static int firstContractYear(ContractTerms terms) {
    Integer first = terms.getSettlement().getFirstContractYear();
    return first == null ? 1 : first;
  }

  /** A step of a glide path as settlement terms of its own. */
  public static SettlementTerms step(SettlementStep step) {
    return SettlementTerms.newBuilder()
        .setShape(step.getShape())
        .setSharePercent(step.getSharePercent())
        .setLossSharePercent(step.getLossSharePercent())
        .setMinimumSavingsRate(step.getMinimumSavingsRate())
        .setPaymentCapPercent(step.getPaymentCapPercent())
        .setLossCapPercent(step.getLossCapPercent())
        .setMssp(step.getMssp())
        .setGlobalBudget(step.getGlobalBudget())
        .setTotalCost(step.getTotalCost())
        .setMedicalLoss(step.getMedicalLoss())
        .setUtilization(step.getUtilization())
        .setCapitation(step.getCapitation())
        .setBundle(step.getBundle())
        .build();
  }

  /** The services of the years that are settled by capitation; a year before the first has none. */
  static Capitation capitation(ContractTerms terms) {
    Map<Integer, Set<String>> codes = new HashMap<>();
    int first = firstContractYear(terms);
    for (int i = Math.max(0, 1 - first); i < terms.getPerformanceYears().size(); i++) {
      SettlementTerms settled = in(terms, first + i);
      CapitationTerms capitation = settled.getCapitation();
      if (settled.getShape().equals(CAPITATION) && capitation != null) {
        codes.put(
            terms.getPerformanceYears().get(i).getYear(),
            Set.copyOf(capitation.getCapitatedCodes()));
      }
    }
    return new Capitation(codes);
  }
}
