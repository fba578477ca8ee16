package io.corridor.schemas.topic;

import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is said about a topic in the catalogue; the defaults are those of a member topic.
 */
final class TopicDeclaration<V extends SpecificRecord> {

  private static final int CO_PARTITIONED_LOCAL = 4;
  private static final int CO_PARTITIONED_DEPLOYMENT = 24;

  final String name;
  final @Nullable Class<V> type;
  final TopicKind kind;
  String owner;
  String writer;
  List<String> readers = List.of();
  String keyDoc = "";
  String doc = "";
  int localPartitions = CO_PARTITIONED_LOCAL;
  int deploymentPartitions = CO_PARTITIONED_DEPLOYMENT;
  boolean broadcast;
  Privacy privacy = Privacy.PERSON;
  Duration freshness = Duration.ofSeconds(5);
  @Nullable Duration retention;
  int maxMessageBytes;
  boolean planned;

  TopicDeclaration(String name, @Nullable Class<V> type, TopicKind kind) {
    this.name = name;
    this.type = type;
    this.kind = kind;
    String first = name.substring(0, name.indexOf('.'));
    this.owner =
        switch (first) {
          case "inbox", "contract" -> "intake";
          case "clock" -> "platform";
          default -> first;
        };
    this.writer = owner;
  }

  /** The service that owns and writes a topic whose name does not begin with it. */
  TopicDeclaration<V> owner(String service) {
    owner = service;
    writer = service;
    return this;
  }

  TopicDeclaration<V> key(String parts) {
    keyDoc = parts;
    return this;
  }

  TopicDeclaration<V> doc(String sentence) {
    doc = sentence;
    return this;
  }

  TopicDeclaration<V> writer(String service) {
    writer = service;
    return this;
  }

  TopicDeclaration<V> readers(String... services) {
    readers = List.of(services);
    return this;
  }

  TopicDeclaration<V> partitions(int local, int deployment) {
    localPartitions = local;
    deploymentPartitions = deployment;
    return this;
  }

  TopicDeclaration<V> broadcast() {
    broadcast = true;
    return this;
  }

  TopicDeclaration<V> privacy(Privacy highest) {
    privacy = highest;
    return this;
  }

  TopicDeclaration<V> freshness(Duration aim) {
    freshness = aim;
    return this;
  }

  TopicDeclaration<V> retention(Duration kept) {
    retention = kept;
    return this;
  }

  TopicDeclaration<V> maxMessageBytes(int bytes) {
    maxMessageBytes = bytes;
    return this;
  }

  Topic<V> build() {
    return new Topic<>(this);
  }

  Topic<V> planned() {
    planned = true;
    return new Topic<>(this);
  }
}
