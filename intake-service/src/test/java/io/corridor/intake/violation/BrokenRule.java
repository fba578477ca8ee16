package io.corridor.intake.violation;

import java.time.Instant;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;

/** Breaks every rule of the domain on purpose, so that the rules are known to bite. */
public final class BrokenRule {

  private final double share = 0.5;

  /** Asks the clock, chance and Avro. */
  public double broken(SpecificRecord record) {
    return share
        + Instant.now().getNano()
        + new Random(1).nextInt()
        + record.getSchema().hashCode();
  }
}
