package io.corridor.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All figures of a run: JSON for programs, a table for people. */
public final class BenchReport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Measure> measures = new ArrayList<>();
  private final Map<String, String> facts = new TreeMap<>();

  /** Notes the machine and how busy it is before anything runs. */
  BenchReport() {
    Runtime runtime = Runtime.getRuntime();
    fact("processors", Integer.toString(runtime.availableProcessors()));
    fact("heapMegabytes", Long.toString(runtime.maxMemory() >> 20));
    fact("java", Runtime.version().toString());
    fact("loadAtStart", load());
  }

  /** The load average of the last minute: figures of a busy machine say little. */
  static String load() {
    return String.format(
        Locale.ROOT, "%.2f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  void fact(String name, String value) {
    facts.put(name, value);
  }

  void add(Measure measure) {
    measures.add(measure);
  }

  /** The figure of this group and name. */
  Optional<Measure> find(String group, String name) {
    return measures.stream()
        .filter(m -> m.group().equals(group) && m.name().equals(name))
        .findFirst();
  }

  /** The whole report as JSON. */
  ObjectNode json() {
    ObjectNode root = JSON.createObjectNode();
    facts.forEach(root.putObject("run")::put);
    var list = root.putArray("measures");
    for (Measure measure : measures) {
      ObjectNode node = list.addObject();
      node.put("group", measure.group())
          .put("name", measure.name())
          .put("value", rounded(measure.value()))
          .put("unit", measure.unit());
      measure.reference().ifPresent(figure -> node.put("reference", rounded(figure)));
      measure.ratio().ifPresent(ratio -> node.put("ratio", rounded(ratio)));
      if (!measure.aim().isEmpty()) {
        node.put("aim", measure.aim());
      }
      measure.met().ifPresent(met -> node.put("met", met));
    }
    return root;
  }

  /** Writes the JSON. */
  public void write(Path file) {
    try {
      JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), json());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** Prints the table. */
  public void print(PrintWriter out) {
    facts.forEach((name, value) -> out.printf(Locale.ROOT, "%-24s %s%n", name, value));
    String group = "";
    for (Measure measure : measures) {
      if (!measure.group().equals(group)) {
        group = measure.group();
        out.printf(Locale.ROOT, "%n%-44s %14s %14s %8s%n", group, "figure", "reference", "ratio");
      }
      out.printf(
          Locale.ROOT,
          "  %-42s %14s %14s %8s  %s%n",
          measure.name(),
          text(measure.value()),
          measure.reference().map(BenchReport::text).orElse(""),
          measure.ratio().map(r -> String.format(Locale.ROOT, "%.2f", r)).orElse(""),
          words(measure));
    }
    out.flush();
  }

  private static String words(Measure measure) {
    String verdict = measure.met().map(met -> met ? ": met" : ": NOT MET").orElse("");
    return measure.aim().isEmpty()
        ? measure.unit()
        : measure.unit() + "; aim " + measure.aim() + verdict;
  }

  private static String text(double value) {
    return value >= 1000 || value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
