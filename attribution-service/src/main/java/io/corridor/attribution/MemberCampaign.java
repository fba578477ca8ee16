package io.corridor.attribution;

import io.corridor.attribution.assignment.MemberHistory;
import io.corridor.attribution.assignment.MonthDecision;
import io.corridor.attribution.assignment.Network;
import io.corridor.attribution.assignment.Programs;
import io.corridor.attribution.assignment.Unattributed;
import io.corridor.attribution.campaign.CampaignAction;
import io.corridor.attribution.campaign.CampaignBook;
import io.corridor.attribution.campaign.CampaignRows;
import io.corridor.attribution.campaign.CampaignState;
import io.corridor.attribution.campaign.Circumstances;
import io.corridor.attribution.campaign.Standing;
import io.corridor.common.care.Contract;
import io.corridor.common.care.Home;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Tin;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.Subject;
import io.corridor.schemas.topic.AttributionTopics;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The alignment campaign with one member in one derivation. It sees the member without what the
 * campaign itself did, so that it never feeds itself.
 */
final class MemberCampaign {

  private final Subject subject;
  private final Set<ContractId> contracts;
  private final MemberHistory history;
  private final boolean begun;
  private final @Nullable CampaignBook book;

  private MemberCampaign(
      Subject subject,
      Set<ContractId> contracts,
      MemberHistory history,
      boolean begun,
      @Nullable CampaignBook book) {
    this.subject = subject;
    this.contracts = contracts;
    this.history = history;
    this.begun = begun;
    this.book = book;
  }

  /** The campaigns of all contracts of the member's payers; nothing to do where none has one. */
  static MemberCampaign of(
      Subject subject,
      MemberDisputes disputes,
      Programs programs,
      Network network,
      @Nullable LocalDate today) {
    MemberHistory alone = MemberHistory.of(disputes.rows(List.of()));
    Set<ContractId> contracts = programs.campaigns(programs.ofPayers(alone.payers()));
    if (today == null || contracts.isEmpty()) {
      return new MemberCampaign(subject, contracts, alone, false, null);
    }
    List<CampaignAction> actions = CampaignRows.actions(subject.rows());
    CampaignBook book =
        CampaignBook.of(contracts, actions, new Known(alone, network, programs, today), today);
    MemberHistory aligned =
        actions.isEmpty() ? alone : MemberHistory.of(disputes.rows(book.alignments()));
    return new MemberCampaign(subject, contracts, aligned, !actions.isEmpty(), book);
  }

  /** The member with the alignments that stand. */
  MemberHistory history() {
    return history;
  }

  /** True when the campaign has touched the member, so that any month may hang on any record. */
  boolean hasBegun() {
    return begun;
  }

  Optional<LocalDate> nextDue() {
    CampaignBook states = book;
    return states == null ? Optional.empty() : states.nextDue();
  }

  /**
   * The state under a contract; empty when nothing need be said of it.
   *
   * @param everything true when what was said before may have to be taken back
   */
  Optional<Answer> answer(ContractId contract, String payer, LocalDate today, boolean everything) {
    String key = subject.id() + "|" + contract;
    CampaignBook states = book;
    Optional<CampaignState> state = states == null ? Optional.empty() : states.state(contract);
    if (state.isPresent()) {
      return state.map(held ->
          Answer.of(
              AttributionTopics.CAMPAIGN,
              key,
              CampaignMapper.campaign(subject.id(), contract, held),
              payer,
              YearMonth.from(today).atDay(1),
              List.of()));
    }
    return everything || contracts.contains(contract)
        ? Optional.of(Answer.none(AttributionTopics.CAMPAIGN, key, payer, today))
        : Optional.empty();
  }

  /** What is known of the member. */
  private static final class Known implements Circumstances {

    private final MemberHistory history;
    private final Network network;
    private final Programs programs;
    private final LocalDate today;
    private final Map<String, Standing> standings = new HashMap<>();

    private Known(MemberHistory history, Network network, Programs programs, LocalDate today) {
      this.history = history;
      this.network = network;
      this.programs = programs;
      this.today = today;
    }

    @Override
    public Optional<Contract> terms(ContractId contract, YearMonth month) {
      return programs.terms(contract, month);
    }

    @Override
    public LocalDate day(ContractId contract, Instant at) {
      ZoneId zone =
          programs
              .terms(contract, YearMonth.from(today))
              .map(terms -> terms.followUp().zone())
              .orElse(ZoneOffset.UTC);
      return LocalDate.ofInstant(at, zone);
    }

    @Override
    public Standing standing(ContractId contract, YearMonth month) {
      return standings.computeIfAbsent(
          contract + "|" + month,
          asked ->
              programs
                  .decision(contract, month, history, network)
                  .map(Known::standing)
                  .orElse(Standing.CLOSED));
    }

    private static Standing standing(MonthDecision decision) {
      Unattributed reason = decision.unattributed();
      if (reason == Unattributed.NO_HISTORY) {
        return Standing.WITHOUT_HISTORY;
      }
      return reason == null || reason.byPractice() ? Standing.PRACTICE_FOUND : Standing.CLOSED;
    }

    @Override
    public Optional<LocalDate> firstSelection(
        ContractId contract, LocalDate from, LocalDate through) {
      return programs
          .payer(contract)
          .flatMap(payer -> history.firstSelectionBetween(payer, from, through));
    }

    @Override
    public Optional<Home> home(ContractId contract, LocalDate day) {
      return programs
          .terms(contract, YearMonth.from(day))
          .flatMap(terms -> history.home(terms.payer(), terms.lineOfBusiness(), day));
    }

    @Override
    public Set<Tin> practicesOfSpecialists(ContractId contract, LocalDate day) {
      return programs.practicesOfSpecialists(contract, day, history);
    }
  }
}
