package io.corridor.intake.door;

import io.corridor.common.streams.DeadLetters;
import io.corridor.common.streams.IdleCommit;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * A processor that gives a record up after three failed attempts: a bug stops one record, never the
 * partition. Bad data never comes here as an exception: it is a rejection.
 */
abstract class GuardedProcessor implements Processor<byte[], byte[], String, byte[]> {

  private final IntakeSettings settings;
  private ProcessorContext<String, byte[]> context;
  private Output output;
  private IntakeMeters meters;
  private IdleCommit.Watch idle;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record.
  GuardedProcessor(IntakeSettings settings) {
    this.settings = settings;
  }

  /** Opens what the processor needs for one task. */
  abstract void start(ProcessorContext<String, byte[]> context);

  /** Takes one record. */
  abstract void handle(RecordMetadata from, Record<byte[], byte[]> record);

  final IntakeSettings settings() {
    return settings;
  }

  final Output output() {
    return output;
  }

  final IntakeMeters meters() {
    return meters;
  }

  @Override
  public final void init(ProcessorContext<String, byte[]> processorContext) {
    context = processorContext;
    idle = settings.idleCommit().watch(context);
    output = new Output(context, settings);
    meters = new IntakeMeters(settings.meters());
    start(context);
  }

  @Override
  public final void process(Record<byte[], byte[]> record) {
    idle.worked();
    RecordMetadata from =
        context
            .recordMetadata()
            .orElseThrow(() -> new IllegalStateException("a record must come from a topic"));
    if (settings.failures().givenUp(from)) {
      byte[] key = record.key() == null ? new byte[0] : record.key();
      DeadLetters.forward(context, from, record.withKey(key), IntakeSettings.RULE_VERSION);
      meters.record(from.topic(), "any", "DEAD_LETTER");
      return;
    }
    output.causedBy(from);
    try {
      handle(from, record);
    } catch (RuntimeException failure) {
      // Rethrown: the task restarts from its last commit. Only the count of attempts stays.
      settings.failures().failed(from, failure);
      throw failure;
    }
  }
}
