package io.corridor.schemas.topic;

import static io.corridor.schemas.topic.TopicKind.CURRENT;
import static io.corridor.schemas.topic.TopicKind.HISTORY;

import io.corridor.schemas.AttestationValue;
import io.corridor.schemas.EstimateChangedValue;
import io.corridor.schemas.PremiumValue;
import java.time.Duration;
import java.util.List;

/**
 * Topics of figures that somebody states for a contract, and of what moved its estimates; {@link
 * Topics#all()} lists them.
 */
public final class StatedTopics {

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final String INTAKE = "intake";
  private static final String OTHERS = "other systems";

  /** Attestations from other systems. */
  public static final Topic<AttestationValue> INBOX_ATTESTATION =
      new TopicDeclaration<>("inbox.attestation.v1", AttestationValue.class, HISTORY)
          .key("anything")
          .doc("Attestations written by other systems.")
          .writer(OTHERS)
          .readers(INTAKE)
          .privacy(Privacy.NONE)
          .freshness(SOON)
          .build();

  /** Premiums from other systems. */
  public static final Topic<PremiumValue> INBOX_PREMIUM =
      new TopicDeclaration<>("inbox.premium.v1", PremiumValue.class, HISTORY)
          .key("anything")
          .doc("Premiums written by other systems.")
          .writer(OTHERS)
          .readers(INTAKE)
          .privacy(Privacy.NONE)
          .freshness(SOON)
          .build();

  /** Figures that somebody states. */
  public static final Topic<AttestationValue> ATTESTATION =
      new TopicDeclaration<>("intake.attestation.v1", AttestationValue.class, CURRENT)
          .key("contract|level|id|year|name")
          .doc(
              "Figures that somebody states for a level of a contract, because no claim says them.")
          .readers("settlement")
          .privacy(Privacy.NONE)
          .freshness(SOON)
          .build();

  /** Premiums of contracts. */
  public static final Topic<PremiumValue> PREMIUM =
      new TopicDeclaration<>("intake.premium.v1", PremiumValue.class, CURRENT)
          .key("contract|month")
          .doc("Premiums of a contract, with taxes and fees.")
          .readers("settlement", "benchmark")
          .privacy(Privacy.NONE)
          .freshness(SOON)
          .build();

  /** Why expected results changed. */
  public static final Topic<EstimateChangedValue> ESTIMATE_CHANGED =
      new TopicDeclaration<>("settlement.estimate-changed.v1", EstimateChangedValue.class, HISTORY)
          .key("contract|level|id|period")
          .doc("By how much each input that changed moved an expected result.")
          .readers("portal")
          .privacy(Privacy.NONE)
          .build();

  private StatedTopics() {}

  static List<Topic<?>> all() {
    return List.of(INBOX_ATTESTATION, INBOX_PREMIUM, ATTESTATION, PREMIUM, ESTIMATE_CHANGED);
  }
}
