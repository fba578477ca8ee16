package io.corridor.local.convert;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the import read, wrote and rejected, what it assumed, and what stays out of reach. */
public final class ImportReport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Wording wording;
  private final Map<String, SourceCounts> sources = new LinkedHashMap<>();
  private final Map<String, StatedCheck> checks = new LinkedHashMap<>();

  /**
   * The sentences of a report that do not depend on the rows read.
   *
   * @param title what was imported
   * @param check what the source's own figures are compared with, for people
   * @param checkKey the same for programs, a JSON name
   * @param unit what a stated figure belongs to, for people
   * @param unitKey the same for programs, a JSON name
   * @param assumptions what was assumed because the source does not say
   * @param unreachable what cannot be had from this source
   * @param notCarried columns that are not carried
   */
  public record Wording(
      String title,
      String check,
      String checkKey,
      String unit,
      String unitKey,
      List<String> assumptions,
      List<String> unreachable,
      List<String> notCarried) {}

  /** An empty report. */
  public ImportReport(Wording wording) {
    this.wording = wording;
  }

  /** Counts of one source file. */
  public SourceCounts source(String file) {
    return sources.computeIfAbsent(file, SourceCounts::new);
  }

  /** The check of one stated column. */
  public StatedCheck check(String column) {
    return checks.computeIfAbsent(column, name -> new StatedCheck());
  }

  /** Rows of all files that could not be used. */
  public long rejectedRows() {
    return sources.values().stream().mapToLong(SourceCounts::rejectedRows).sum();
  }

  /** Writes {@code import-report.json} and {@code import-report.txt} beside the feed. */
  public void write(Path directory, List<FeedWriter.FeedFile> feed) throws IOException {
    Files.writeString(
        directory.resolve("import-report.json"),
        JSON.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(json(feed)) + "\n");
    Files.writeString(directory.resolve("import-report.txt"), text(feed));
  }

  private ObjectNode json(List<FeedWriter.FeedFile> feed) {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode in = root.putArray("sources");
    for (SourceCounts counts : sources.values()) {
      ObjectNode node = in.addObject();
      node.put("file", counts.file())
          .put("read", counts.readRows())
          .put("used", counts.usedRows())
          .put("rejected", counts.rejectedRows());
      counts.reasons().forEach(node.putObject("reasons")::put);
      counts.notes().forEach(node.putObject("notes")::put);
      if (!counts.totals().isEmpty()) {
        ObjectNode totals = node.putObject("totals");
        counts.totals().forEach((what, sum) -> totals.put(what, sum.toPlainString()));
      }
      ArrayNode places = node.putArray("rejections");
      counts
          .rejections()
          .forEach(r ->
              places
                  .addObject()
                  .put("code", r.code())
                  .put("column", r.field())
                  .put("line", r.line()));
    }
    ArrayNode out = root.putArray("feed");
    for (FeedWriter.FeedFile file : feed) {
      ObjectNode node = out.addObject();
      node.put("file", file.name()).put("recordType", file.recordType()).put("rows", file.rows());
      if (file.paid() != null) {
        node.put("paid", file.paid().toPlainString());
      }
    }
    ArrayNode agreement = root.putArray(wording.checkKey());
    checks.forEach((column, check) -> {
      StatedCheck.Agreement found = check.agreement();
      agreement
          .addObject()
          .put("column", column)
          .put("agree", found.agree())
          .put(wording.unitKey(), found.of());
    });
    wording.assumptions().forEach(root.putArray("assumptions")::add);
    wording.unreachable().forEach(root.putArray("unreachable")::add);
    wording.notCarried().forEach(root.putArray("columnsNotCarried")::add);
    return root;
  }

  private String text(List<FeedWriter.FeedFile> feed) {
    StringBuilder text = new StringBuilder("Import of " + wording.title() + "\n\nRows in\n");
    for (SourceCounts counts : sources.values()) {
      text.append(
          "  %-16s read %,8d  used %,8d  rejected %,6d%n"
              .formatted(
                  counts.file(), counts.readRows(), counts.usedRows(), counts.rejectedRows()));
      counts
          .reasons()
          .forEach((code, n) -> text.append("      rejected %s: %,d%n".formatted(code, n)));
      counts
          .rejections()
          .forEach(r ->
              text.append(
                  "        line %d, column %s: %s%n".formatted(r.line(), r.field(), r.code())));
      counts.notes().forEach((what, n) -> text.append("      %s: %,d%n".formatted(what, n)));
      counts
          .totals()
          .forEach((what, sum) ->
              text.append("      total %s: %s%n".formatted(what, sum.toPlainString())));
    }
    text.append("\nRecords out\n");
    for (FeedWriter.FeedFile file : feed) {
      text.append(
          "  %-32s %-12s %,8d%s%n"
              .formatted(
                  file.name(),
                  file.recordType(),
                  file.rows(),
                  file.paid() == null ? "" : "  paid " + file.paid().toPlainString()));
    }
    text.append("\n" + wording.check() + "\n");
    checks.forEach((column, check) ->
        text.append(
            "  %-28s %,d of %,d %s agree%n"
                .formatted(
                    column, check.agreement().agree(), check.agreement().of(), wording.unit())));
    list(text, "Assumed, because the source does not say", wording.assumptions());
    list(text, "Out of reach with this source", wording.unreachable());
    list(text, "Columns that are not carried", wording.notCarried());
    return text.toString();
  }

  private static void list(StringBuilder text, String title, List<String> entries) {
    text.append("\n").append(title).append("\n");
    entries.forEach(entry -> text.append("  - ").append(entry).append("\n"));
  }
}
