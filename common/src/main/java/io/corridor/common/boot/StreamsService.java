package io.corridor.common.boot;

import java.util.Objects;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/** The running topology of a service, for health and for the local platform. */
public final class StreamsService {

  private final String applicationId;
  private final StreamsBuilderFactoryBean streams;

  StreamsService(String applicationId, StreamsBuilderFactoryBean streams) {
    this.applicationId = applicationId;
    this.streams = streams;
  }

  /** Kafka Streams application id: also the consumer group and the prefix of changelogs. */
  public String applicationId() {
    return applicationId;
  }

  /** State of the topology. */
  public KafkaStreams.State state() {
    KafkaStreams running = streams.getKafkaStreams();
    return running == null ? KafkaStreams.State.CREATED : running.state();
  }

  /** True when it processes. */
  public boolean running() {
    return state() == KafkaStreams.State.RUNNING;
  }

  /** True while it must not be restarted: restoring state is life too. */
  public boolean alive() {
    return switch (Objects.requireNonNull(state())) {
      case CREATED, REBALANCING, RUNNING -> true;
      case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR -> false;
    };
  }
}
