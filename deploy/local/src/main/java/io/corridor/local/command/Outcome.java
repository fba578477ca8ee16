package io.corridor.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.corridor.common.streams.Envelopes;
import io.corridor.local.platform.Endpoints;
import io.corridor.local.platform.TopicReader;
import io.corridor.schemas.Budget;
import io.corridor.schemas.Estimate;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** What the platform answers at this moment, in the few figures that a demonstration shows. */
final class Outcome {

  private static final String CONTRACT = "CONTRACT";
  private static final int YEAR_LENGTH = 4;

  private final Set<String> membersAssigned = new HashSet<>();
  private final Map<String, Long> gaps = new TreeMap<>();
  private final Map<String, Long> alerts = new TreeMap<>();
  private final Map<String, Long> tasks = new TreeMap<>();
  private final List<Budget> budgets = new ArrayList<>();
  private final List<Estimate> estimates = new ArrayList<>();
  private BigDecimal memberMonths = BigDecimal.ZERO;
  private BigDecimal cost = BigDecimal.ZERO;

  private Outcome() {}

  /** Reads the current topics. */
  static Outcome read(Endpoints endpoints) {
    Outcome outcome = new Outcome();
    each(endpoints, Topics.ASSIGNMENT, v -> outcome.membersAssigned.add(v.getBody().getMember()));
    each(
        endpoints,
        Topics.MEMBER_MONTH,
        v -> {
          outcome.memberMonths = outcome.memberMonths.add(v.getBody().getMemberMonths());
          outcome.cost = outcome.cost.add(v.getBody().getCounted());
        });
    each(endpoints, Topics.GAP, v -> outcome.gaps.merge(v.getBody().getState(), 1L, Long::sum));
    each(endpoints, Topics.ALERT, v -> outcome.alerts.merge(v.getBody().getState(), 1L, Long::sum));
    each(endpoints, Topics.TASK, v -> outcome.tasks.merge(v.getBody().getState(), 1L, Long::sum));
    each(endpoints, Topics.BUDGET, v -> outcome.budget(v.getBody()));
    each(endpoints, Topics.ESTIMATE, v -> outcome.estimate(v.getBody()));
    return outcome;
  }

  /** The figures as JSON: money and months as decimal texts. */
  ObjectNode toJson() {
    ObjectNode node = new ObjectMapper().createObjectNode();
    node.put("membersAssigned", membersAssigned.size());
    node.put("memberMonths", memberMonths.toPlainString());
    node.put("cost", cost.toPlainString());
    node.put("budget", total().toPlainString());
    node.put("openGaps", count(gaps, "OPEN") + count(gaps, "REOPENED"));
    node.put("closedGaps", count(gaps, "CLOSED"));
    counts(node, "gapsByState", gaps);
    node.put("alerts", sum(alerts));
    counts(node, "alertsByState", alerts);
    node.put("tasks", sum(tasks));
    counts(node, "tasksByState", tasks);
    ArrayNode list = node.putArray("estimates");
    for (Estimate estimate : estimates) {
      ObjectNode entry = list.addObject();
      entry.put("contract", estimate.getContract()).put("period", estimate.getPeriod());
      entry.put("refusal", estimate.getRefusal());
      entry.put("members", estimate.getMembers());
      entry.put("benchmark", estimate.getBenchmarkExpenditure().toPlainString());
      entry.put("expenditure", estimate.getExpenditure().toPlainString());
      entry.put("payment", payment(estimate));
    }
    return node;
  }

  /** Prints the figures for a person. */
  void print(PrintStream out) {
    out.printf("members assigned   %,d%n", membersAssigned.size());
    out.printf("member months      %s%n", memberMonths.toPlainString());
    out.printf("cost               %,.2f%n", cost);
    out.printf("budget             %,.2f%n", total());
    out.printf("gaps               %s%n", gaps);
    out.printf("alerts             %s%n", alerts);
    out.printf("tasks              %s%n", tasks);
    for (Estimate estimate : estimates) {
      String refused = estimate.getRefusal();
      out.printf(
          "estimate           %s %s: %s%n",
          estimate.getContract(),
          estimate.getPeriod(),
          refused == null ? "would pay " + payment(estimate) : "refused, " + refused);
    }
  }

  private static String payment(Estimate estimate) {
    return estimate.getExpected() == null
        ? ""
        : estimate.getExpected().getPayment().toPlainString();
  }

  private void budget(Budget budget) {
    if (budget.getLevel().equals(CONTRACT) && budget.getPeriod().length() == YEAR_LENGTH) {
      budgets.add(budget);
    }
  }

  private void estimate(Estimate estimate) {
    if (estimate.getLevel().equals(CONTRACT)) {
      estimates.add(estimate);
    }
  }

  private BigDecimal total() {
    return budgets.stream().map(Budget::getBudget).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static long count(Map<String, Long> counts, String state) {
    return counts.getOrDefault(state, 0L);
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static void counts(ObjectNode node, String name, Map<String, Long> counts) {
    ObjectNode entry = node.putObject(name);
    counts.forEach(entry::put);
  }

  private static <V extends SpecificRecord> void each(
      Endpoints endpoints, Topic<V> topic, Consumer<V> taker) {
    try (TopicReader<V> reader = TopicReader.of(endpoints, topic)) {
      reader.latest((key, value) -> {
        if (!Envelopes.ended(topic.envelopeOf(value))) {
          taker.accept(value);
        }
      });
    }
  }
}
