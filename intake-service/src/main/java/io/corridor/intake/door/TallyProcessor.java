package io.corridor.intake.door;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Publishes counts whose marks have returned. */
final class TallyProcessor extends GuardedProcessor {

  private Tallies tallies;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record.
  TallyProcessor(IntakeSettings settings) {
    super(settings);
  }

  @Override
  void start(ProcessorContext<String, byte[]> context) {
    tallies =
        new Tallies(
            context.getStateStore(IntakeTopology.TALLIES), output(), context.taskId().partition());
  }

  @Override
  void handle(RecordMetadata from, Record<byte[], byte[]> record) {
    tallies.publish(record.value());
  }
}
