package io.corridor.common.streams;

import io.corridor.schemas.Envelope;
import io.corridor.schemas.topic.Topic;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The broadcast tables of a task, read from the store once and kept in memory: as many rows as
 * there are contract versions and affiliations.
 */
final class Tables implements World {

  private final FoldStore store;
  private final Wire wire;
  private final Map<String, NavigableMap<String, SpecificRecord>> tables = new HashMap<>();
  private final Map<String, View> views = new HashMap<>();
  private @Nullable LocalDate businessDate;

  /** A view and the tables it was made of. */
  private record View(Object made, Set<String> readTopics) {}

  Tables(FoldStore store, Wire wire) {
    this.store = store;
    this.wire = wire;
    this.businessDate = store.text(Keys.clock()).map(LocalDate::parse).orElse(null);
  }

  @Override
  public Optional<LocalDate> businessDate() {
    return Optional.ofNullable(businessDate);
  }

  void businessDate(LocalDate date) {
    businessDate = date;
    store.text(Keys.clock(), date.toString());
  }

  @Override
  @SuppressWarnings("unchecked") // A table holds values of its topic only.
  public <V extends SpecificRecord> NavigableMap<String, V> table(Topic<V> topic) {
    return (NavigableMap<String, V>) Collections.unmodifiableNavigableMap(loaded(topic));
  }

  private NavigableMap<String, SpecificRecord> loaded(Topic<?> topic) {
    return tables.computeIfAbsent(
        topic.name(),
        name -> {
          NavigableMap<String, SpecificRecord> rows = new TreeMap<>();
          String prefix = Keys.reference(name, "");
          store.scan(
              prefix,
              (key, bytes) -> {
                SpecificRecord value = wire.read(topic, bytes);
                if (!ended(topic, value)) {
                  rows.put(key.substring(prefix.length()), value);
                }
                return true;
              });
          return rows;
        });
  }

  private static boolean ended(Topic<?> topic, SpecificRecord value) {
    return Envelopes.ended(topic.envelopeOf(value));
  }

  /**
   * A changed row.
   *
   * @param before the row until now, if there was one
   */
  record RowChange<V>(Optional<V> before) {}

  /** Stores a row unless a version at least as high is there; empty when nothing changed. */
  <V extends SpecificRecord> Optional<RowChange<V>> put(
      Topic<V> topic, String key, V value, byte[] bytes) {
    String stored = Keys.reference(topic.name(), key);
    Optional<V> before = store.get(stored).map(old -> wire.read(topic, old));
    if (before.isPresent() && !newer(topic, value, before.get())) {
      return Optional.empty();
    }
    NavigableMap<String, SpecificRecord> rows = loaded(topic);
    store.put(stored, bytes);
    if (ended(topic, value)) {
      rows.remove(key);
    } else {
      rows.put(key, value);
    }
    views.values().removeIf(view -> view.readTopics().contains(topic.name()));
    return Optional.of(new RowChange<>(before));
  }

  private static boolean newer(Topic<?> topic, SpecificRecord value, SpecificRecord before) {
    Envelope now = topic.envelopeOf(value);
    Envelope then = topic.envelopeOf(before);
    return now.getVersion() > then.getVersion()
        || (now.getVersion() == then.getVersion()
            && !topic.bodyOf(value).equals(topic.bodyOf(before)));
  }

  @Override
  @SuppressWarnings("unchecked") // A view's name has one maker.
  public <T> T view(String name, Function<World, T> maker) {
    View view = views.get(name);
    if (view == null) {
      Reading reading = new Reading(this);
      T made = maker.apply(reading);
      view = new View(java.util.Objects.requireNonNull(made), Set.copyOf(reading.topics));
      views.put(name, view);
    }
    return (T) view.made();
  }

  /** Notes which tables a view reads, so that only a change of those throws it away. */
  private static final class Reading implements World {
    private final Tables tables;
    private final Set<String> topics = new HashSet<>();

    private Reading(Tables tables) {
      this.tables = tables;
    }

    @Override
    public Optional<LocalDate> businessDate() {
      throw new IllegalStateException("a view must read nothing but tables");
    }

    @Override
    public <V extends SpecificRecord> NavigableMap<String, V> table(Topic<V> topic) {
      topics.add(topic.name());
      return tables.table(topic);
    }

    @Override
    public <T> T view(String name, Function<World, T> maker) {
      return maker.apply(this);
    }
  }
}
