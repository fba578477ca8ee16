package io.corridor.intake.door;

import io.corridor.schemas.FileCount;
import io.corridor.schemas.FileStage;
import io.corridor.schemas.Op;
import io.corridor.schemas.Sensitivity;
import io.corridor.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Counts by stage and file (law L7). The first count after a publication sends the task a mark;
 * when it returns, after the commit, the counts are published as they are then: many records, one
 * write.
 */
final class Tallies {

  private static final String STAMP = "stamp";

  private final KeyValueStore<Bytes, byte[]> store;
  private final Output output;
  private final int partition;

  Tallies(KeyValueStore<Bytes, byte[]> store, Output output, int partition) {
    this.store = store;
    this.output = output;
    this.partition = partition;
  }

  void count(FileStage stage, Place place, Tally.Count count) {
    String text = stage.name() + "|" + place.fileKey();
    Bytes key = key(text);
    byte[] row = store.get(key);
    Tally tally = row == null ? Tally.of(stage, place) : Tally.fromBytes(row);
    if (!tally.dirty()) {
      output.loop(text.getBytes(StandardCharsets.UTF_8));
    }
    store.put(key, tally.plus(count).toBytes());
  }

  /** A mark has returned: publishes its counts. */
  void publish(byte[] mark) {
    Bytes key = key(new String(mark, StandardCharsets.UTF_8));
    byte[] row = store.get(key);
    if (row == null) {
      throw new IllegalStateException("a mark names counts that do not exist");
    }
    Tally tally = Tally.fromBytes(row).published();
    store.put(key, tally.toBytes());
    output.write(
        Topics.FILE,
        new Output.Write(
            tally.place().fileKey() + "|" + tally.stage() + "|" + partition,
            tally.writes(),
            tally.writes() == 1 ? Op.CREATE : Op.UPDATE,
            Instant.EPOCH,
            Instant.EPOCH,
            "*",
            Sensitivity.NORMAL),
        new FileCount(
            tally.place().feed(),
            tally.place().file(),
            tally.place().recordType(),
            tally.stage(),
            partition,
            tally.read(),
            tally.accepted(),
            tally.duplicate(),
            tally.rejected()));
  }

  /**
   * A time of receipt for a record that brings none of its own: not before the last one given out
   * here.
   */
  Instant stamp(Instant now) {
    byte[] row = store.get(key(STAMP));
    long last =
        row == null ? Long.MIN_VALUE : Long.parseLong(new String(row, StandardCharsets.UTF_8));
    if (now.toEpochMilli() <= last) {
      return Instant.ofEpochMilli(last);
    }
    store.put(key(STAMP), Long.toString(now.toEpochMilli()).getBytes(StandardCharsets.UTF_8));
    return now;
  }

  private static Bytes key(String text) {
    return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
