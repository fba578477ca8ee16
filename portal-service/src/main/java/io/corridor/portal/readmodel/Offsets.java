package io.corridor.portal.readmodel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Where each partition goes on, kept beside the rows and written in their transaction. A write
 * names the offset it started from: whoever finds another one there has been overtaken by a second
 * portal.
 */
final class Offsets {

  private Offsets() {}

  /** The next offset of each partition asked for; a partition never read starts at 0. */
  static Map<TopicPartition, Long> read(Connection connection, Iterable<TopicPartition> partitions)
      throws SQLException {
    Map<TopicPartition, Long> next = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT topic, part, next_offset FROM portal.consumer_offset")) {
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          next.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
        }
      }
    }
    Map<TopicPartition, Long> asked = new HashMap<>();
    partitions.forEach(partition -> asked.put(partition, next.getOrDefault(partition, 0L)));
    return asked;
  }

  /**
   * Moves partitions on.
   *
   * @param from offsets that this writer knows to be there
   * @param to offsets after the rows of this transaction
   * @throws OvertakenException if another writer has moved one of them
   */
  static void move(
      Connection connection, Map<TopicPartition, Long> from, Map<TopicPartition, Long> to)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO portal.consumer_offset AS o (topic, part, next_offset) VALUES (?, ?, ?)"
                + " ON CONFLICT (topic, part) DO UPDATE SET next_offset = excluded.next_offset"
                + " WHERE o.next_offset = ?")) {
      for (Map.Entry<TopicPartition, Long> entry : to.entrySet()) {
        long before = from.getOrDefault(entry.getKey(), 0L);
        if (before == entry.getValue()) {
          continue;
        }
        statement.setString(1, entry.getKey().topic());
        statement.setInt(2, entry.getKey().partition());
        statement.setLong(3, entry.getValue());
        statement.setLong(4, before);
        if (statement.executeUpdate() != 1) {
          throw new OvertakenException(entry.getKey());
        }
      }
    }
  }

  /** Another portal writes the same read model; this one starts over from what stands there. */
  static final class OvertakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OvertakenException(TopicPartition partition) {
      super("Another portal has moved on in " + partition);
    }
  }
}
