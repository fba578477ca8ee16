package io.corridor.intake.door;

import io.corridor.intake.canonical.RecordType;
import io.corridor.intake.canonical.RejectionCode;
import io.corridor.intake.identity.Link;
import io.corridor.intake.identity.LinkGroups;
import io.corridor.schemas.Envelope;
import io.corridor.schemas.Identity;
import io.corridor.schemas.IdentityLink;
import io.corridor.schemas.IdentityLinkChange;
import io.corridor.schemas.IdentityLinkValue;
import io.corridor.schemas.Op;
import io.corridor.schemas.Rejection;
import io.corridor.schemas.Sensitivity;
import io.corridor.schemas.serde.ValueSerde;
import io.corridor.schemas.topic.IdentityTopics;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The resolver: keeps the union of links with their withdrawals and tells each member whose root
 * changed its new one (DESIGN section 7 "Merges"). Its topic has one partition, because the ids of
 * a group may lie in any of the others; so one task does it.
 */
final class IdentityProcessor extends GuardedProcessor {

  /** Feed under which refused links are reported. */
  private static final String FEED = "identity";

  private IdentityRows rows;
  private ValueSerde<IdentityLinkValue> serde;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record.
  IdentityProcessor(IntakeSettings settings) {
    super(settings);
  }

  @Override
  void start(ProcessorContext<String, byte[]> context) {
    rows = new IdentityRows(context.getStateStore(IntakeTopology.IDENTITIES));
    serde = ValueSerde.of(IdentityTopics.LINK, settings().registry());
  }

  @Override
  void handle(RecordMetadata from, Record<byte[], byte[]> record) {
    IdentityLinkValue value = serde.read(record.value());
    IdentityLinkChange change = value.getBody();
    Set<String> touched = new TreeSet<>();
    link(change.getBefore(), touched).forEach(rows::remove);
    link(change.getAfter(), touched).forEach(rows::put);
    Collection<Link> links = rows.around(touched);
    LinkGroups groups = LinkGroups.of(links);
    Set<String> members = new TreeSet<>(groups.roots().keySet());
    members.addAll(touched);
    members.forEach(member -> tell(member, groups.root(member), value.getEnvelope()));
    rows.refuse(links, groups.refused()).forEach(link -> report(from, value.getEnvelope()));
  }

  private static List<Link> link(@Nullable IdentityLink link, Set<String> touched) {
    if (link == null) {
      return List.of();
    }
    touched.add(link.getMember());
    touched.add(link.getSurvivor());
    return List.of(
        new Link(
            link.getPayer() + "|" + link.getLinkId(),
            link.getAt(),
            link.getMember(),
            link.getSurvivor()));
  }

  private void tell(String member, String root, Envelope cause) {
    IdentityRows.Told told = rows.told(member);
    if (told.root().equals(root)) {
      return;
    }
    long version = told.version() + 1;
    rows.tell(member, new IdentityRows.Told(root, version));
    output()
        .write(
            IdentityTopics.MEMBER,
            new Output.Write(
                member,
                version,
                version == 1 ? Op.CREATE : Op.UPDATE,
                cause.getEffectiveAt(),
                cause.getKnownAt(),
                cause.getTenant(),
                Sensitivity.NORMAL),
            new Identity(member, root));
  }

  /** The line of the link was accepted: this reports that it does not count (L7 holds). */
  private void report(RecordMetadata from, Envelope cause) {
    RejectionCode code = RejectionCode.INTAKE_IDENTITY_CYCLE;
    Place place =
        new Place(
            FEED,
            from.topic() + "-" + from.partition(),
            from.offset() + 1,
            RecordType.IDENTITY.text());
    meters().rejected(code.name());
    output()
        .reject(
            place,
            new Rejection(
                code.name(),
                code.text("Links that hold already lead from the survivor back to the member"),
                place.feed(),
                place.file(),
                place.line(),
                place.recordType(),
                "survivor",
                false),
            cause.getKnownAt());
  }
}
