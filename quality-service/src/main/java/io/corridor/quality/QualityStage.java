package io.corridor.quality;

import io.corridor.common.facts.Fact;
import io.corridor.common.id.ContractId;
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
import io.corridor.quality.measure.QualityFacts;
import io.corridor.quality.measure.QualityRows;
import io.corridor.schemas.Assignment;
import io.corridor.schemas.AssignmentValue;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimValue;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.EnrollmentValue;
import io.corridor.schemas.TermsValue;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The quality service as the fold sees it: claims and enrollment become evidence of a member, the
 * assignment says for whom a gap counts, terms and the business date say when.
 */
public final class QualityStage implements Stage {

  /** Name of the service. */
  public static final String SERVICE = "quality";

  private final QualityFacts facts = new QualityFacts();

  @Override
  public String service() {
    return SERVICE;
  }

  @Override
  public String ruleVersion() {
    return "quality-1";
  }

  @Override
  public List<Source<?>> sources() {
    return List.of(
        Source.of(Topics.CLAIM, this::claim),
        Source.of(Topics.ENROLLMENT, this::enrollment),
        Source.of(Topics.ASSIGNMENT, QualityStage::assignment));
  }

  @Override
  public List<Reference<?>> references() {
    return List.of(
        Reference.of(
            Topics.TERMS,
            (TermsValue value) -> Set.of(MemberGaps.contractIndex(value.getBody().getContract()))),
        ClosingCut.ofFigures());
  }

  @Override
  public List<Topic<?>> outputs() {
    return List.of(Topics.GAP, Topics.SCORE, ClosingTopics.FINAL_SCORE);
  }

  @Override
  public Derivation derive(Subject subject, World world) {
    return new MemberGaps(subject, world.businessDate().orElse(null), TermsMapper.contracts(world))
        .derive();
  }

  @Override
  public Optional<Totals> totals() {
    return Optional.of(new ScoreTotals());
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

  private static FactChange assignment(AssignmentValue value) {
    Assignment body = value.getBody();
    Assignments held =
        new Assignments(new ContractId(body.getContract()), CareMapper.assignment(body));
    return FactChange.replace(
        value.getEnvelope(), QualityRows.ASSIGN + "|" + body.getContract(), held.toBytes());
  }
}
