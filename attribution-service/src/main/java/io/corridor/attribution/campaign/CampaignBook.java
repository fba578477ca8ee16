package io.corridor.attribution.campaign;

import io.corridor.attribution.assignment.CampaignAlignment;
import io.corridor.common.id.ContractId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The campaigns of all contracts with one member. */
public final class CampaignBook {

  private final LocalDate businessDate;
  private final Map<ContractId, MemberCase> cases = new TreeMap<>();

  private CampaignBook(LocalDate businessDate) {
    this.businessDate = businessDate;
  }

  /**
   * What these actions, and the months that began, make.
   *
   * @param contracts contracts with a campaign that concern the member
   */
  public static CampaignBook of(
      Set<ContractId> contracts,
      List<CampaignAction> inTime,
      Circumstances circumstances,
      LocalDate businessDate) {
    CampaignBook book = new CampaignBook(businessDate);
    contracts.forEach(
        contract -> book.cases.put(contract, new MemberCase(contract, circumstances)));
    for (CampaignAction action : inTime) {
      MemberCase of = book.cases.get(action.contract());
      if (of != null) {
        of.take(action, businessDate);
      }
    }
    return book;
  }

  /** The state under a contract. */
  public Optional<CampaignState> state(ContractId contract) {
    return Optional.ofNullable(cases.get(contract)).flatMap(of -> of.on(businessDate));
  }

  /** Practices that were assigned, with the days on which they stand. */
  public List<CampaignAlignment> alignments() {
    cases.values().forEach(of -> of.on(businessDate));
    return cases.values().stream().flatMap(of -> of.alignments().stream()).toList();
  }

  /** The next business date on which a state changes by itself, beside the firsts of months. */
  public Optional<LocalDate> nextDue() {
    cases.values().forEach(of -> of.on(businessDate));
    return cases.values().stream()
        .flatMap(of -> of.nextDue(businessDate).stream())
        .min(LocalDate::compareTo);
  }
}
