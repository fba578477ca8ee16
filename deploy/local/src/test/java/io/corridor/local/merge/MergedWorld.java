package io.corridor.local.merge;

import io.corridor.attribution.AttributionStage;
import io.corridor.benchmark.budget.BenchmarkStage;
import io.corridor.common.streams.FoldDriver;
import io.corridor.notification.NotificationStage;
import io.corridor.quality.QualityStage;
import io.corridor.schemas.AssignmentValue;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * The member-level services with their real stages, without a broker: what attribution answers is
 * carried to the others when the test says so.
 */
final class MergedWorld implements AutoCloseable {

  private static final List<Topic<?>> ANSWERS =
      List.of(
          Topics.ASSIGNMENT,
          Topics.EXPLANATION,
          Topics.MEMBER_MONTH,
          Topics.BUDGET,
          Topics.GAP,
          Topics.SCORE,
          Topics.ALERT,
          Topics.TASK);

  private final FoldDriver attribution = new FoldDriver(new AttributionStage());
  private final FoldDriver benchmark = new FoldDriver(new BenchmarkStage());
  private final FoldDriver quality = new FoldDriver(new QualityStage());
  private final FoldDriver notification = new FoldDriver(NotificationStage.load());
  private int carried;

  /** A record to every service that reads its topic. */
  void feed(Topic<?> topic, String key, SpecificRecord body) {
    for (FoldDriver service : List.of(attribution, benchmark, quality, notification)) {
      if (service.describe().contains("[" + topic.name() + "]")) {
        service.feed(topic, key, body);
      }
    }
  }

  void identify(String member, String root) {
    for (FoldDriver service : List.of(attribution, benchmark, quality, notification)) {
      service.identify(member, root);
    }
  }

  /** Carries at most some assignments on, in order. */
  void carry(int most) {
    List<AssignmentValue> said = attribution.log(Topics.ASSIGNMENT);
    int until = carried + Math.min(said.size() - carried, most);
    for (AssignmentValue value : said.subList(carried, until)) {
      for (FoldDriver service : List.of(benchmark, quality, notification)) {
        service.feed(
            Topics.ASSIGNMENT,
            value.getEnvelope().getEntityId(),
            value.getBody(),
            value.getEnvelope().getOp());
      }
    }
    carried = until;
  }

  void tick(LocalDate to) {
    for (FoldDriver service : List.of(attribution, benchmark, quality, notification)) {
      service.tick(to, false);
    }
    carry(Integer.MAX_VALUE);
  }

  /** Every current body by topic and key. */
  Map<String, SpecificRecord> current() {
    Map<String, SpecificRecord> bodies = new TreeMap<>();
    for (Topic<?> topic : ANSWERS) {
      for (FoldDriver service : List.of(attribution, benchmark, quality, notification)) {
        service.current(topic).forEach((key, body) -> bodies.put(topic + " " + key, body));
      }
    }
    return bodies;
  }

  /** Rows that any service keeps of members, their own or sent to a root. */
  List<String> rows() {
    return List.of(attribution, benchmark, quality, notification).stream()
        .flatMap(service -> service.storeKeys().stream())
        .filter(key -> key.startsWith("m|") || key.startsWith("o|"))
        .toList();
  }

  @Override
  public void close() {
    attribution.close();
    benchmark.close();
    quality.close();
    notification.close();
  }
}
