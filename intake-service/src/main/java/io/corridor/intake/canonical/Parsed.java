package io.corridor.intake.canonical;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What became of one line. */
public sealed interface Parsed {

  /**
   * A record that satisfies every rule.
   *
   * @param record the record; its member is the payer's own id
   */
  record Accepted(SpecificRecord record) implements Parsed {

    /** Type only: the record tells of a person. */
    @Override
    public String toString() {
      return "Accepted[" + record.getSchema().getName() + "]";
    }
  }

  /**
   * A line that breaks a rule. Nothing in it comes from the line.
   *
   * @param code stable code
   * @param text what was wrong and what to do
   * @param field path of the field, for example {@code lines[0].paid}; null for the whole line
   */
  record Rejected(RejectionCode code, String text, @Nullable String field) implements Parsed {}
}
