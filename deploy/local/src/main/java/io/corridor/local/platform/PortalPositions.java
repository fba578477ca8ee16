package io.corridor.local.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.TopicPartition;

/**
 * Where the portal is. It keeps its offsets with its rows in PostgreSQL; what Kafka has under its
 * group is a copy that only tells which partitions it reads.
 */
final class PortalPositions implements Supplier<Optional<Map<TopicPartition, Long>>> {

  private static final String GROUP = "corridor-portal";

  private final Endpoints endpoints;
  private final Admin admin;

  PortalPositions(Endpoints endpoints, Admin admin) {
    this.endpoints = endpoints;
    this.admin = admin;
  }

  /** Next offset to read by partition; empty while the portal has not begun to read. */
  @Override
  public Optional<Map<TopicPartition, Long>> get() {
    Set<TopicPartition> reads = reads();
    if (reads.isEmpty()) {
      return Optional.empty();
    }
    Map<TopicPartition, Long> positions = new HashMap<>();
    reads.forEach(partition -> positions.put(partition, 0L));
    try (Connection connection =
            DriverManager.getConnection(
                endpoints.database(), endpoints.databaseUser(), endpoints.databasePassword());
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select topic, part, next_offset from portal.consumer_offset")) {
      while (rows.next()) {
        positions.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
      }
      return Optional.of(positions);
    } catch (SQLException e) {
      throw new PlatformException("PLATFORM_PORTAL", "cannot read the portal's offsets", e);
    }
  }

  private Set<TopicPartition> reads() {
    Set<TopicPartition> partitions = new HashSet<>();
    try {
      for (GroupListing group : admin.listGroups().all().get()) {
        if (group.groupId().equals(GROUP)) {
          partitions.addAll(
              admin
                  .listConsumerGroupOffsets(group.groupId())
                  .partitionsToOffsetAndMetadata()
                  .get()
                  .keySet());
        }
      }
      return partitions;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException(
          "PLATFORM_PORTAL", "interrupted while reading the portal's offsets", e);
    } catch (ExecutionException e) {
      throw new PlatformException("PLATFORM_PORTAL", "cannot read the portal's group", e);
    }
  }
}
