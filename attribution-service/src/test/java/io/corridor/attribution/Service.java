package io.corridor.attribution;

import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.RosterRow;
import io.corridor.schemas.RosterValue;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** The whole topology of the service; its frozen topic is read back as the broker would. */
final class Service implements AutoCloseable {

  final FoldDriver driver = new FoldDriver(new AttributionStage());
  private int readBack;

  Service() {
    this(List.of("PCP_SELECTION", "PLURALITY_VISITS"));
  }

  Service(List<String> methods) {
    driver.feed(Topics.TERMS, "C1|1", Records.terms(1, "2020-01-01", methods));
    driver.feed(
        Topics.AFFILIATION,
        Records.N1 + "|" + Records.T1 + "|2020-01-01",
        Records.affiliation(Records.N1, Records.T1, LocalDate.of(2020, 1, 1)));
    driver.feed(
        Topics.AFFILIATION,
        Records.N2 + "|" + Records.T2 + "|2025-06-01",
        Records.affiliation(Records.N2, Records.T2, LocalDate.of(2025, 6, 1)));
  }

  Service feed(Histories.Change change) {
    driver.feed(change.topic(), change.key(), change.body());
    return this;
  }

  Service feed(List<Histories.Change> changes) {
    changes.forEach(this::feed);
    return this;
  }

  Service tick(String to, boolean freeze) {
    driver.tick(LocalDate.parse(to), freeze);
    return readBack();
  }

  /** Feeds what was published back to the service. */
  Service readBack() {
    List<RosterValue> rows = driver.log(Topics.ROSTER);
    List<RosterRow> news = new ArrayList<>();
    rows.subList(readBack, rows.size()).forEach(value -> news.add(value.getBody()));
    readBack = rows.size();
    news.forEach(row ->
        driver.feed(
            Topics.ROSTER, row.getMember() + "|" + row.getContract() + "|" + row.getMonth(), row));
    return this;
  }

  /** Bodies of the current topics. */
  Map<String, SpecificRecord> current() {
    Map<String, SpecificRecord> all = new TreeMap<>();
    driver.current(Topics.ASSIGNMENT).forEach((key, body) -> all.put("A " + key, body));
    driver.current(Topics.EXPLANATION).forEach((key, body) -> all.put("E " + key, body));
    return all;
  }

  @Override
  public void close() {
    driver.close();
  }
}
