package io.corridor.common.streams;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is kept about a subject as a whole.
 *
 * @param knownAt greatest receivedAt among its records
 * @param due business date at which it is looked at next; null when never
 * @param indexes names under which reference changes find it, ascending
 */
record SubjectState(Instant knownAt, @Nullable LocalDate due, Set<String> indexes) {

  static final SubjectState NEW = new SubjectState(Instant.EPOCH, null, Set.of());

  byte[] toBytes() {
    return ("1\n"
            + knownAt.toEpochMilli()
            + "\n"
            + (due == null ? "" : due)
            + "\n"
            + String.join("\n", new TreeSet<>(indexes)))
        .getBytes(StandardCharsets.UTF_8);
  }

  static SubjectState fromBytes(byte[] bytes) {
    List<String> text = List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1));
    if (!text.getFirst().equals("1")) {
      throw new IllegalStateException("a subject's state is of an unknown layout");
    }
    Set<String> indexes = new TreeSet<>(text.subList(3, text.size()));
    indexes.remove("");
    return new SubjectState(
        Instant.ofEpochMilli(Long.parseLong(text.get(1))),
        text.get(2).isEmpty() ? null : LocalDate.parse(text.get(2)),
        indexes);
  }

  SubjectState knownAt(Instant at) {
    return at.isAfter(knownAt) ? new SubjectState(at, due, indexes) : this;
  }
}
