package io.corridor.portal.readmodel;

import io.corridor.schemas.topic.Topic;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * One topic and the tables it fills.
 *
 * @param <V> values of the topic
 */
final class Projection<V extends SpecificRecord> {

  private final Topic<V> topic;
  private final Deserializer<V> values;
  private final List<Table<V, ?>> tables;

  Projection(Topic<V> topic, Deserializer<V> values, List<Table<V, ?>> tables) {
    this.topic = topic;
    this.values = values;
    this.tables = List.copyOf(tables);
  }

  String topic() {
    return topic.name();
  }

  /**
   * Takes a record in. A tombstone is an erasure, which is a command of its own: it is passed over.
   */
  void add(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      return;
    }
    V value = values.deserialize(topic.name(), record.value());
    Read<V> read =
        new Read<>(
            record.key(),
            record.partition(),
            record.offset(),
            topic.envelopeOf(value),
            value,
            record.value());
    for (Table<V, ?> table : tables) {
      table.add(read);
    }
  }

  int pending() {
    return tables.stream().mapToInt(Table::pending).sum();
  }

  int flush(Connection connection) throws SQLException {
    int written = 0;
    for (Table<V, ?> table : tables) {
      written += table.flush(connection);
    }
    return written;
  }

  void drop() {
    tables.forEach(Table::drop);
  }
}
