package io.corridor.portal.readmodel;

import io.corridor.schemas.serde.SchemaRegistry;
import io.corridor.schemas.serde.ValueSerde;
import io.corridor.schemas.topic.AnalysisTopics;
import io.corridor.schemas.topic.AttributionTopics;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.IdentityTopics;
import io.corridor.schemas.topic.ProgramTopics;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import io.corridor.schemas.topic.VariationTopics;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Which topics the portal reads, and what each fills. */
final class Projections {

  private final SchemaRegistry registry;
  private final Refs refs;

  Projections(SchemaRegistry registry, Refs refs) {
    this.registry = registry;
    this.refs = refs;
  }

  /** Topics that pages follow within a second. */
  List<Projection<?>> live() {
    return List.of(
        of(Topics.BUSINESS_DATE, LiveTables.businessDate()),
        of(Topics.TERMS, LiveTables.terms()),
        of(Topics.BUDGET, BudgetTable.budget()),
        of(Topics.SCORE, LiveTables.score()),
        of(Topics.ESTIMATE, LiveTables.estimate()),
        of(AnalysisTopics.MARGINAL, AnalysisTables.marginal()),
        of(AnalysisTopics.WHAT_IF, AnalysisTables.whatIf()),
        of(ClosingTopics.PERIOD, StatementTables.period()),
        of(ClosingTopics.STATEMENT, StatementTables.statement()),
        of(ProgramTopics.ENROLLMENT, ProgramTables.enrollment()),
        of(ProgramTopics.EVALUATION, ProgramTables.evaluation()),
        of(VariationTopics.CARE_VARIATION, VariationTables.careVariation()),
        of(Topics.ALERT, LiveTables.alert(refs)),
        of(Topics.TASK, LiveTables.task()),
        of(Topics.TASK_ACTION, LiveTables.taskAction()),
        of(Topics.FILE, LiveTables.file()),
        of(Topics.REJECTED, LiveTables.rejected()));
  }

  /** Topics with a record a member and month. */
  List<Projection<?>> bulk() {
    return List.of(
        of(IdentityTopics.MEMBER, ProgramTables.identity()),
        of(Topics.ENROLLMENT, BulkTables.person()),
        of(Topics.ASSIGNMENT, BulkTables.assignment(refs)),
        of(Topics.ROSTER, BulkTables.roster(refs)),
        of(Topics.EXPLANATION, BulkTables.explanation()),
        of(AttributionTopics.FORECAST, ForecastTable.forecast()),
        of(AttributionTopics.DISPUTE, DisputeTable.dispute()),
        of(AttributionTopics.CAMPAIGN, CampaignTable.campaign(refs)),
        of(Topics.MEMBER_MONTH, BulkTables.memberMonth()),
        of(VariationTopics.MEMBER_CASE, VariationTables.memberCase()),
        of(Topics.GAP, BulkTables.gap()));
  }

  private <V extends SpecificRecord> Projection<V> of(Topic<V> topic, List<Table<V, ?>> tables) {
    return new Projection<>(topic, ValueSerde.of(topic, registry).deserializer(), tables);
  }
}
