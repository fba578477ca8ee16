package io.corridor.intake.door;

import io.corridor.intake.identity.Link;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The resolver's rows: {@code l|link} holds a link in force, {@code n|member|link} finds it from
 * either of its ids, {@code r|link} marks one that was reported as refused, and {@code m|member}
 * holds the root that was told last.
 */
final class IdentityRows {

  private static final byte[] PRESENT = {1};

  private final KeyValueStore<Bytes, byte[]> store;

  IdentityRows(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /**
   * The root that was told last.
   *
   * @param root member
   * @param version how often one was told
   */
  record Told(String root, long version) {}

  void put(Link link) {
    store.put(
        key("l|" + link.key()),
        String.join("\n", Long.toString(link.at().toEpochMilli()), link.member(), link.survivor())
            .getBytes(StandardCharsets.UTF_8));
    store.put(key(near(link.member(), link.key())), PRESENT);
    store.put(key(near(link.survivor(), link.key())), PRESENT);
  }

  void remove(Link link) {
    store.delete(key("l|" + link.key()));
    store.delete(key(near(link.member(), link.key())));
    store.delete(key(near(link.survivor(), link.key())));
    store.delete(key("r|" + link.key()));
  }

  /** Links of all groups that these members are in. */
  Collection<Link> around(Set<String> members) {
    Map<String, Link> found = new TreeMap<>();
    Set<String> seen = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(members);
    while (!open.isEmpty()) {
      String member = open.pop();
      if (seen.add(member)) {
        for (Link link : of(member)) {
          found.put(link.key(), link);
          open.add(link.member());
          open.add(link.survivor());
        }
      }
    }
    return found.values();
  }

  private List<Link> of(String member) {
    List<Link> links = new ArrayList<>();
    String prefix = near(member, "");
    try (KeyValueIterator<Bytes, byte[]> entries =
        store.range(key(prefix), key(prefix + Character.MAX_VALUE))) {
      while (entries.hasNext()) {
        KeyValue<Bytes, byte[]> entry = entries.next();
        links.add(
            link(new String(entry.key.get(), StandardCharsets.UTF_8).substring(prefix.length())));
      }
    }
    return links;
  }

  private Link link(String key) {
    String[] parts =
        text("l|" + key)
            .orElseThrow(() -> new IllegalStateException("a member names a link that is not there"))
            .split("\n", -1);
    String entity = key.substring(0, key.length() - parts[1].length() - 1);
    return new Link(entity, Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1], parts[2]);
  }

  /** Notes which of these links are refused; returns those that were not before. */
  List<Link> refuse(Collection<Link> links, Set<String> refused) {
    List<Link> fresh = new ArrayList<>();
    for (Link link : links) {
      Bytes row = key("r|" + link.key());
      boolean was = store.get(row) != null;
      if (refused.contains(link.key()) && !was) {
        store.put(row, PRESENT);
        fresh.add(link);
      } else if (!refused.contains(link.key()) && was) {
        store.delete(row);
      }
    }
    return fresh;
  }

  Told told(String member) {
    return text("m|" + member)
        .map(text -> text.split("\n", -1))
        .map(parts -> new Told(parts[0], Long.parseLong(parts[1])))
        .orElse(new Told(member, 0));
  }

  void tell(String member, Told told) {
    store.put(
        key("m|" + member), (told.root() + "\n" + told.version()).getBytes(StandardCharsets.UTF_8));
  }

  private static String near(String member, String link) {
    return "n|" + member + "|" + link;
  }

  private Optional<String> text(String key) {
    return Optional.ofNullable(store.get(key(key)))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private static Bytes key(String text) {
    return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
