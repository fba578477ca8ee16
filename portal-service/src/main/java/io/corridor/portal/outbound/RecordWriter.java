package io.corridor.portal.outbound;

import io.corridor.portal.campaign.CampaignSink;
import io.corridor.portal.dispute.DisputeSink;
import io.corridor.portal.shell.Audit;
import io.corridor.portal.shell.NotWrittenException;
import io.corridor.portal.shell.Viewer;
import io.corridor.portal.worklist.ActionRequest;
import io.corridor.portal.worklist.ActionSink;
import io.corridor.portal.worklist.TaskTarget;
import io.corridor.schemas.AuditValue;
import io.corridor.schemas.CampaignAction;
import io.corridor.schemas.CampaignActionValue;
import io.corridor.schemas.Cause;
import io.corridor.schemas.DisputeAction;
import io.corridor.schemas.DisputeActionValue;
import io.corridor.schemas.Envelope;
import io.corridor.schemas.TaskAction;
import io.corridor.schemas.TaskActionValue;
import io.corridor.schemas.serde.SchemaRegistry;
import io.corridor.schemas.serde.ValueSerde;
import io.corridor.schemas.topic.AttributionTopics;
import io.corridor.schemas.topic.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the portal's own topics. A command is only confirmed to the person once Kafka has it;
 * audit entries of views are sent without waiting, and those that Kafka refuses are counted and
 * told.
 */
public final class RecordWriter implements Audit, ActionSink, DisputeSink, CampaignSink {

  private static final Logger LOG = LoggerFactory.getLogger(RecordWriter.class);
  private static final String EVERY_TENANT = "*";

  private final Outbox outbox;
  private final ValueSerde<TaskActionValue> actions;
  private final ValueSerde<AuditValue> audits;
  private final ValueSerde<DisputeActionValue> disputes;
  private final ValueSerde<CampaignActionValue> campaigns;
  private final AtomicLong lostAudits = new AtomicLong();

  /** Writes with a producer whose partitioner is the platform's. */
  public RecordWriter(
      Producer<String, byte[]> producer, SchemaRegistry registry, InstantSource clock) {
    this.outbox = new Outbox(producer, clock);
    this.actions = ValueSerde.of(Topics.TASK_ACTION, registry);
    this.audits = ValueSerde.of(Topics.AUDIT, registry);
    this.disputes = ValueSerde.of(AttributionTopics.DISPUTE_ACTION, registry);
    this.campaigns = ValueSerde.of(AttributionTopics.CAMPAIGN_ACTION, registry);
  }

  /** Audit entries that Kafka refused since the start. */
  public long lostAudits() {
    return lostAudits.get();
  }

  @Override
  public void record(Viewer viewer, String action, @Nullable String object, int rows) {
    Instant now = outbox.now();
    String id = UUID.randomUUID().toString();
    AuditValue value =
        AuditValue.newBuilder()
            .setEnvelope(outbox.envelope(id, now, EVERY_TENANT, Outbox.REQUEST))
            .setBody(
                io.corridor.schemas.Audit.newBuilder()
                    .setUser(viewer.user())
                    .setAction(action)
                    .setObject(object)
                    .setRows(rows)
                    .setAt(now)
                    .build())
            .build();
    outbox.send(
        new ProducerRecord<>(Topics.AUDIT.name(), viewer.user(), audits.write(value)),
        (metadata, failure) -> {
          if (failure != null) {
            lostAudits.incrementAndGet();
            LOG.error(
                "An audit entry of action {} was not written: {}",
                action,
                failure.getClass().getSimpleName());
          }
        });
  }

  @Override
  public Acted write(TaskTarget target, ActionRequest request) throws NotWrittenException {
    TaskAction body =
        TaskAction.newBuilder()
            .setActionId(request.actionId())
            .setPayer(target.payer())
            .setMember(target.member())
            .setFacility(target.facility())
            .setVisitNumber(target.visitNumber())
            .setKind(target.kind())
            .setAction(request.action())
            .setOutcome(request.outcome())
            .setUser(request.user())
            .setAt(request.at())
            .setNote(request.note())
            .build();
    TaskActionValue value =
        TaskActionValue.newBuilder()
            .setEnvelope(
                outbox.envelope(
                    request.actionId(),
                    request.at(),
                    target.payer(),
                    new Cause(Topics.TASK.name(), target.partition(), target.offset())))
            .setBody(body)
            .build();
    outbox.write(
        List.of(
            new ProducerRecord<>(Topics.TASK_ACTION.name(), target.key(), actions.write(value))));
    return new Acted(body, value.getEnvelope().getRecordedAt());
  }

  @Override
  public void write(DisputeAction action) throws NotWrittenException {
    DisputeActionValue value =
        DisputeActionValue.newBuilder()
            .setEnvelope(requested(action.getActionId(), action.getAt(), action.getPayer()))
            .setBody(action)
            .build();
    outbox.write(
        List.of(
            new ProducerRecord<>(
                AttributionTopics.DISPUTE_ACTION.name(),
                action.getMember() + "|" + action.getDispute(),
                disputes.write(value))));
  }

  @Override
  public void write(List<CampaignAction> steps) throws NotWrittenException {
    outbox.write(steps.stream().map(this::record).toList());
  }

  private ProducerRecord<String, byte[]> record(CampaignAction step) {
    CampaignActionValue value =
        CampaignActionValue.newBuilder()
            .setEnvelope(requested(step.getActionId(), step.getAt(), step.getPayer()))
            .setBody(step)
            .build();
    return new ProducerRecord<>(
        AttributionTopics.CAMPAIGN_ACTION.name(),
        step.getMember() + "|" + step.getContract(),
        campaigns.write(value));
  }

  /** The envelope of what a person asked for on a page. */
  private Envelope requested(String id, Instant at, String payer) {
    return outbox.envelope(id, at, payer, Outbox.REQUEST);
  }
}
