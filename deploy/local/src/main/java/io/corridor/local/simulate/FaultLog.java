package io.corridor.local.simulate;

/** What was put out of order, one JSON line a fault: the answer key of a disordered feed. */
final class FaultLog {
  private final StringBuilder lines = new StringBuilder();
  private long count;

  /**
   * One fault.
   *
   * @param record id of the record it concerns
   * @param expected what a sound platform does with it
   * @param recoverable false when the truth cannot be known from the feed any more
   */
  void add(
      String member,
      RecordType type,
      String record,
      String disorder,
      String expected,
      boolean recoverable) {
    count++;
    lines.append("{\"member\":\"").append(member);
    lines.append("\",\"recordType\":\"").append(type.feedName());
    lines.append("\",\"record\":\"").append(record);
    lines.append("\",\"disorder\":\"").append(disorder);
    lines.append("\",\"expected\":\"").append(expected);
    lines.append("\",\"recoverable\":").append(recoverable).append("}\n");
  }

  long count() {
    return count;
  }

  String text() {
    return lines.toString();
  }
}
