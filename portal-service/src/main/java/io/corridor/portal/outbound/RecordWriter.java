package io.corridor.portal.outbound;

import io.corridor.portal.campaign.CampaignSink;
import io.corridor.portal.dispute.DisputeSink;
import io.corridor.portal.shell.Audit;
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
import io.corridor.schemas.Op;
import io.corridor.schemas.Sensitivity;
import io.corridor.schemas.TaskAction;
import io.corridor.schemas.TaskActionValue;
import io.corridor.schemas.serde.SchemaRegistry;
import io.corridor.schemas.serde.ValueSerde;
import io.corridor.schemas.topic.AttributionTopics;
import io.corridor.schemas.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
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
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String RULES = "portal-1";
  private static final String SOURCE = "portal-service";
  private static final String REQUEST = "portal.request";
  private static final String EVERY_TENANT = "*";

  private final Producer<String, byte[]> producer;
  private final InstantSource clock;
  private final ValueSerde<TaskActionValue> actions;
  private final ValueSerde<AuditValue> audits;
  private final ValueSerde<DisputeActionValue> disputes;
  private final ValueSerde<CampaignActionValue> campaigns;
  private final AtomicLong lostAudits = new AtomicLong();

  /** Writes with a producer whose partitioner is the platform's. */
  public RecordWriter(
      Producer<String, byte[]> producer, SchemaRegistry registry, InstantSource clock) {
    this.producer = producer;
    this.clock = clock;
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
    Instant now = now();
    String id = UUID.randomUUID().toString();
    AuditValue value =
        AuditValue.newBuilder()
            .setEnvelope(envelope(id, now, now, EVERY_TENANT, new Cause(REQUEST, 0, 0L)))
            .setBody(
                io.corridor.schemas.Audit.newBuilder()
                    .setUser(viewer.user())
                    .setAction(action)
                    .setObject(object)
                    .setRows(rows)
                    .setAt(now)
                    .build())
            .build();
    producer.send(
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
    Instant now = now();
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
                envelope(
                    request.actionId(),
                    now,
                    request.at(),
                    target.payer(),
                    new Cause(Topics.TASK.name(), target.partition(), target.offset())))
            .setBody(body)
            .build();
    send(new ProducerRecord<>(Topics.TASK_ACTION.name(), target.key(), actions.write(value)));
    return new Acted(body, now);
  }

  @Override
  public void write(DisputeAction action) throws NotWrittenException {
    Instant now = now();
    DisputeActionValue value =
        DisputeActionValue.newBuilder()
            .setEnvelope(requested(action.getActionId(), now, action.getAt(), action.getPayer()))
            .setBody(action)
            .build();
    send(
        new ProducerRecord<>(
            AttributionTopics.DISPUTE_ACTION.name(),
            action.getMember() + "|" + action.getDispute(),
            disputes.write(value)));
  }

  @Override
  public void write(List<CampaignAction> steps) throws NotWrittenException {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (CampaignAction step : steps) {
      sent.add(producer.send(record(step)));
    }
    for (Future<RecordMetadata> each : sent) {
      await(each);
    }
  }

  private ProducerRecord<String, byte[]> record(CampaignAction step) {
    CampaignActionValue value =
        CampaignActionValue.newBuilder()
            .setEnvelope(requested(step.getActionId(), now(), step.getAt(), step.getPayer()))
            .setBody(step)
            .build();
    return new ProducerRecord<>(
        AttributionTopics.CAMPAIGN_ACTION.name(),
        step.getMember() + "|" + step.getContract(),
        campaigns.write(value));
  }

  /** The envelope of what a person asked for on a page. */
  private static Envelope requested(String id, Instant now, Instant at, String payer) {
    return envelope(id, now, at, payer, new Cause(REQUEST, 0, 0L));
  }

  private void send(ProducerRecord<String, byte[]> record) throws NotWrittenException {
    await(producer.send(record));
  }

  /** Waits until Kafka has a record. */
  private static void await(Future<RecordMetadata> sent) throws NotWrittenException {
    try {
      sent.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new NotWrittenException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotWrittenException(e);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Envelope envelope(
      String id, Instant now, Instant effectiveAt, String tenant, Cause cause) {
    return Envelope.newBuilder()
        .setEventId(id)
        .setEntityId(id)
        .setVersion(1)
        .setOp(Op.CREATE)
        .setEffectiveAt(effectiveAt)
        .setRecordedAt(now)
        .setKnownAt(effectiveAt)
        .setRuleVersion(RULES)
        .setTenant(tenant)
        .setSensitivity(Sensitivity.NORMAL)
        .setSource(SOURCE)
        .setCause(cause)
        .build();
  }
}
