package io.corridor.common.streams;

import io.corridor.schemas.topic.Topic;
import java.util.function.Consumer;

/** Reads back what a service has published. */
@FunctionalInterface
public interface FrozenReader {

  /** Nothing was published: for tests of a first start. */
  FrozenReader NOTHING = (topic, partition, key) -> {};

  /** Passes the key of every committed record of a partition, oldest first. */
  void keys(Topic<?> topic, int partition, Consumer<String> key);
}
