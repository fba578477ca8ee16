package io.corridor.notification.encounter;

import io.corridor.common.rules.CodeTable;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a discharge status means for the follow-up (domain.md Q15). */
public final class Dispositions {

  /** Where the patient went. */
  public enum Outcome {
    /** Home, with or without home health: the practice follows up. */
    HOME,
    /** Died. */
    DIED,
    /** To another hospital: the stay goes on there. */
    TRANSFERRED,
    /** Anywhere else. */
    OTHER
  }

  private final Map<String, Outcome> outcomes;

  private Dispositions(Map<String, Outcome> outcomes) {
    this.outcomes = outcomes;
  }

  /** The list shipped with the product. */
  public static Dispositions load() {
    return new Dispositions(
        CodeTable.load(Dispositions.class, "codes/discharge_status.csv").rows().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    row -> row.getOrDefault("code", ""),
                    row -> Outcome.valueOf(row.getOrDefault("outcome", "")))));
  }

  /** The outcome of a status; one that was not sent counts as home. */
  public Outcome of(@Nullable String status) {
    return status == null ? Outcome.HOME : outcomes.getOrDefault(status, Outcome.OTHER);
  }
}
