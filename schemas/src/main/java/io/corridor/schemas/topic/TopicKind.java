package io.corridor.schemas.topic;

/** What a topic's records mean over time; decides retention, compaction and compatibility. */
public enum TopicKind {
  /** True now: compacted to the latest value of a key, one writer, versions never go back. */
  CURRENT("compact", Compatibility.FULL_TRANSITIVE),
  /** Append-only changes: never compacted. */
  HISTORY("delete", Compatibility.BACKWARD_TRANSITIVE),
  /** Published and never changed again: the record is the truth. */
  FROZEN("delete", Compatibility.BACKWARD_TRANSITIVE),
  /** Between two stages of one service; no other service may read it. */
  INTERNAL("delete", Compatibility.NONE),
  /** A task's records to itself; keys start with the task's partition. */
  LOOP("delete", Compatibility.NONE),
  /** Records that a service could not process, as they came, with a code in the headers. */
  DEAD_LETTER("delete", Compatibility.NONE);

  private final String cleanupPolicy;
  private final Compatibility compatibility;

  TopicKind(String cleanupPolicy, Compatibility compatibility) {
    this.cleanupPolicy = cleanupPolicy;
    this.compatibility = compatibility;
  }

  /** Kafka's {@code cleanup.policy} of a topic of this kind. */
  public String cleanupPolicy() {
    return cleanupPolicy;
  }

  /** What a new schema of such a topic must be compatible with. */
  public Compatibility compatibility() {
    return compatibility;
  }
}
