package io.corridor.common.streams;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * A record of a task to itself. It returns after the commit, so what waits is always a record in a
 * topic: it survives a crash and shows as lag.
 */
sealed interface LoopMessage {

  /** A partial sum is dirty: send it. */
  record PartMark(String key) implements LoopMessage {}

  /** An answer made of totals is dirty: derive it. */
  record TotalMark(String key) implements LoopMessage {}

  /** A subject is dirty: derive it. */
  record SubjectMark(String subject) implements LoopMessage {}

  /** Go on with a sweep. */
  record SweepOn(String name, long generation) implements LoopMessage {}

  /** A cut that was asked for may have been reached. */
  record CutMark(String name) implements LoopMessage {}

  /** Everything of a tick is done and its marks were sent before this one. */
  record Done(LocalDate date) implements LoopMessage {}

  /** Go on sending the rows of a merged member to its root, from a row. */
  record MoveOn(String member, long generation, String cursor) implements LoopMessage {}

  /** Go on clearing rows that count no longer. */
  record ClearOn(String prefix) implements LoopMessage {}

  /** The message as a topic carries it. */
  default byte[] toBytes() {
    String text =
        switch (this) {
          case PartMark mark -> "PART\n" + mark.key();
          case TotalMark mark -> "TOTAL\n" + mark.key();
          case SubjectMark mark -> "SUBJECT\n" + mark.subject();
          case SweepOn sweep -> "SWEEP\n" + sweep.name() + "\n" + sweep.generation();
          case CutMark cut -> "CUT\n" + cut.name();
          case Done done -> "DONE\n" + done.date();
          case MoveOn move ->
              "MOVE\n" + move.member() + "\n" + move.generation() + "\n>" + move.cursor();
          case ClearOn clear -> "CLEAR\n" + clear.prefix();
        };
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a message.
   *
   * @throws IllegalStateException if it was written by an unknown version
   */
  static LoopMessage fromBytes(byte[] bytes) {
    List<String> text = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    return switch (text.getFirst()) {
      case "PART" -> new PartMark(text.get(1));
      case "TOTAL" -> new TotalMark(text.get(1));
      case "SUBJECT" -> new SubjectMark(text.get(1));
      case "SWEEP" -> new SweepOn(text.get(1), Long.parseLong(text.get(2)));
      case "CUT" -> new CutMark(text.get(1));
      case "DONE" -> new Done(LocalDate.parse(text.get(1)));
      case "MOVE" -> new MoveOn(text.get(1), Long.parseLong(text.get(2)), text.get(3).substring(1));
      case "CLEAR" -> new ClearOn(text.get(1));
      default -> throw new IllegalStateException("a loop record is of an unknown kind");
    };
  }
}
