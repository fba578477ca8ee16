package io.corridor.portal.campaign;

import io.corridor.portal.shell.NotWrittenException;
import io.corridor.schemas.CampaignAction;
import java.util.List;

/** Where steps of the campaign go: the topic, whose rules alone decide that they are taken. */
public interface CampaignSink {

  /**
   * Writes steps and waits until Kafka has them all. A step that is written again under its id is
   * the same step, so whoever was refused may ask for all of them again.
   *
   * @throws NotWrittenException if it has not; some may be written
   */
  void write(List<CampaignAction> actions) throws NotWrittenException;
}
