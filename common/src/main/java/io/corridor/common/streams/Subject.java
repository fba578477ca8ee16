package io.corridor.common.streams;

import io.corridor.common.facts.Rows;
import io.corridor.schemas.topic.Topic;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** One subject (a member; in settlement a contract) at the moment its answers are derived. */
public interface Subject {

  /** The subject: the part before the first {@code |} of its keys. */
  String id();

  /** Its rows. */
  Rows rows();

  /** Keys of the rows that the causing record changed; empty in a sweep. */
  Set<String> touched();

  /**
   * True when everything must be looked at again: a table changed, or it is the first business
   * date. False for a record (see {@link #touched()}) and for a later tick (see {@link #tick()}).
   */
  boolean everything();

  /** The tick that made the subject due, if that is the cause. */
  Optional<Tick> tick();

  /** The member whose task answers for this one since they were merged, if any. */
  default Optional<String> mergedInto() {
    return Optional.empty();
  }

  /** The day on which it became known that a merge of this member was none, if that holds. */
  default Optional<LocalDate> toldApartOn() {
    return Optional.empty();
  }

  /** Keys of its answers on a current topic that hold now (not ended), ascending. */
  List<String> answerKeys(Topic<?> topic);

  /**
   * Keys of what was published about it on a frozen topic of the service, ascending: also what the
   * service has not read back yet.
   */
  List<String> publishedKeys(Topic<?> topic);

  /** The last answer under a key of a current topic, if it holds. */
  <V extends SpecificRecord> Optional<V> answer(Topic<V> topic, String key);

  /** True when a row of a frozen topic was published under the key. */
  boolean isPublished(Topic<?> frozen, String key);
}
