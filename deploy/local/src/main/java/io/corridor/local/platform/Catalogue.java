package io.corridor.local.platform;

import io.corridor.schemas.serde.HttpSchemaRegistry;
import io.corridor.schemas.topic.Compatibility;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Brings broker and registry to what the topic catalogue says, before any service starts. */
final class Catalogue {

  private static final short ONE_REPLICA = 1;
  private static final short BROKER_DEFAULT = -1;

  private final Endpoints endpoints;
  private final boolean embedded;

  /**
   * Works on this infrastructure.
   *
   * @param embedded true: the local numbers of partitions and one replica; false: those of a
   *     deployment
   */
  Catalogue(Endpoints endpoints, boolean embedded) {
    this.endpoints = endpoints;
    this.embedded = embedded;
  }

  /** Creates what topics are missing and waits for their leaders. */
  Set<String> createTopics() {
    List<NewTopic> topics = Topics.created().stream().map(this::describe).toList();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", endpoints.kafka()))) {
      return new TopicSetup(admin).create(topics);
    }
  }

  /** Sets the compatibility rules and registers every schema, in catalogue order. */
  int registerSchemas() {
    HttpSchemaRegistry registry = new HttpSchemaRegistry(URI.create(endpoints.registry()), true);
    int registered = 0;
    for (Topic<?> topic : Topics.created()) {
      Compatibility rule = topic.kind().compatibility();
      if (topic.typed() && rule != Compatibility.NONE) {
        registry.setCompatibility(topic.subject(), rule.name());
        registry.idOf(topic.subject(), topic.schema());
        registered++;
      }
    }
    return registered;
  }

  private NewTopic describe(Topic<?> topic) {
    int partitions = embedded ? topic.localPartitions() : topic.deploymentPartitions();
    return new NewTopic(topic.name(), partitions, embedded ? ONE_REPLICA : BROKER_DEFAULT)
        .configs(topic.config());
  }
}
