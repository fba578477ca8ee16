package io.corridor.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.corridor.local.feed.ContractLoader;
import io.corridor.local.feed.FeedProblem;
import io.corridor.local.feed.FileCounts;
import io.corridor.local.feed.LoadReport;
import io.corridor.local.platform.Exporter.Exported;
import io.corridor.schemas.BusinessDateTick;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run did: ticks, terms, rule versions, offsets, counts and speed; {@code run.json} for
 * programs and a few lines for people.
 */
final class RunReport {

  private static final double NANOS_A_SECOND = 1e9;
  private static final int NANOS_A_MICRO = 1000;

  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Duration> phases = new TreeMap<>();
  private final List<String> terms = new ArrayList<>();
  private final List<BusinessDateTick> ticks = new ArrayList<>();
  private final Map<String, Exported> topics = new TreeMap<>();
  private final Map<String, Long> cpuNanos = new TreeMap<>();
  private final List<FeedProblem> problems = new ArrayList<>();
  private final List<String> contractFaults = new ArrayList<>();
  private String feed = "";
  private FileCounts counts = new FileCounts(0, 0, 0, 0, 0);

  /** How long a phase took; a name given again adds up. */
  void phase(String name, Duration took) {
    phases.merge(name, took, Duration::plus);
  }

  void terms(ContractLoader.Applied applied) {
    terms.addAll(applied.published());
    applied.problems().forEach(problem -> contractFaults.add(problem.toString()));
    applied
        .changed()
        .forEach(key -> contractFaults.add(key + " is there already with other terms"));
  }

  void ticks(List<BusinessDateTick> given) {
    ticks.addAll(given);
  }

  void topics(Map<String, Exported> exported) {
    topics.putAll(exported);
  }

  void cpu(Map<String, Long> nanos) {
    cpuNanos.putAll(nanos);
  }

  void load(LoadReport report) {
    feed = report.feed();
    problems.addAll(report.problems());
  }

  void counts(FileCounts of) {
    counts = of;
  }

  FileCounts counts() {
    return counts;
  }

  /** True when a line, a file or a contract was rejected. */
  boolean rejected() {
    return counts.rejected() > 0 || !problems.isEmpty() || !contractFaults.isEmpty();
  }

  /** Claim lines a second between the start of the load and the last answer. */
  double claimsPerSecond() {
    Duration processing = phases.getOrDefault("process", Duration.ZERO);
    return processing.isZero() ? 0 : counts.claims() * NANOS_A_SECOND / processing.toNanos();
  }

  /** The report as JSON. */
  ObjectNode toJson() {
    ObjectNode node = json.createObjectNode();
    node.put("feed", feed);
    terms.forEach(node.putArray("terms")::add);
    ArrayNode tickList = node.putArray("ticks");
    for (BusinessDateTick tick : ticks) {
      ObjectNode entry = tickList.addObject();
      entry.put("from", tick.getFrom() == null ? null : tick.getFrom().toString());
      entry.put("to", tick.getTo().toString()).put("freeze", tick.getFreeze());
    }
    ObjectNode topicNode = node.putObject("topics");
    topics.forEach((name, exported) -> {
      ObjectNode entry = topicNode.putObject(name).put("rows", exported.rows());
      ObjectNode offsets = entry.putObject("offsets");
      exported.ends().forEach((partition, end) -> offsets.put(partition.toString(), end));
      ObjectNode rules = entry.putObject("rules");
      exported.rules().forEach(rules::put);
    });
    node.set("summary", summary());
    return node;
  }

  /** Counts, seconds and speed as JSON. */
  ObjectNode summary() {
    ObjectNode node = json.createObjectNode();
    node.put("read", counts.read()).put("accepted", counts.accepted());
    node.put("duplicate", counts.duplicate()).put("rejected", counts.rejected());
    node.put("claims", counts.claims()).put("balanced", counts.balanced());
    ArrayNode fileProblems = node.putArray("fileProblems");
    problems.forEach(
        p -> fileProblems.addObject().put("code", p.code().name()).put("file", p.file()));
    contractFaults.forEach(node.putArray("contractFaults")::add);
    ObjectNode seconds = node.putObject("seconds");
    phases.forEach((name, took) -> seconds.put(name, rounded(took.toNanos() / NANOS_A_SECOND)));
    node.put("claimsPerSecond", rounded(claimsPerSecond()));
    ObjectNode cpu = node.putObject("cpuMicrosAClaim");
    long claims = Math.max(1, counts.claims());
    cpuNanos.forEach(
        (part, nanos) -> cpu.put(part, rounded((double) nanos / NANOS_A_MICRO / claims)));
    return node;
  }

  /** Writes run.json. */
  void write(Path file) {
    try {
      json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), toJson());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** Prints the lines for people. */
  void print(PrintStream out) {
    out.printf(
        Locale.ROOT,
        "lines read %d: accepted %d, duplicate %d, rejected %d%s%n",
        counts.read(),
        counts.accepted(),
        counts.duplicate(),
        counts.rejected(),
        counts.balanced() ? "" : " (DO NOT ADD UP)");
    contractFaults.forEach(fault -> out.println("  " + fault));
    problems.forEach(p -> out.printf("  %s %s: %s%n", p.code(), p.file(), p.text()));
    out.printf(
        Locale.ROOT, "claims a second %.0f (%d claims)%n", claimsPerSecond(), counts.claims());
    long claims = Math.max(1, counts.claims());
    StringBuilder cpu = new StringBuilder("CPU microseconds a claim:");
    cpuNanos.forEach((part, nanos) ->
        cpu.append(String.format(Locale.ROOT, " %s %d", part, nanos / NANOS_A_MICRO / claims)));
    out.println(cpu);
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
