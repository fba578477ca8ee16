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
 * @param ties to others that are the same person
 */
record SubjectState(Instant knownAt, @Nullable LocalDate due, Set<String> indexes, Ties ties) {

  static final SubjectState NEW = new SubjectState(Instant.EPOCH, null, Set.of(), Ties.NONE);

  private static final String PLAIN = "1";
  private static final String TIED = "2";

  byte[] toBytes() {
    boolean tied = !ties.equals(Ties.NONE);
    return ((tied ? TIED : PLAIN)
            + "\n"
            + knownAt.toEpochMilli()
            + "\n"
            + (due == null ? "" : due)
            + "\n"
            + (tied ? ties.text() : "")
            + String.join("\n", new TreeSet<>(indexes)))
        .getBytes(StandardCharsets.UTF_8);
  }

  static SubjectState fromBytes(byte[] bytes) {
    List<String> text = List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1));
    boolean tied = text.getFirst().equals(TIED);
    if (!tied && !text.getFirst().equals(PLAIN)) {
      throw new IllegalStateException("a subject's state is of an unknown layout");
    }
    Set<String> indexes = new TreeSet<>(text.subList(tied ? 7 : 3, text.size()));
    indexes.remove("");
    return new SubjectState(
        Instant.ofEpochMilli(Long.parseLong(text.get(1))),
        text.get(2).isEmpty() ? null : LocalDate.parse(text.get(2)),
        indexes,
        tied ? Ties.of(text.get(3), text.get(4), text.get(5), text.get(6)) : Ties.NONE);
  }

  SubjectState knownAt(Instant at) {
    return at.isAfter(knownAt) ? new SubjectState(at, due, indexes, ties) : this;
  }

  SubjectState with(@Nullable LocalDate newDue, Set<String> newIndexes) {
    return new SubjectState(knownAt, newDue, newIndexes, ties);
  }

  SubjectState with(Ties newTies) {
    return new SubjectState(knownAt, due, indexes, newTies);
  }
}
