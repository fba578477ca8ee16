package io.corridor.common.streams;

import io.corridor.common.facts.Rows;
import io.corridor.schemas.topic.Topic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A subject over the store. */
record SubjectView(
    String id,
    FoldStore store,
    Wire wire,
    Rows rows,
    Ties ties,
    Set<String> touched,
    boolean everything,
    @Nullable Tick due)
    implements Subject {

  @Override
  public Optional<Tick> tick() {
    return Optional.ofNullable(due);
  }

  @Override
  public Optional<String> mergedInto() {
    return Optional.ofNullable(ties.root());
  }

  @Override
  public Optional<LocalDate> toldApartOn() {
    return ties.isMerged() ? Optional.empty() : Optional.ofNullable(ties.since());
  }

  @Override
  public List<String> answerKeys(Topic<?> topic) {
    List<String> keys = new ArrayList<>();
    String prefix = Keys.answer(id, topic.name(), "");
    store.scan(
        prefix,
        (key, bytes) -> {
          if (!StoredAnswer.fromBytes(bytes).ended()) {
            keys.add(key.substring(prefix.length()));
          }
          return true;
        });
    return keys;
  }

  @Override
  public List<String> publishedKeys(Topic<?> topic) {
    List<String> keys = new ArrayList<>();
    int skip = Keys.frozen(topic.name(), "").length();
    store.scan(Keys.frozen(topic.name(), id + "|"), (key, bytes) -> keys.add(key.substring(skip)));
    return keys;
  }

  @Override
  public <V extends SpecificRecord> Optional<V> answer(Topic<V> topic, String key) {
    return store
        .get(Keys.answer(id, topic.name(), key))
        .map(StoredAnswer::fromBytes)
        .filter(stored -> !stored.ended() && stored.value().length > 0)
        .map(stored -> wire.read(topic, stored.value()));
  }

  @Override
  public boolean isPublished(Topic<?> frozen, String key) {
    return store.get(Keys.frozen(frozen.name(), key)).isPresent();
  }
}
