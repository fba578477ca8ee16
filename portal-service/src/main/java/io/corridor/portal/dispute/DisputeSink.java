package io.corridor.portal.dispute;

import io.corridor.portal.shell.NotWrittenException;
import io.corridor.schemas.DisputeAction;

/** Where steps in disputes go: the topic, which alone decides that they are taken. */
public interface DisputeSink {

  /**
   * Writes a step and waits until Kafka has it.
   *
   * @throws NotWrittenException if it has not
   */
  void write(DisputeAction action) throws NotWrittenException;
}
