package io.corridor.schemas.topic;

import static io.corridor.schemas.topic.TopicKind.HISTORY;

import io.corridor.schemas.AdtValue;
import io.corridor.schemas.AffiliationValue;
import io.corridor.schemas.InboxClaimValue;
import io.corridor.schemas.InboxEnrollmentValue;
import io.corridor.schemas.InboxOutreachValue;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Topics to which other systems write canonical records themselves; part of {@link Topics}. */
public final class InboxTopics {

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final int RAW_BYTES = 2 * 1024 * 1024;

  /** Claim versions from other systems. */
  public static final Topic<InboxClaimValue> CLAIM =
      inbox("claim", InboxClaimValue.class, "Claim versions written by other systems.").build();

  /** Enrollment records from other systems. */
  public static final Topic<InboxEnrollmentValue> ENROLLMENT =
      inbox(
              "enrollment",
              InboxEnrollmentValue.class,
              "Enrollment records written by other systems.")
          .build();

  /** Admissions, discharges and transfers from other systems. */
  public static final Topic<AdtValue> ADT =
      inbox("adt", AdtValue.class, "ADT events written by other systems.").build();

  /** Outreach records from other systems. */
  public static final Topic<InboxOutreachValue> OUTREACH =
      inbox("outreach", InboxOutreachValue.class, "Outreach records written by other systems.")
          .build();

  /** Clinicians' links to practices from other systems. */
  public static final Topic<AffiliationValue> AFFILIATION =
      inbox("affiliation", AffiliationValue.class, "Affiliations written by other systems.")
          .privacy(Privacy.NONE)
          .build();

  private InboxTopics() {}

  static List<Topic<?>> all() {
    return List.of(CLAIM, ENROLLMENT, ADT, OUTREACH, AFFILIATION);
  }

  private static <V extends SpecificRecord> TopicDeclaration<V> inbox(
      String entity, Class<V> type, String doc) {
    return new TopicDeclaration<>("inbox." + entity + ".v1", type, HISTORY)
        .key("anything")
        .doc(doc)
        .writer("other systems")
        .readers("intake")
        .freshness(SOON)
        .maxMessageBytes(RAW_BYTES);
  }
}
