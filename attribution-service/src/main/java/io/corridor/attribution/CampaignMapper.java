package io.corridor.attribution;

import io.corridor.attribution.campaign.CampaignAction;
import io.corridor.attribution.campaign.CampaignState;
import io.corridor.attribution.campaign.Proximity.Offer;
import io.corridor.common.id.ContractId;
import io.corridor.schemas.Campaign;
import io.corridor.schemas.CampaignStep;
import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The campaign between Avro and the domain. */
final class CampaignMapper {

  private static final int SCALE = 6;

  private CampaignMapper() {}

  static CampaignAction action(io.corridor.schemas.CampaignAction body) {
    return new CampaignAction(
        body.getActionId(),
        body.getPayer(),
        new ContractId(body.getContract()),
        Arrays.stream(CampaignAction.Kind.values())
            .filter(kind -> kind.name().equals(body.getAction()))
            .findFirst()
            .orElse(CampaignAction.Kind.UNKNOWN),
        body.getUser(),
        body.getAt());
  }

  static Campaign campaign(String member, ContractId contract, CampaignState state) {
    Offer offer = state.offer();
    return Campaign.newBuilder()
        .setMember(member)
        .setContract(contract.value())
        .setStatus(AssignmentMapper.name(state.status()))
        .setLetterSent(state.letterSent())
        .setAnswerDue(state.answerDue())
        .setAssignedOn(state.assignedOn())
        .setDeclineDue(state.declineDue())
        .setSite(offer == null ? null : offer.site().site())
        .setTin(offer == null ? null : offer.site().tin().value())
        .setNpi(offer == null ? null : AssignmentMapper.text(offer.site().npi()))
        .setMeasure(offer == null ? null : offer.measure().name())
        .setMiles(offer == null ? null : miles(offer.miles()))
        .setBySpecialist(offer == null ? null : offer.bySpecialist())
        .setDeclinedOn(state.declinedOn())
        .setDeclinedSites(state.declinedSites())
        .setSteps(state.steps().stream().map(CampaignMapper::step).toList())
        .build();
  }

  private static @Nullable BigDecimal miles(@Nullable BigDecimal miles) {
    return miles == null ? null : miles.setScale(SCALE);
  }

  private static CampaignStep step(CampaignState.Step step) {
    CampaignAction action = step.action();
    return new CampaignStep(
        action.id(),
        action.kind().name(),
        action.user(),
        action.at(),
        AssignmentMapper.name(step.refused()));
  }
}
