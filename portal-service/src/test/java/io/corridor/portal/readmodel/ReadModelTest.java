package io.corridor.portal.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.portal.shell.Scope;
import io.corridor.schemas.BusinessDateTick;
import io.corridor.schemas.Op;
import io.corridor.schemas.PatientClass;
import io.corridor.schemas.Sensitivity;
import io.corridor.schemas.serde.SchemaRegistry;
import io.corridor.schemas.topic.Topics;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Migrations, upserts, offsets and row-level security in a real PostgreSQL. */
@org.jspecify.annotations.NullUnmarked
class ReadModelTest {

  private static final SchemaRegistry REGISTRY = Records.registry();
  private static DataSource sample;

  @BeforeAll
  static void fill() {
    sample = TestDatabase.migrated();
    TestDatabase.project(sample, REGISTRY, Sample.all());
  }

  private static long count(DataSource source, String table) {
    return JdbcClient.create(source)
        .sql("SELECT count(*) FROM portal." + table)
        .query(Long.class)
        .single();
  }

  @Test
  void everyTopicFillsItsTable() {
    assertThat(
            List.of(
                count(sample, "terms"),
                count(sample, "person"),
                count(sample, "assignment"),
                count(sample, "alert"),
                count(sample, "task"),
                count(sample, "estimate"),
                count(sample, "explanation"),
                count(sample, "business_date")))
        .containsExactly(2L, 11L, 11L, 10L, 12L, 1L, 2L, 1L);
    assertThat(count(sample, "rejected_count")).isEqualTo(1);
    assertThat(
            JdbcClient.create(sample)
                .sql("SELECT lines FROM portal.rejected_count")
                .query(Long.class)
                .single())
        .isEqualTo(3);
  }

  @Test
  void aLowerVersionNeverReplacesAHigherOne() {
    DataSource source = TestDatabase.migrated();
    Records newer = new Records();
    Sample.alert(
        newer,
        "m1",
        "F",
        "DISCHARGED",
        PatientClass.INPATIENT,
        "2026-09-01T10:00",
        "2026-09-02T10:00",
        "01",
        Sample.TIN,
        5);
    Records older = new Records();
    Sample.alert(
        older,
        "m1",
        "F",
        "ADMITTED",
        PatientClass.INPATIENT,
        "2026-09-01T10:00",
        null,
        null,
        Sample.TIN,
        4);
    TestDatabase.project(source, REGISTRY, newer.sent());
    TestDatabase.project(source, REGISTRY, older.sent());
    assertThat(state(source)).isEqualTo("DISCHARGED");

    DataSource together = TestDatabase.migrated();
    List<Records.Sent> both = new ArrayList<>(newer.sent());
    both.addAll(older.sent());
    TestDatabase.project(together, REGISTRY, both);
    assertThat(state(together)).isEqualTo("DISCHARGED");
  }

  private static String state(DataSource source) {
    return JdbcClient.create(source)
        .sql("SELECT state FROM portal.alert")
        .query(String.class)
        .single();
  }

  @Test
  void anEndedRowStaysAsEnded() {
    DataSource source = TestDatabase.migrated();
    Records records = new Records();
    Sample.alert(
        records,
        "m1",
        "F",
        "ADMITTED",
        PatientClass.INPATIENT,
        "2026-09-01T10:00",
        null,
        null,
        Sample.TIN,
        4);
    Records.Sent first = records.sent().getFirst();
    Records end = new Records();
    end.put(
        Topics.ALERT,
        first.key(),
        9,
        Op.END,
        Sensitivity.NORMAL,
        Topics.ALERT.bodyOf(first.value()));
    TestDatabase.project(source, REGISTRY, records.sent());
    TestDatabase.project(source, REGISTRY, end.sent());
    assertThat(
            JdbcClient.create(source)
                .sql("SELECT ended FROM portal.alert")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void theBusinessDateNeverGoesBack() {
    DataSource source = TestDatabase.migrated();
    for (int day : new int[] {3, 2}) {
      Records tick = new Records();
      tick.put(
          Topics.BUSINESS_DATE,
          "0",
          day,
          BusinessDateTick.newBuilder()
              .setFrom(null)
              .setTo(LocalDate.of(2026, 1, day))
              .setFreeze(false)
              .build());
      TestDatabase.project(source, REGISTRY, tick.sent());
    }
    assertThat(
            JdbcClient.create(source)
                .sql("SELECT business_date FROM portal.business_date")
                .query(LocalDate.class)
                .single())
        .isEqualTo(LocalDate.of(2026, 1, 3));
  }

  @Test
  void rowLevelSecurityHoldsEvenForAQueryThatForgetsTheFilter() {
    ReadDatabase database = new ReadDatabase(sample);
    Scope harborlight = new Scope(false, Set.of(Sample.CONTRACT), Set.of());
    Scope practice = new Scope(false, Set.of(), Set.of(Sample.SECOND_TIN));
    for (String table :
        List.of("alert", "task", "gap", "assignment", "person", "roster", "terms", "budget")) {
      long all = seen(database, Scope.ALL, table);
      assertThat(all).as(table).isEqualTo(count(sample, table)).isPositive();
      assertThat(seen(database, Scope.NONE, table)).as(table).isZero();
      assertThat(seen(database, practice, table)).as(table).isLessThan(all);
    }
    assertThat(names(database, harborlight)).contains("Larkspur").doesNotContain("Umberfield");
    assertThat(names(database, practice)).contains("Thistlewood", "Larkspur");
    assertThat(names(database, new Scope(false, Set.of(), Set.of(Sample.OTHER_TIN))))
        .containsExactly("Umberfield");
  }

  @Test
  void aPracticeReadsTheWhyOfItsOwnListOnly() {
    ReadDatabase database = new ReadDatabase(sample);
    assertThat(seen(database, new Scope(false, Set.of(), Set.of(Sample.TIN)), "explanation"))
        .isEqualTo(2);
    assertThat(seen(database, new Scope(false, Set.of(), Set.of(Sample.SECOND_TIN)), "explanation"))
        .as("the member left this practice's list of the month")
        .isEqualTo(1);
    assertThat(seen(database, new Scope(false, Set.of(), Set.of(Sample.OTHER_TIN)), "explanation"))
        .isZero();
  }

  @Test
  void theReaderCannotWriteAndItsScopeEndsWithTheTransaction() {
    ReadDatabase database = new ReadDatabase(sample);
    assertThatThrownBy(
            () -> database.in(Scope.ALL, jdbc -> jdbc.sql("DELETE FROM portal.alert").update()))
        .isInstanceOf(RuntimeException.class);
    database.in(Scope.ALL, jdbc -> seen(database, Scope.ALL, "alert"));
    assertThat(seen(database, Scope.NONE, "alert")).isZero();
  }

  private static long seen(ReadDatabase database, Scope scope, String table) {
    return database.in(
        scope, jdbc -> jdbc.sql("SELECT count(*) FROM portal." + table).query(Long.class).single());
  }

  private static List<String> names(ReadDatabase database, Scope scope) {
    return database.in(
        scope,
        jdbc -> jdbc.sql("SELECT family_name FROM portal.person").query(String.class).list());
  }

  @Test
  void offsetsMoveWithTheRowsOrNotAtAll() throws Exception {
    DataSource source = TestDatabase.migrated();
    TopicPartition partition = new TopicPartition("t", 0);
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      Offsets.move(connection, Map.of(partition, 0L), Map.of(partition, 10L));
      connection.rollback();
      assertThat(Offsets.read(connection, List.of(partition))).containsEntry(partition, 0L);
      Offsets.move(connection, Map.of(partition, 0L), Map.of(partition, 10L));
      connection.commit();
      assertThat(Offsets.read(connection, List.of(partition))).containsEntry(partition, 10L);
      assertThatThrownBy(
              () -> Offsets.move(connection, Map.of(partition, 5L), Map.of(partition, 12L)))
          .isInstanceOf(Offsets.OvertakenException.class);
    }
  }

  @Test
  void aLaneGoesOnFromTheDatabaseAndCountsEachRecordOnce() throws Exception {
    DataSource source = TestDatabase.migrated();
    List<Records.Sent> rejected =
        Sample.all().stream().filter(sent -> sent.topic() == Topics.REJECTED).toList();
    run(source, rejected, false);
    assertThat(lines(source)).isEqualTo(3);
    run(source, rejected, true);
    assertThat(lines(source)).as("a second start reads nothing twice").isEqualTo(3);
    assertThat(
            JdbcClient.create(source)
                .sql("SELECT next_offset FROM portal.consumer_offset WHERE topic = :topic")
                .param("topic", Topics.REJECTED.name())
                .query(Long.class)
                .single())
        .isEqualTo(3);
  }

  private static long lines(DataSource source) {
    return JdbcClient.create(source)
        .sql("SELECT coalesce(sum(lines), 0) FROM portal.rejected_count")
        .query(Long.class)
        .single();
  }

  /** Runs a lane over a topic until it is idle at the end. */
  private static void run(DataSource source, List<Records.Sent> records, boolean again)
      throws Exception {
    MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    TopicPartition partition = new TopicPartition(Topics.REJECTED.name(), 0);
    Node node = new Node(0, "localhost", 9092);
    consumer.updatePartitions(
        partition.topic(),
        List.of(
            new PartitionInfo(partition.topic(), 0, node, new Node[] {node}, new Node[] {node})));
    consumer.updateBeginningOffsets(Map.of(partition, 0L));
    consumer.updateEndOffsets(Map.of(partition, (long) records.size()));
    Projections projections = new Projections(REGISTRY, new Refs("test"));
    List<Projection<?>> only =
        projections.live().stream()
            .<Projection<?>>map(projection -> projection)
            .filter(projection -> projection.topic().equals(partition.topic()))
            .toList();
    Lane lane = new Lane("test", () -> consumer, source, only, 100, Duration.ZERO);
    List<Boolean> caughtUp = new ArrayList<>();
    consumer.schedulePollTask(() -> {
      caughtUp.add(lane.caughtUp());
      if (!again) {
        long offset = 0;
        for (Records.Sent sent : records) {
          ConsumerRecord<String, byte[]> record = Records.consumed(sent, offset++, REGISTRY);
          consumer.addRecord(record);
        }
      } else {
        assertThat(consumer.position(partition)).isEqualTo(records.size());
      }
    });
    consumer.schedulePollTask(() -> caughtUp.add(lane.caughtUp()));
    consumer.schedulePollTask(lane::stop);
    Thread thread = new Thread(lane);
    thread.start();
    thread.join(20_000);
    assertThat(thread.isAlive()).isFalse();
    assertThat(caughtUp).as("before the first look, and at the end").containsExactly(false, true);
  }

  @Test
  void referencesDiscloseNothingAndStayTheSame() {
    String ref = new Refs("secret").of("member", "m5");
    assertThat(ref).hasSize(20).matches("[0-9a-f]+");
    assertThat(new Refs("secret").of("member", "m5")).isEqualTo(ref);
    assertThat(new Refs("other").of("member", "m5")).isNotEqualTo(ref);
    assertThat(new Refs("secret").of("encounter", "m5")).isNotEqualTo(ref);
  }
}
