package io.corridor.common.streams;

import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a subject stands to others that are the same person (DESIGN section 7 "Merges").
 *
 * @param root whose task answers for the subject; null while it answers for itself
 * @param generation version of the identity record that said so; grows with every move
 * @param since day on which that became known; null when nothing was ever said
 * @param origins merged members whose rows count here, each with its generation
 */
record Ties(
    @Nullable String root,
    long generation,
    @Nullable LocalDate since,
    NavigableMap<String, Long> origins) {

  static final Ties NONE = new Ties(null, 0, null, Collections.emptyNavigableMap());

  Ties {
    origins = Collections.unmodifiableNavigableMap(new TreeMap<>(origins));
  }

  /** True when another subject answers. */
  boolean isMerged() {
    return root != null;
  }

  /** True when the rows of an origin count here. */
  boolean counts(String origin, long sent) {
    Long counted = origins.get(origin);
    return counted != null && counted == sent;
  }

  Ties under(@Nullable String newRoot, long version, LocalDate knownOn) {
    return new Ties(newRoot, version, knownOn, origins);
  }

  Ties with(String origin, long sent) {
    NavigableMap<String, Long> more = new TreeMap<>(origins);
    more.put(origin, sent);
    return new Ties(root, generation, since, more);
  }

  Ties without(String origin) {
    NavigableMap<String, Long> fewer = new TreeMap<>(origins);
    fewer.remove(origin);
    return new Ties(root, generation, since, fewer);
  }

  /** Root, generation, since and origins, a line each. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(root == null ? "" : root).append('\n').append(generation).append('\n');
    text.append(since == null ? "" : since).append('\n');
    origins.forEach((origin, sent) -> text.append(origin).append('|').append(sent).append(' '));
    return text.append('\n').toString();
  }

  static Ties of(String root, String generation, String since, String origins) {
    NavigableMap<String, Long> read = new TreeMap<>();
    for (String origin : origins.isBlank() ? new String[0] : origins.strip().split(" ")) {
      read.put(Keys.subjectOf(origin), Long.parseLong(Keys.last(origin)));
    }
    return new Ties(
        root.isEmpty() ? null : root,
        Long.parseLong(generation),
        since.isEmpty() ? null : LocalDate.parse(since),
        read);
  }
}
