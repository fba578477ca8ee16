package io.corridor.common.boot;

import io.corridor.common.streams.Failures;
import io.corridor.common.streams.FoldSettings;
import io.corridor.common.streams.FoldTopology;
import io.corridor.common.streams.IdleCommit;
import io.corridor.common.streams.Stage;
import io.corridor.common.streams.StoreMeter;
import io.corridor.schemas.serde.HttpSchemaRegistry;
import io.corridor.schemas.serde.SchemaRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.Stores;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.KafkaStreamsConfiguration;
import org.springframework.kafka.config.KafkaStreamsInfrastructureCustomizer;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.core.CleanupConfig;
import org.springframework.kafka.streams.KafkaStreamsMicrometerListener;

/**
 * What every service imports. A service that folds supplies a {@link Stage}; another supplies its
 * own {@link ServiceTopology}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CorridorProperties.class)
public class CorridorServiceConfiguration {

  @Bean
  SchemaRegistry schemaRegistry(CorridorProperties properties) {
    return new HttpSchemaRegistry(
        URI.create(properties.registry().url()), properties.registry().autoRegister());
  }

  /** The one clock of a service: it stamps envelopes and limits slices, no rule sees it. */
  @Bean
  @ConditionalOnMissingBean
  InstantSource instantSource() {
    return Clock.systemUTC();
  }

  @Bean
  Failures failures() {
    return new Failures();
  }

  @Bean
  IdleCommit idleCommit() {
    return new IdleCommit(System::nanoTime);
  }

  @Bean
  FoldSettings foldSettings(
      CorridorProperties properties,
      SchemaRegistry registry,
      InstantSource clock,
      Failures failures,
      IdleCommit idleCommit,
      MeterRegistry meters) {
    return new FoldSettings(
        registry,
        properties.partitions(),
        clock,
        System::nanoTime,
        meters,
        new StoreMeter(),
        failures,
        idleCommit,
        new KafkaFrozenReader(properties.kafka().bootstrapServers()),
        Stores::persistentKeyValueStore);
  }

  @Bean
  @ConditionalOnBean(Stage.class)
  ServiceTopology stageTopology(Stage stage, FoldSettings settings) {
    return new ServiceTopology() {
      @Override
      public String service() {
        return stage.service();
      }

      @Override
      public void addTo(Topology topology) {
        FoldTopology.addTo(topology, stage, settings);
      }
    };
  }

  @Bean
  StreamsBuilderFactoryBean streams(
      ServiceTopology topology, CorridorProperties properties, MeterRegistry meters) {
    StreamsBuilderFactoryBean streams =
        new StreamsBuilderFactoryBean(
            new KafkaStreamsConfiguration(StreamsSettings.of(topology.service(), properties)),
            new CleanupConfig(false, false));
    streams.setInfrastructureCustomizer(
        new KafkaStreamsInfrastructureCustomizer() {
          @Override
          public void configureTopology(Topology empty) {
            topology.addTo(empty);
          }
        });
    // A failed task starts again from its last commit; Failures decides when a record is given up.
    streams.setStreamsUncaughtExceptionHandler(
        failure -> StreamThreadExceptionResponse.REPLACE_THREAD);
    streams.addListener(new KafkaStreamsMicrometerListener(meters));
    return streams;
  }

  @Bean
  StreamsService streamsService(ServiceTopology topology, StreamsBuilderFactoryBean streams) {
    return new StreamsService(StreamsSettings.applicationId(topology.service()), streams);
  }

  @Bean
  HealthIndicator streamsHealth(StreamsService service) {
    return new StreamsHealth(service);
  }

  /** Task, store and node meters of Kafka Streams have unbounded tags: only clients and threads. */
  @Bean
  static MeterFilter boundedMeters() {
    return MeterFilter.deny(id ->
        id.getName().startsWith("kafka.")
            && !id.getName().startsWith("kafka.stream.thread.")
            && !id.getName().startsWith("kafka.consumer.fetch.manager.records.lag.max"));
  }
}
