package io.corridor.common.streams;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** A service's one store, by text keys. Counts what it reads and writes (law L9). */
final class FoldStore {

  private final KeyValueStore<Bytes, byte[]> store;
  private final StoreMeter meter;

  FoldStore(KeyValueStore<Bytes, byte[]> store, StoreMeter meter) {
    this.store = store;
    this.meter = meter;
  }

  private static Bytes bytes(String key) {
    return Bytes.wrap(key.getBytes(StandardCharsets.UTF_8));
  }

  Optional<byte[]> get(String key) {
    byte[] value = store.get(bytes(key));
    meter.read(key.length(), value == null ? 0 : value.length);
    return Optional.ofNullable(value);
  }

  void put(String key, byte[] value) {
    meter.wrote(key.length(), value.length);
    store.put(bytes(key), value);
  }

  void delete(String key) {
    meter.wrote(key.length(), 0);
    store.delete(bytes(key));
  }

  /** Visits entries with {@code from <= key < until}, ascending, while the visitor says true. */
  void scan(String from, String until, BiPredicate<String, byte[]> visitor) {
    try (KeyValueIterator<Bytes, byte[]> entries = store.range(bytes(from), bytes(until))) {
      while (entries.hasNext()) {
        KeyValue<Bytes, byte[]> entry = entries.next();
        String key = new String(entry.key.get(), StandardCharsets.UTF_8);
        meter.read(key.length(), entry.value.length);
        if (key.equals(until) || !visitor.test(key, entry.value)) {
          return;
        }
      }
    }
  }

  /** Visits all entries under a prefix. */
  void scan(String prefix, BiPredicate<String, byte[]> visitor) {
    scan(prefix, prefix + Keys.END, visitor);
  }

  Optional<String> text(String key) {
    return get(key).map(value -> new String(value, StandardCharsets.UTF_8));
  }

  void text(String key, String value) {
    put(key, value.getBytes(StandardCharsets.UTF_8));
  }
}
