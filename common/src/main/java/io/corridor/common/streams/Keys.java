package io.corridor.common.streams;

import java.time.LocalDate;

/**
 * Key spaces of a service's one store. A space is one letter; everything after it is text joined by
 * {@code |}, so that a scan of a prefix reads exactly what belongs together.
 */
final class Keys {

  /** Greater than any text that a key goes on with. */
  static final String END = "\uffff";

  /** All progress entries. */
  static final String PROGRESS = "g|";

  /** All subjects. */
  static final String SUBJECTS = "k|";

  /** All due dates. */
  static final String DUES = "d|";

  /** All cuts that wait. */
  static final String CUTS = "x|";

  /** All answers made of totals. */
  static final String TOTAL_ANSWERS = "b|";

  /** All parameters that wait for a tick. */
  static final String WAITING = "v|";

  private Keys() {}

  /** A row of a subject. */
  static String row(String subject, String row) {
    return "m|" + subject + "|" + row;
  }

  /** A row that a merged member has sent to its root, by how often the member had moved by then. */
  static String origin(String root, String member, long generation, String row) {
    return "o|" + root + "|" + member + "|" + generation + "|" + row;
  }

  /** Mark of a kind of rows that say what was published. */
  static String frozenKind(String kind) {
    return "c|frozen|" + kind;
  }

  /** The last answer of a subject under a key of a topic. */
  static String answer(String subject, String topic, String key) {
    return "a|" + subject + "|" + topic + "|" + key;
  }

  /** What is kept about a subject as a whole. */
  static String subject(String subject) {
    return "k|" + subject;
  }

  /** The due date of a subject. */
  static String due(LocalDate date, String subject) {
    return "d|" + date + "|" + subject;
  }

  /** Due dates up to a date, as the end of a scan from "d|". */
  static String dueThrough(LocalDate date) {
    return "d|" + date + "|" + END;
  }

  /** A subject under an index name. */
  static String index(String name, String subject) {
    return "i|" + name + "|" + subject;
  }

  /** A row of a broadcast table. */
  static String reference(String topic, String key) {
    return "r|" + topic + "|" + key;
  }

  /** A partial sum of this task. */
  static String part(String key) {
    return "p|" + key;
  }

  /** The part that a partition last sent. */
  static String received(String key, int partition) {
    return "q|" + key + "|" + partition;
  }

  /** A total. */
  static String total(String key) {
    return "t|" + key;
  }

  /** The last answer made of totals. */
  static String totalAnswer(String outputKey) {
    return "b|" + outputKey;
  }

  /** A parameter that waits for a tick. */
  static String waiting(String outputKey) {
    return WAITING + outputKey;
  }

  /** A cut that this task has not reached. */
  static String cut(String name) {
    return CUTS + name;
  }

  /** A cut that a partition has reached. */
  static String atCut(String name, int partition) {
    return "y|" + name + "|" + partition;
  }

  /** A mark that something waits for the task's own loop. */
  static String dirty(String what, String key) {
    return "w|" + what + "|" + key;
  }

  /** How far a partition is. */
  static String progress(int partition) {
    return PROGRESS + partition;
  }

  /** A frozen record that was published. */
  static String frozen(String topic, String key) {
    return "f|" + topic + "|" + key;
  }

  /** Version counter of an entity of a history topic. */
  static String history(String topic, String key) {
    return "h|" + topic + "|" + key;
  }

  /** State of a named sweep. */
  static String sweep(String name) {
    return "s|" + name;
  }

  /** The tick that is being worked on. */
  static String pendingTick() {
    return "c|tick";
  }

  /** The partitions' common date when all answers made of totals were gone through last. */
  static String risen() {
    return "c|risen";
  }

  /** The business date. */
  static String clock() {
    return "c|date";
  }

  /** The part of a record key before the first {@code |}. */
  static String subjectOf(String key) {
    int bar = key.indexOf('|');
    return bar < 0 ? key : key.substring(0, bar);
  }

  /** What follows the last {@code |}. */
  static String last(String key) {
    return key.substring(key.lastIndexOf('|') + 1);
  }
}
