package io.corridor.notification;

import static io.corridor.common.fixture.IntakeRecords.change;
import static io.corridor.notification.Records.MEMBER;
import static io.corridor.notification.Records.TIN;
import static io.corridor.notification.Records.adt;
import static io.corridor.notification.Records.assignment;
import static io.corridor.notification.Records.outreach;
import static io.corridor.notification.Records.terms;
import static io.corridor.notification.Records.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.streams.FoldDriver;
import io.corridor.common.streams.StoreMeter;
import io.corridor.schemas.AdtEvent;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.Op;
import io.corridor.schemas.Outreach;
import io.corridor.schemas.OutreachChange;
import io.corridor.schemas.PatientClass;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws over generated histories. The seed is the test's parameter. */
class NotificationLawsTest {

  private static final LocalDate END = LocalDate.of(2025, 4, 10);
  private static final String[] TRIGGERS = {
    "A01", "A02", "A03", "A03", "A04", "A06", "A08", "A11", "A13"
  };
  private static final String[] STATUSES = {"01", "01", "03", "20", "02"};
  private static final String[] OUTCOMES = {"REACHED", "NO_ANSWER", "SCHEDULED"};

  /** A history: events may come twice, changes once (intake delivers each change once). */
  private record History(
      List<Consumer<FoldDriver>> once,
      List<AdtEvent> events,
      List<Claim> claims,
      List<Outreach> outreach) {}

  private static History draw(Random random) {
    History history =
        new History(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < 12; i++) {
      String trigger = TRIGGERS[random.nextInt(TRIGGERS.length)];
      history.events.add(
          adt(
              "V" + random.nextInt(3),
              trigger,
              String.format("2025-03-%02dT%02d:00", 1 + random.nextInt(20), random.nextInt(24)),
              PatientClass.values()[random.nextInt(5)],
              trigger.equals("A03") ? STATUSES[random.nextInt(STATUSES.length)] : null,
              "id" + i));
    }
    for (int i = 0; i < 5; i++) {
      Claim claim =
          visit("c" + i, ClaimStatus.PAID, LocalDate.of(2025, 3, 1 + random.nextInt(30)), "99213");
      history.claims.add(claim);
      history.once.add(driver -> driver.feed(Topics.CLAIM, MEMBER + "|P1|c", change(null, claim)));
      Outreach record =
          outreach(
              "o" + i,
              "V" + random.nextInt(3),
              String.format("2025-03-%02dT10:00", 1 + random.nextInt(28)),
              OUTCOMES[random.nextInt(OUTCOMES.length)]);
      history.outreach.add(record);
      history.once.add(
          driver -> driver.feed(Topics.OUTREACH, MEMBER + "|o", new OutreachChange(null, record)));
    }
    history.once.add(
        driver -> driver.feed(Topics.TERMS, "C1|1", terms("C1", 1, "TCM_2_BUSINESS_DAYS", 14)));
    history.once.add(
        driver -> driver.feed(Topics.ASSIGNMENT, MEMBER + "|C1", assignment("C1", TIN, null)));
    return history;
  }

  private static Consumer<FoldDriver> feed(AdtEvent event) {
    return driver -> driver.feed(Topics.ADT, MEMBER + "|H1|x", event);
  }

  private static Map<String, SpecificRecord> current(FoldDriver driver) {
    Map<String, SpecificRecord> bodies = new TreeMap<>();
    driver.current(Topics.ALERT).forEach((key, body) -> bodies.put("alert " + key, body));
    driver.current(Topics.TASK).forEach((key, body) -> bodies.put("task " + key, body));
    return bodies;
  }

  private static Map<String, SpecificRecord> run(
      List<Consumer<FoldDriver>> records, List<LocalDate> ticks) {
    try (FoldDriver driver = new FoldDriver(NotificationStage.load())) {
      int tick = 0;
      for (int i = 0; i < records.size(); i++) {
        records.get(i).accept(driver);
        if (tick < ticks.size() && i % 5 == 4) {
          driver.tick(ticks.get(tick++), false);
        }
      }
      driver.tick(END, false);
      driver.tick(END, false);
      return current(driver);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {61, 62, 63, 64, 65, 66, 67, 68})
  @DisplayName("L1, L2: any order, events doubled and other ticks end in the same answers")
  void orderFree(long seed) {
    Random random = new Random(seed);
    History history = draw(random);
    List<Consumer<FoldDriver>> records = new ArrayList<>(history.once);
    history.events.forEach(event -> records.add(feed(event)));
    Map<String, SpecificRecord> expected = run(records, List.of());
    assertThat(expected).isNotEmpty();
    List<Consumer<FoldDriver>> disordered = new ArrayList<>(records);
    history.events.subList(0, 6).forEach(event -> disordered.add(feed(event)));
    Collections.shuffle(disordered, random);
    List<LocalDate> ticks =
        List.of(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 12), LocalDate.of(2025, 3, 25));
    assertThat(run(disordered, ticks)).as("seed %d", seed).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {72, 73, 74})
  @DisplayName("L4: with every claim, span and encounter voided nothing is current")
  void retraction(long seed) {
    Random random = new Random(seed);
    History history = draw(random);
    try (FoldDriver driver = new FoldDriver(NotificationStage.load())) {
      history.once.forEach(record -> record.accept(driver));
      history.events.forEach(event -> feed(event).accept(driver));
      driver.tick(LocalDate.of(2025, 3, 15), false);
      assertThat(current(driver)).isNotEmpty();
      history.claims.forEach(
          claim -> driver.feed(Topics.CLAIM, MEMBER + "|P1|c", change(claim, null)));
      history.outreach.forEach(
          record -> driver.feed(Topics.OUTREACH, MEMBER + "|o", new OutreachChange(record, null)));
      driver.feed(Topics.ASSIGNMENT, MEMBER + "|C1", assignment("C1", TIN, null), Op.END);
      for (String visit : List.of("V0", "V1", "V2")) {
        feed(adt(visit, "A11", "2025-03-31T00:00", PatientClass.UNKNOWN)).accept(driver);
      }
      driver.tick(END, false);
      assertThat(current(driver)).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  @DisplayName("L9: a visit claim costs as much after ten years of history as after one")
  void flatCost() {
    StoreMeter.Counts early = costOfAVisit(1);
    StoreMeter.Counts late = costOfAVisit(40);
    assertThat(late).isEqualTo(early);
  }

  private static StoreMeter.Counts costOfAVisit(int encounters) {
    try (FoldDriver driver = new FoldDriver(NotificationStage.load())) {
      driver.feed(Topics.TERMS, "C1|1", terms("C1", 1, "CONTACT_48H", 7));
      driver.feed(Topics.ASSIGNMENT, MEMBER + "|C1", assignment("C1", TIN, null));
      driver.tick(LocalDate.of(2025, 3, 8), false);
      for (int i = 0; i < encounters; i++) {
        LocalDate day = LocalDate.of(2025, 3, 4).minusDays(60L * i);
        String visit = String.format("V%02d", i);
        feed(adt(visit, "A01", day + "T08:00", PatientClass.INPATIENT)).accept(driver);
        feed(adt(visit, "A03", day.plusDays(3) + "T10:00", PatientClass.INPATIENT)).accept(driver);
        driver.feed(
            Topics.CLAIM,
            MEMBER + "|P1|c",
            change(null, visit("c" + i, ClaimStatus.PAID, day.plusDays(20), "99213")));
      }
      StoreMeter.Counts before = driver.storeCounts();
      driver.feed(
          Topics.CLAIM,
          MEMBER + "|P1|c",
          change(null, visit("last", ClaimStatus.PAID, LocalDate.of(2025, 3, 10), "99213")));
      return driver.storeCounts().since(before);
    }
  }
}
