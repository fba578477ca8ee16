package io.corridor.common.streams;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a derivation says about its subject.
 *
 * @param answers answers that were looked at; an answer that is not listed stays as it is
 * @param events entries for history topics
 * @param frozen rows for frozen topics; one that was published before is not published again
 * @param nextDue next business date at which the answers may change without a record; null when
 *     never
 * @param indexes names under which reference changes find the subject; replaces the earlier set
 */
public record Derivation(
    List<Answer> answers,
    List<Event> events,
    List<Event> frozen,
    @Nullable LocalDate nextDue,
    Set<String> indexes) {

  /** Only answers, nothing due, no index. */
  public static Derivation of(List<Answer> answers) {
    return new Derivation(answers, List.of(), List.of(), null, Set.of());
  }
}
