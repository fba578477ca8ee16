package io.corridor.common.streams;

import io.corridor.schemas.topic.Topic;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** What a task knows beside the subject: the business date and the broadcast tables. */
public interface World {

  /** The business date; empty before the first tick. */
  Optional<LocalDate> businessDate();

  /** A broadcast table by key, ascending. Read only; rows that ended are left out. */
  <V extends SpecificRecord> NavigableMap<String, V> table(Topic<V> topic);

  /**
   * Something made of the tables, made once and kept until a table that it read changes.
   *
   * @param name name of the view, unique in the service
   * @param maker makes it; must read nothing but tables
   */
  <T> T view(String name, Function<World, T> maker);
}
