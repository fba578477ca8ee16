package io.corridor.common.streams;

import io.corridor.schemas.IdentityValue;
import io.corridor.schemas.topic.IdentityTopics;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Merged members (DESIGN section 7, ADR 7): a member keeps its records and rows where they are;
 * when another is its root, that one answers from the rows of both. Stages see rows and do not
 * know.
 */
final class Homing {

  /** Rows cleared at once. */
  private static final int SLICE_ROWS = 500;

  private final FoldStore store;
  private final Wire wire;
  private final Emitter emitter;
  private final Fold fold;
  private final Home home;

  Homing(FoldStore store, Wire wire, Emitter emitter, Fold fold, Home home) {
    this.store = store;
    this.wire = wire;
    this.emitter = emitter;
    this.fold = fold;
    this.home = home;
  }

  /** True for a service whose subjects are members: it reads who is whom. */
  static boolean applies(Stage stage) {
    return IdentityTopics.MEMBER.readers().contains(stage.service());
  }

  /** A member's root changed; false when it is the same. */
  boolean told(byte[] bytes) {
    IdentityValue value = wire.read(IdentityTopics.MEMBER, bytes);
    String member = value.getBody().getMember();
    String told = value.getBody().getRoot();
    long version = value.getEnvelope().getVersion();
    Instant knownAt = value.getEnvelope().getKnownAt();
    SubjectState before = fold.state(member);
    Ties ties = before.ties();
    String root = told.equals(member) ? null : told;
    if (version <= ties.generation() || java.util.Objects.equals(root, ties.root())) {
      return false;
    }
    if (ties.isMerged()) {
      home.withdraw(member, ties, knownAt);
    }
    SubjectState after =
        before
            .knownAt(knownAt)
            .with(ties.under(root, version, LocalDate.ofInstant(knownAt, ZoneOffset.UTC)));
    fold.keep(member, after);
    if (root == null) {
      fold.derive(member, Set.of(), true, null);
    } else {
      fold.leave(member);
      home.send(member, after.ties());
    }
    return true;
  }

  /** The home of a merged member sent something to its root, which lives here. */
  boolean receive(String key, byte[] bytes) {
    String root = Keys.subjectOf(key);
    String origin = key.substring(root.length() + 1);
    SubjectState before = fold.state(root);
    switch (HomingMessage.fromBytes(bytes)) {
      case HomingMessage.Moved moved -> moved(root, origin, before, moved);
      case HomingMessage.Withdrawn gone -> withdrawn(root, origin, before, gone);
    }
    return true;
  }

  /** Rows count once all have come: half a person is never answered for. */
  private void moved(String root, String origin, SubjectState before, HomingMessage.Moved moved) {
    moved
        .rows()
        .forEach((row, value) -> {
          String key = Keys.origin(root, origin, moved.generation(), row);
          value.ifPresentOrElse(bytes -> store.put(key, bytes), () -> store.delete(key));
        });
    boolean counts = before.ties().counts(origin, moved.generation());
    if (!counts && !moved.complete()) {
      return;
    }
    SubjectState after =
        before.knownAt(moved.knownAt()).with(before.ties().with(origin, moved.generation()));
    if (!after.equals(before)) {
      fold.keep(root, after);
    }
    if (!after.ties().isMerged()) {
      fold.derive(root, counts ? moved.rows().keySet() : Set.of(), !counts, null);
    }
  }

  private void withdrawn(
      String root, String origin, SubjectState before, HomingMessage.Withdrawn gone) {
    if (before.ties().counts(origin, gone.generation())) {
      SubjectState after = before.knownAt(gone.knownAt()).with(before.ties().without(origin));
      fold.keep(root, after);
      if (!after.ties().isMerged()) {
        fold.derive(root, Set.of(), true, null);
      }
    }
    emitter.loop(new LoopMessage.ClearOn(Keys.origin(root, origin, gone.generation(), "")));
  }

  /** Sends the next slice of a merged member's rows. */
  void send(LoopMessage.MoveOn message) {
    home.slice(message, fold.state(message.member()));
  }

  /** Clears the next slice of rows that count no longer. */
  void clear(LoopMessage.ClearOn message) {
    List<String> keys = new ArrayList<>();
    store.scan(
        message.prefix(),
        (key, bytes) -> {
          keys.add(key);
          return keys.size() < SLICE_ROWS;
        });
    keys.forEach(store::delete);
    if (keys.size() == SLICE_ROWS) {
      emitter.loop(message);
    }
  }
}
