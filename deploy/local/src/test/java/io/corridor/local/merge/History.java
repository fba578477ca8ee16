package io.corridor.local.merge;

import io.corridor.intake.canonical.CanonicalParser;
import io.corridor.intake.canonical.Parsed;
import io.corridor.local.simulate.FeedRecord;
import io.corridor.local.simulate.Simulation;
import io.corridor.local.simulate.SimulationConfig;
import io.corridor.schemas.AdtEvent;
import io.corridor.schemas.Affiliation;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimChange;
import io.corridor.schemas.EnrollmentChange;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.Outreach;
import io.corridor.schemas.OutreachChange;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A simulated population as the changes that intake makes of it. */
final class History {

  /** One change of an entity for a member. */
  record Change(Topic<?> topic, String member, String entity, SpecificRecord body) {

    String key() {
      return member + "|" + entity;
    }
  }

  /** Affiliations: table rows by key. */
  final Map<String, Affiliation> affiliations = new TreeMap<>();

  /** Changes of each entity, in the order of its ledger. */
  final Map<String, List<Change>> entities = new TreeMap<>();

  /** Members, ascending. */
  final TreeSet<String> members = new TreeSet<>();

  private final UnaryOperator<String> named;
  private final Map<String, SpecificRecord> last = new LinkedHashMap<>();

  /**
   * Reads a population.
   *
   * @param named the member under which a record comes
   */
  History(SimulationConfig config, UnaryOperator<String> named) {
    this.named = named;
    for (FeedRecord record : records(config)) {
      take(record);
    }
  }

  static SimulationConfig config(int members, long seed) {
    return SimulationConfig.of(members, 13, seed).withStart(YearMonth.of(2024, 6)).withThreads(1);
  }

  private static List<FeedRecord> records(SimulationConfig config) {
    Simulation simulation = new Simulation(config);
    return simulation.live(simulation.firstDay());
  }

  private void take(FeedRecord record) {
    var type =
        io.corridor.intake.canonical.RecordType.named(record.type().feedName()).orElseThrow();
    if (!(CanonicalParser.parse(type, record.json()) instanceof Parsed.Accepted accepted)) {
      throw new IllegalStateException("a clean population has a record that is refused");
    }
    SpecificRecord body = accepted.record();
    if (body instanceof Affiliation link) {
      affiliations.put(link.getNpi() + "|" + link.getTin() + "|" + link.getFrom(), link);
      return;
    }
    int at = body.getSchema().getField("member").pos();
    members.add((String) body.get(at));
    body.put(at, named.apply((String) body.get(at)));
    switch (body) {
      case Claim claim -> change(Topics.CLAIM, "P|" + claim.getClaimId(), claim);
      case EnrollmentRecord span -> change(Topics.ENROLLMENT, "P|" + span.getRecordId(), span);
      case Outreach contact -> change(Topics.OUTREACH, "P|" + contact.getOutreachId(), contact);
      case AdtEvent event ->
          entities
              .computeIfAbsent("adt" + entities.size(), key -> new ArrayList<>())
              .add(
                  new Change(
                      Topics.ADT,
                      event.getMember(),
                      event.getFacility() + "|" + event.getVisitNumber(),
                      event));
      default -> throw new IllegalStateException("unexpected " + body.getSchema().getName());
    }
  }

  private static String member(SpecificRecord body) {
    return (String) body.get(body.getSchema().getField("member").pos());
  }

  private void change(Topic<?> topic, String entity, SpecificRecord after) {
    String key = topic + entity;
    SpecificRecord before = last.put(key, after);
    entities
        .computeIfAbsent(key, any -> new ArrayList<>())
        .add(new Change(topic, member(after), entity, change(topic, before, after)));
  }

  private static SpecificRecord change(
      Topic<?> topic, @Nullable SpecificRecord before, @Nullable SpecificRecord after) {
    if (topic == Topics.CLAIM) {
      return new ClaimChange((Claim) before, (Claim) after, List.of());
    }
    return topic == Topics.ENROLLMENT
        ? new EnrollmentChange((EnrollmentRecord) before, (EnrollmentRecord) after)
        : new OutreachChange((Outreach) before, (Outreach) after);
  }

  /** Changes that take everything back; encounters are cancelled. */
  List<Change> voids() {
    List<Change> voids = new ArrayList<>();
    for (List<Change> entity : entities.values()) {
      Change change = entity.getLast();
      if (change.body() instanceof AdtEvent event) {
        AdtEvent cancel =
            AdtEvent.newBuilder(event)
                .setTrigger("A11")
                .setMessageId("void")
                .setEventAt(Instant.parse("2030-01-01T00:00:00Z"))
                .build();
        voids.add(new Change(change.topic(), change.member(), change.entity(), cancel));
      } else {
        SpecificRecord before =
            (SpecificRecord) change.body().get(change.body().getSchema().getField("after").pos());
        voids.add(
            new Change(
                change.topic(),
                change.member(),
                change.entity(),
                change(change.topic(), before, null)));
      }
    }
    return voids;
  }

  /** Writes the population's contracts. */
  static void contracts(SimulationConfig config, Path directory) throws java.io.IOException {
    new Simulation(config).write(directory, false, done -> {});
  }
}
