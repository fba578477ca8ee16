package io.corridor.portal.worklist;

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

  /** The topic did not take the action; nothing was changed. */
  final class NotWrittenException extends Exception {

    private static final long serialVersionUID = 1L;

    /** With the failure underneath. */
    public NotWrittenException(Throwable cause) {
      super("The action was not written", cause);
    }
  }

  /**
   * Writes an action and waits until Kafka has it.
   *
   * @throws NotWrittenException if it has not
   */
  Acted write(TaskTarget target, ActionRequest request) throws NotWrittenException;
}
