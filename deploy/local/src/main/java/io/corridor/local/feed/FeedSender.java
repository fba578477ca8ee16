package io.corridor.local.feed;

import io.corridor.local.platform.Writer;
import io.corridor.schemas.FileCount;
import io.corridor.schemas.FileStage;
import io.corridor.schemas.RawRecord;
import io.corridor.schemas.Rejection;
import io.corridor.schemas.topic.PrefixPartitioner;
import io.corridor.schemas.topic.Topics;
import java.nio.ByteBuffer;
import java.time.Instant;

/** Turns lines, promises and problems of one feed into records of intake's topics. */
final class FeedSender {

  private static final String RULE = "load-1";

  private final Writer writer;
  private final String feed;
  private final Instant asOf;
  private final int rawPartitions;
  private long lines;

  FeedSender(Writer writer, String feed, Instant asOf) {
    this.writer = writer;
    this.feed = feed;
    this.asOf = asOf;
    this.rawPartitions = writer.partitions(Topics.RAW);
  }

  /** Sends one line as it is. */
  void line(Manifest.File file, long number, byte[] content) {
    RawRecord body =
        new RawRecord(feed, file.recordType(), file.name(), number, asOf, ByteBuffer.wrap(content));
    String key = feed + "|" + file.name() + "|" + number;
    int partition = PrefixPartitioner.partition(key, rawPartitions);
    writer.send(Topics.RAW, partition, key, body, asOf, RULE);
    lines++;
  }

  /** Sends what the manifest promises of a file. */
  void promise(Manifest.File file) {
    FileCount body =
        new FileCount(
            feed, file.name(), file.recordType(), FileStage.MANIFEST, 0, file.rows(), 0L, 0L, 0L);
    writer.send(Topics.FILE, feed + "|" + file.name() + "|MANIFEST|0", body, asOf, RULE);
  }

  /** Sends a problem as a rejection of its file. */
  void problem(FeedProblem problem) {
    Rejection body =
        new Rejection(
            problem.code().name(),
            problem.text(),
            feed,
            problem.file(),
            0L,
            problem.recordType(),
            null,
            false);
    writer.send(Topics.REJECTED, feed + "|" + problem.file() + "|0", body, asOf, RULE);
  }

  /** Lines sent. */
  long lines() {
    return lines;
  }
}
