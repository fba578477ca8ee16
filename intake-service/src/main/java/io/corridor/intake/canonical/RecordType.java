package io.corridor.intake.canonical;

import io.corridor.schemas.AdtEvent;
import io.corridor.schemas.Affiliation;
import io.corridor.schemas.Attestation;
import io.corridor.schemas.Claim;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.IdentityLink;
import io.corridor.schemas.Outreach;
import io.corridor.schemas.Premium;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** Types of canonical records that a feed may carry. */
public enum RecordType {
  /** A version of a claim. */
  CLAIM("claim", Claim.getClassSchema()),
  /** A version of a coverage span, a clinician's selection or a person's data. */
  ENROLLMENT("enrollment", EnrollmentRecord.getClassSchema()),
  /** An admission, discharge or transfer event. */
  ADT("adt", AdtEvent.getClassSchema()),
  /** A version of an outreach record. */
  OUTREACH("outreach", Outreach.getClassSchema()),
  /** A version of a clinician's link to a practice. */
  AFFILIATION("affiliation", Affiliation.getClassSchema()),
  /** A version of a link between two member ids of one person. */
  IDENTITY("identity", IdentityLink.getClassSchema()),
  /** A version of a figure that somebody states for a contract. */
  ATTESTATION("attestation", Attestation.getClassSchema()),
  /** A version of a contract's premium of a month. */
  PREMIUM("premium", Premium.getClassSchema());

  private static final Map<String, RecordType> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(RecordType::text, Function.identity()));

  private final String text;
  private final Schema schema;

  RecordType(String text, Schema schema) {
    this.text = text;
    this.schema = schema;
  }

  /** The word in a manifest, for example {@code claim}. */
  public String text() {
    return text;
  }

  /** Schema of one line. */
  public Schema schema() {
    return schema;
  }

  /** The type of this word. */
  public static Optional<RecordType> named(String text) {
    return Optional.ofNullable(BY_NAME.get(text));
  }
}
