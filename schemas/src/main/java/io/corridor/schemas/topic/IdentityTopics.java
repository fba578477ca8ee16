package io.corridor.schemas.topic;

import static io.corridor.schemas.topic.TopicKind.HISTORY;

import io.corridor.schemas.IdentityLinkValue;
import io.corridor.schemas.IdentityValue;
import io.corridor.schemas.InboxIdentityValue;
import java.time.Duration;
import java.util.List;

/** Topics of merged and unmerged member ids; {@link Topics#all()} lists them. */
public final class IdentityTopics {

  private static final Duration SOON = Duration.ofSeconds(1);

  /** Links between member ids from other systems. */
  public static final Topic<InboxIdentityValue> INBOX =
      new TopicDeclaration<>("inbox.identity.v1", InboxIdentityValue.class, HISTORY)
          .key("anything")
          .doc("Links between member ids written by other systems.")
          .writer("other systems")
          .readers("intake")
          .privacy(Privacy.PSEUDONYM)
          .freshness(SOON)
          .build();

  /** Changes of links, all in one partition: a group of ids may lie in any of the others. */
  public static final Topic<IdentityLinkValue> LINK =
      new TopicDeclaration<>("intake.identity-link.v1", IdentityLinkValue.class, HISTORY)
          .key("member|payer|link")
          .doc("How a link between two member ids changed.")
          .readers("intake")
          .partitions(1, 1)
          .privacy(Privacy.PSEUDONYM)
          .freshness(SOON)
          .build();

  /** The current root of each member that was ever linked. */
  public static final Topic<IdentityValue> MEMBER =
      new TopicDeclaration<>("intake.identity.v1", IdentityValue.class, HISTORY)
          .key("member")
          .doc("A member's root in its group of linked ids; chains are one hop.")
          .readers("attribution", "benchmark", "quality", "notification", "portal")
          .privacy(Privacy.PSEUDONYM)
          .freshness(SOON)
          .build();

  private IdentityTopics() {}

  /** Rows of merged members on their way to their root, {@code <service>.homing.v1}. */
  public static Topic<?> homing(String service) {
    return InternalTopics.homing(service);
  }

  static List<Topic<?>> all() {
    return List.of(INBOX, LINK, MEMBER);
  }
}
