package io.corridor.attribution;

import io.corridor.attribution.assignment.AssignmentFacts;
import io.corridor.attribution.assignment.Network;
import io.corridor.attribution.assignment.Programs;
import io.corridor.attribution.campaign.CampaignRows;
import io.corridor.attribution.dispute.DisputeRows;
import io.corridor.attribution.election.ElectionRows;
import io.corridor.attribution.roster.FinalRows;
import io.corridor.attribution.roster.RosterRows;
import io.corridor.common.care.Affiliation;
import io.corridor.common.care.AttributionOptions;
import io.corridor.common.care.Contract;
import io.corridor.common.facts.Fact;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Npi;
import io.corridor.common.rules.PrimaryCareServices;
import io.corridor.common.rules.ProviderBuckets;
import io.corridor.common.streams.CareMapper;
import io.corridor.common.streams.ClosingCut;
import io.corridor.common.streams.Derivation;
import io.corridor.common.streams.FactChange;
import io.corridor.common.streams.Reference;
import io.corridor.common.streams.Source;
import io.corridor.common.streams.Stage;
import io.corridor.common.streams.Subject;
import io.corridor.common.streams.Totals;
import io.corridor.common.streams.World;
import io.corridor.common.terms.TermsMapper;
import io.corridor.schemas.AffiliationValue;
import io.corridor.schemas.CampaignActionValue;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimValue;
import io.corridor.schemas.DisputeActionValue;
import io.corridor.schemas.ElectionValue;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.EnrollmentValue;
import io.corridor.schemas.Envelope;
import io.corridor.schemas.FinalAssignment;
import io.corridor.schemas.FinalAssignmentValue;
import io.corridor.schemas.ListChoiceValue;
import io.corridor.schemas.RecordStatus;
import io.corridor.schemas.RosterRow;
import io.corridor.schemas.RosterValue;
import io.corridor.schemas.TermsValue;
import io.corridor.schemas.topic.AttributionTopics;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The attribution service as the fold sees it: claims, enrollment and its own published rosters
 * become facts of a member; terms, affiliations and the business date change what follows from
 * them.
 */
public final class AttributionStage implements Stage {

  /** Name of the service. */
  public static final String SERVICE = "attribution";

  private final AssignmentFacts facts =
      new AssignmentFacts(PrimaryCareServices.load(), ProviderBuckets.load());

  @Override
  public String service() {
    return SERVICE;
  }

  @Override
  public String ruleVersion() {
    return "attribution-3";
  }

  @Override
  public List<Source<?>> sources() {
    return List.of(
        Source.of(Topics.CLAIM, this::claim),
        Source.of(Topics.ENROLLMENT, this::enrollment),
        Source.of(Topics.ROSTER, AttributionStage::roster),
        Source.of(AttributionTopics.DISPUTE_ACTION, AttributionStage::dispute),
        Source.of(AttributionTopics.ELECTION, AttributionStage::election),
        Source.of(ClosingTopics.FINAL_ASSIGNMENT, AttributionStage::finalAssignment),
        Source.of(AttributionTopics.CAMPAIGN_ACTION, AttributionStage::campaign));
  }

  @Override
  public List<Reference<?>> references() {
    return List.of(
        ClosingCut.ofRosters(MemberDerivation::payerIndex),
        Reference.of(
            Topics.TERMS,
            (TermsValue value) -> Set.of(MemberDerivation.payerIndex(value.getBody().getPayer()))),
        Reference.of(
            AttributionTopics.LIST_CHOICE,
            (ListChoiceValue value) ->
                Set.of(MemberDerivation.payerIndex(value.getBody().getPayer()))),
        Reference.of(
            Topics.AFFILIATION,
            (AffiliationValue value) ->
                Set.of(MemberDerivation.clinicianIndex(value.getBody().getNpi()))));
  }

  @Override
  public List<Topic<?>> outputs() {
    return List.of(
        Topics.ASSIGNMENT,
        Topics.EXPLANATION,
        Topics.ASSIGNMENT_CHANGED,
        Topics.ROSTER,
        AttributionTopics.DISPUTE,
        AttributionTopics.RESTATEMENT,
        AttributionTopics.FORECAST,
        AttributionTopics.LIST_CHOICE,
        AttributionTopics.CAMPAIGN,
        ClosingTopics.FINAL_ASSIGNMENT,
        ClosingTopics.FINAL_ROSTER,
        ClosingTopics.MOVED_MONTH);
  }

  @Override
  public Optional<Totals> totals() {
    return Optional.of(new RosterTotals());
  }

  @Override
  public Derivation derive(Subject subject, World world) {
    return new MemberDerivation(
            subject,
            world.businessDate().orElse(null),
            world.view("programs", AttributionStage::programs),
            Network.over(npi -> affiliations(npi, world)),
            MemberClosings.periods(world))
        .derive();
  }

  private static Programs programs(World world) {
    Collection<Contract> contracts =
        world.table(Topics.TERMS).values().stream()
            .map(value -> TermsMapper.contract(value.getBody()))
            .toList();
    Map<String, ListChoiceValue> chosen = world.table(AttributionTopics.LIST_CHOICE);
    return Programs.of(
        contracts,
        (contract, year) ->
            Optional.ofNullable(chosen.get(contract + "|" + year))
                .map(value -> value.getBody().getList())
                .map(AttributionOptions.ListKind::valueOf));
  }

  /** Keys of the table begin with the clinician. */
  private static List<Affiliation> affiliations(Npi npi, World world) {
    return world
        .table(Topics.AFFILIATION)
        .subMap(npi.value() + "|", npi.value() + "|" + Character.MAX_VALUE)
        .values()
        .stream()
        .map(AffiliationValue::getBody)
        .filter(link -> link.getStatus() == RecordStatus.ACTIVE)
        .map(AssignmentMapper::affiliation)
        .toList();
  }

  private FactChange claim(ClaimValue value) {
    return FactChange.between(
        value.getEnvelope(),
        value.getBody().getBefore(),
        value.getBody().getAfter(),
        this::claimFacts);
  }

  private List<Fact> claimFacts(Claim claim) {
    return facts.of(CareMapper.claim(claim));
  }

  private FactChange enrollment(EnrollmentValue value) {
    return FactChange.between(
        value.getEnvelope(),
        value.getBody().getBefore(),
        value.getBody().getAfter(),
        this::enrollmentFacts);
  }

  private List<Fact> enrollmentFacts(EnrollmentRecord record) {
    return CareMapper.enrollment(record).map(facts::of).orElse(List.of());
  }

  private static FactChange finalAssignment(FinalAssignmentValue value) {
    FinalAssignment body = value.getBody();
    Envelope envelope = value.getEnvelope();
    return FactChange.of(
        envelope.getTenant(),
        envelope.getKnownAt(),
        List.of(),
        FinalRows.facts(
            new ContractId(body.getContract()),
            Integer.parseInt(body.getPeriod()),
            body.getNumber(),
            RosterMapper.months(body)));
  }

  private static FactChange roster(RosterValue value) {
    RosterRow row = value.getBody();
    Fact fact = RosterRows.fact(new ContractId(row.getContract()), RosterMapper.published(row));
    Envelope envelope = value.getEnvelope();
    return FactChange.of(envelope.getTenant(), envelope.getKnownAt(), List.of(), List.of(fact));
  }

  private static FactChange dispute(DisputeActionValue value) {
    Fact fact = DisputeRows.fact(DisputeMapper.action(value.getBody()));
    Envelope envelope = value.getEnvelope();
    return FactChange.of(envelope.getTenant(), envelope.getKnownAt(), List.of(), List.of(fact));
  }

  private static FactChange campaign(CampaignActionValue value) {
    Fact fact = CampaignRows.fact(CampaignMapper.action(value.getBody()));
    Envelope envelope = value.getEnvelope();
    return FactChange.of(envelope.getTenant(), envelope.getKnownAt(), List.of(), List.of(fact));
  }

  private static FactChange election(ElectionValue value) {
    Envelope envelope = value.getEnvelope();
    List<Fact> facts =
        ElectionDerivation.election(value.getBody()).map(ElectionRows::fact).stream().toList();
    return FactChange.of(envelope.getTenant(), envelope.getKnownAt(), List.of(), facts);
  }
}
