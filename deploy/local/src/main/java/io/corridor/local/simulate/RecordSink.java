package io.corridor.local.simulate;

/** Takes finished records. The buffer is reused by the caller: copy what is kept. */
interface RecordSink {
  /**
   * One record.
   *
   * @param receivedAt epoch milliseconds at which it is received
   * @param json the record without line end
   * @param paidCents sum of line paid, for the control total of claims; else 0
   */
  void accept(RecordType type, long receivedAt, Json json, long paidCents);
}
