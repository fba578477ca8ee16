package io.corridor.portal.campaign;

import io.corridor.portal.worklist.ActionSink;
import io.corridor.schemas.CampaignAction;

/** Where steps of the campaign go: the topic, whose rules alone decide that they are taken. */
public interface CampaignSink {

  /**
   * Writes a step and waits until Kafka has it.
   *
   * @throws ActionSink.NotWrittenException if it has not
   */
  void write(CampaignAction action) throws ActionSink.NotWrittenException;
}
