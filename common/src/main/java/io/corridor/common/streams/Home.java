package io.corridor.common.streams;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The home of merged members: keeps their rows and sends them, then every change, to their roots.
 * Values are absolute, so a row that changes while its member is under way is simply sent again;
 * one partition keeps them in order.
 */
final class Home {

  /** Rows of a slice at most. */
  static final int SLICE_ROWS = 500;

  /** Bytes of a slice, about. */
  private static final int SLICE_BYTES = 256 * 1024;

  private final FoldStore store;
  private final Emitter emitter;
  private final FrozenKinds frozen;

  Home(FoldStore store, Emitter emitter, FrozenKinds frozen) {
    this.store = store;
    this.emitter = emitter;
    this.frozen = frozen;
  }

  /** Begins to send a member's rows; the first slice comes with the next loop record. */
  void send(String member, Ties ties) {
    emitter.loop(new LoopMessage.MoveOn(member, ties.generation(), ""));
  }

  /** Sends the next slice, unless the member has been told otherwise since. */
  void slice(LoopMessage.MoveOn message, SubjectState state) {
    Ties ties = state.ties();
    if (!ties.isMerged() || ties.generation() != message.generation()) {
      return;
    }
    String member = message.member();
    int skip = Keys.row(member, "").length();
    Map<String, Optional<byte[]>> rows = new TreeMap<>();
    int[] size = {0};
    String[] next = {""};
    store.scan(
        Keys.row(member, message.cursor()),
        Keys.row(member, Keys.END),
        (key, bytes) -> {
          String row = key.substring(skip);
          if (rows.size() == SLICE_ROWS || size[0] >= SLICE_BYTES) {
            next[0] = row;
            return false;
          }
          if (!frozen.contains(row)) {
            rows.put(row, Optional.of(bytes));
            size[0] += row.length() + bytes.length;
          }
          return true;
        });
    boolean complete = next[0].isEmpty();
    send(member, ties, state.knownAt(), complete, rows);
    if (!complete) {
      emitter.loop(new LoopMessage.MoveOn(member, ties.generation(), next[0]));
    }
  }

  /** Sends what a record changed. */
  void changed(String member, SubjectState state, Set<String> touched) {
    StoreRows own = StoreRows.of(store, member);
    Map<String, Optional<byte[]>> rows = new TreeMap<>();
    touched.stream()
        .filter(row -> !frozen.contains(row))
        .forEach(row -> rows.put(row, own.bytes(row)));
    if (!rows.isEmpty()) {
      send(member, state.ties(), state.knownAt(), false, rows);
    }
  }

  /** Takes a member back from the root it had. */
  void withdraw(String member, Ties ties, Instant knownAt) {
    emitter.homing(
        ties.root() + "|" + member, new HomingMessage.Withdrawn(ties.generation(), knownAt));
  }

  private void send(
      String member,
      Ties ties,
      Instant knownAt,
      boolean complete,
      Map<String, Optional<byte[]>> rows) {
    emitter.homing(
        ties.root() + "|" + member,
        new HomingMessage.Moved(ties.generation(), knownAt, complete, rows));
  }
}
