package io.corridor.portal.config;

import io.corridor.portal.outbound.ProgramWriter;
import io.corridor.portal.outbound.QuestionWriter;
import io.corridor.portal.outbound.RecordWriter;
import io.corridor.portal.outbound.VariationWriter;
import io.corridor.portal.readmodel.ActionStore;
import io.corridor.portal.readmodel.Bodies;
import io.corridor.portal.readmodel.ReadDatabase;
import io.corridor.portal.readmodel.ReadModel;
import io.corridor.portal.readmodel.Reference;
import io.corridor.schemas.serde.HttpSchemaRegistry;
import io.corridor.schemas.serde.SchemaRegistry;
import io.corridor.schemas.topic.PrefixPartitioner;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Kafka, registry and read model. */
@Configuration(proxyBeanMethods = false)
class PlatformConfig {

  private static final String GROUP = "corridor-portal";

  @Bean
  @ConditionalOnMissingBean
  InstantSource portalClock() {
    return InstantSource.system();
  }

  @Bean
  @ConditionalOnMissingBean
  SchemaRegistry schemaRegistry(PlatformProperties properties) {
    return new HttpSchemaRegistry(
        properties.registry().url(), properties.registry().autoRegister());
  }

  @Bean
  ReadDatabase readDatabase(DataSource source) {
    return new ReadDatabase(source);
  }

  @Bean
  Bodies bodies(SchemaRegistry registry) {
    return new Bodies(registry);
  }

  @Bean
  Reference reference(ReadDatabase database, Bodies bodies, InstantSource clock) {
    return new Reference(database, bodies, clock);
  }

  @Bean
  ActionStore actionStore(DataSource source) {
    return new ActionStore(source);
  }

  @Bean
  @ConditionalOnProperty(name = "corridor.portal.consume", matchIfMissing = true)
  ReadModel readModel(
      PlatformProperties platform,
      PortalProperties portal,
      DataSource source,
      SchemaRegistry registry,
      MeterRegistry meters) {
    Map<String, Object> settings = consumerSettings(platform);
    ReadModel model =
        new ReadModel(() -> new KafkaConsumer<>(settings), source, registry, portal.refSecret());
    for (String lane : model.laneNames()) {
      FunctionCounter.builder("corridor.portal.rows", model, counted -> counted.rowsWritten(lane))
          .tag("lane", lane)
          .description("Rows inserted or changed in the read model")
          .register(meters);
    }
    return model;
  }

  private static Map<String, Object> consumerSettings(PlatformProperties platform) {
    return Map.ofEntries(
        Map.entry(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, platform.kafka().bootstrapServers()),
        Map.entry(ConsumerConfig.GROUP_ID_CONFIG, GROUP),
        Map.entry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
        Map.entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
        Map.entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
        Map.entry(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
        Map.entry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000),
        Map.entry(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100),
        Map.entry(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 2 * 1024 * 1024),
        Map.entry(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class),
        Map.entry(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class));
  }

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  Producer<String, byte[]> portalProducer(PlatformProperties platform) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            platform.kafka().bootstrapServers(),
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.LINGER_MS_CONFIG,
            5,
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            5_000,
            ProducerConfig.PARTITIONER_CLASS_CONFIG,
            PrefixPartitioner.class.getName(),
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
            StringSerializer.class,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
            ByteArraySerializer.class));
  }

  @Bean
  RecordWriter recordWriter(
      Producer<String, byte[]> producer,
      SchemaRegistry registry,
      InstantSource clock,
      MeterRegistry meters) {
    RecordWriter writer = new RecordWriter(producer, registry, clock);
    FunctionCounter.builder("corridor.portal.audits.lost", writer, RecordWriter::lostAudits)
        .description("Audit entries that Kafka refused")
        .register(meters);
    return writer;
  }

  @Bean
  QuestionWriter questionWriter(
      Producer<String, byte[]> producer, SchemaRegistry registry, InstantSource clock) {
    return new QuestionWriter(producer, registry, clock);
  }

  @Bean
  ProgramWriter programWriter(
      Producer<String, byte[]> producer, SchemaRegistry registry, InstantSource clock) {
    return new ProgramWriter(producer, registry, clock);
  }

  @Bean
  VariationWriter variationWriter(
      Producer<String, byte[]> producer, SchemaRegistry registry, InstantSource clock) {
    return new VariationWriter(producer, registry, clock);
  }

  @Bean
  @ConditionalOnProperty(name = "corridor.portal.consume", matchIfMissing = true)
  HealthIndicator readModelHealthIndicator(ReadModel model) {
    return () -> model.healthy() ? Health.up().build() : Health.outOfService().build();
  }
}
