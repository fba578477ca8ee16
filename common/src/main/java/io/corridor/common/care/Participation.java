package io.corridor.common.care;

import io.corridor.common.id.Tin;
import io.corridor.common.time.DateSpan;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The practices of an ACO, each with the days on which it takes part. Immutable. */
public final class Participation {

  private final Map<Tin, List<DateSpan>> spans;

  private Participation(Map<Tin, List<DateSpan>> spans) {
    this.spans = Collections.unmodifiableMap(spans);
  }

  /** One practice and days on which it takes part. */
  public record Participant(Tin tin, DateSpan span) {}

  /** The participation of these practices; one may stand in the list several times. */
  public static Participation of(Collection<Participant> participants) {
    return new Participation(
        participants.stream()
            .collect(
                Collectors.groupingBy(
                    Participant::tin,
                    TreeMap::new,
                    Collectors.mapping(Participant::span, Collectors.toUnmodifiableList()))));
  }

  /** Days by practice, practices ascending. */
  public Map<Tin, List<DateSpan>> byTin() {
    return spans;
  }

  /** True when the practice takes part on that day. */
  public boolean includes(Tin tin, LocalDate day) {
    for (DateSpan span : spans.getOrDefault(tin, List.of())) {
      if (span.contains(day)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Participation that && spans.equals(that.spans);
  }

  @Override
  public int hashCode() {
    return spans.hashCode();
  }

  @Override
  public String toString() {
    return "Participation" + spans;
  }
}
