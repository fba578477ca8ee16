package io.corridor.common.streams;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** What a task sends to the totals: a part as an absolute value, or how far the task is. */
sealed interface PartMessage {

  /** The part of one partition; replaces what that partition sent before. */
  record Amounts(int partition, Sum sum) implements PartMessage {}

  /** The partition has done everything up to a business date. */
  record CompleteTo(int partition, LocalDate date) implements PartMessage {}

  /** The partition has reached a cut: every part that belongs to it was sent before. */
  record AtCut(int partition, String name) implements PartMessage {}

  /** The message as a topic carries it: kind, partition, content. */
  default byte[] toBytes() {
    return switch (this) {
      case Amounts part -> {
        byte[] sum = part.sum().toBytes();
        yield ByteBuffer.allocate(5 + sum.length)
            .put((byte) 1)
            .putInt(part.partition())
            .put(sum)
            .array();
      }
      case CompleteTo done ->
          ByteBuffer.allocate(13)
              .put((byte) 2)
              .putInt(done.partition())
              .putLong(done.date().toEpochDay())
              .array();
      case AtCut cut -> {
        byte[] name = cut.name().getBytes(StandardCharsets.UTF_8);
        yield ByteBuffer.allocate(5 + name.length)
            .put((byte) 3)
            .putInt(cut.partition())
            .put(name)
            .array();
      }
    };
  }

  /**
   * Reads a message.
   *
   * @throws IllegalStateException if it was written by an unknown version
   */
  static PartMessage fromBytes(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    byte kind = in.get();
    int partition = in.getInt();
    return switch (kind) {
      case 1 -> new Amounts(partition, Sum.fromBytes(Arrays.copyOfRange(bytes, 5, bytes.length)));
      case 2 -> new CompleteTo(partition, LocalDate.ofEpochDay(in.getLong()));
      case 3 ->
          new AtCut(partition, new String(bytes, 5, bytes.length - 5, StandardCharsets.UTF_8));
      default -> throw new IllegalStateException("a part record is of an unknown kind");
    };
  }
}
