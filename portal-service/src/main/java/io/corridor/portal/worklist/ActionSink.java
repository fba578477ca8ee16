package io.corridor.portal.worklist;

import io.corridor.portal.shell.NotWrittenException;
import io.corridor.schemas.TaskAction;
import java.time.Instant;

/** Where actions go: the topic first, which alone decides that they are done. */
public interface ActionSink {

  /**
   * An action that the topic has.
   *
   * @param action the record's body
   * @param recordedAt when it was written
   */
  record Acted(TaskAction action, Instant recordedAt) {}

  /**
   * Writes an action and waits until Kafka has it.
   *
   * @throws NotWrittenException if it has not
   */
  Acted write(TaskTarget target, ActionRequest request) throws NotWrittenException;
}
