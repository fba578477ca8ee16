package io.corridor.local.feed;

import io.corridor.local.platform.Endpoints;
import io.corridor.local.platform.TopicReader;
import io.corridor.schemas.FileCount;
import io.corridor.schemas.FileStage;
import io.corridor.schemas.FileValue;
import io.corridor.schemas.topic.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What became of the lines, as intake counts them (L7). Counts on the topic are absolute, so the
 * last of each key holds.
 *
 * @param read lines that reached the door
 * @param accepted records accepted
 * @param duplicate records known already
 * @param rejected records rejected with a code, at the door or in the ledger
 * @param claims claim lines of files that reached the door
 */
public record FileCounts(long read, long accepted, long duplicate, long rejected, long claims) {

  /** Reads the topic. */
  public static FileCounts read(Endpoints endpoints) {
    Map<String, FileCount> last = new HashMap<>();
    try (TopicReader<FileValue> reader = TopicReader.of(endpoints, Topics.FILE)) {
      reader.each((key, value) -> last.put(key, value.getBody()));
    }
    return of(last.values());
  }

  /** True when every line read is accounted for. */
  public boolean balanced() {
    return read == accepted + duplicate + rejected;
  }

  static FileCounts of(Collection<FileCount> counts) {
    FileCounts sum = new FileCounts(0, 0, 0, 0, 0);
    for (FileCount count : counts) {
      sum = sum.plus(count);
    }
    return sum;
  }

  private FileCounts plus(FileCount count) {
    if (count.getStage() == FileStage.MANIFEST) {
      return this;
    }
    boolean door = count.getStage() == FileStage.DOOR;
    long lines = door ? count.getRead() : 0;
    return new FileCounts(
        read + lines,
        accepted + count.getAccepted(),
        duplicate + count.getDuplicate(),
        rejected + count.getRejected(),
        claims + (count.getRecordType().equals("claim") ? lines : 0));
  }
}
