package io.corridor.local.desynpuf;

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
final class ImportReport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, SourceCounts> sources = new LinkedHashMap<>();
  private final Map<String, ReimbursementCheck> checks = new LinkedHashMap<>();

  /** Counts of one source file. */
  SourceCounts source(String file) {
    return sources.computeIfAbsent(file, SourceCounts::new);
  }

  /** The check of one annual column. */
  ReimbursementCheck check(String column) {
    return checks.computeIfAbsent(column, name -> new ReimbursementCheck());
  }

  long rejectedRows() {
    return sources.values().stream().mapToLong(SourceCounts::rejectedRows).sum();
  }

  /** Agreement of one annual column with the claims. */
  ReimbursementCheck.Agreement agreement(String column) {
    return check(column).agreement();
  }

  /** Writes {@code import-report.json} and {@code import-report.txt} beside the feed. */
  void write(Path directory, List<FeedWriter.FeedFile> feed) throws IOException {
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
    ArrayNode agreement = root.putArray("reimbursementCheck");
    checks.forEach((column, check) -> {
      ReimbursementCheck.Agreement found = check.agreement();
      agreement
          .addObject()
          .put("column", column)
          .put("agree", found.agree())
          .put("beneficiaryYears", found.of());
    });
    ImportNotes.ASSUMPTIONS.forEach(root.putArray("assumptions")::add);
    ImportNotes.UNREACHABLE.forEach(root.putArray("unreachable")::add);
    ImportNotes.NOT_CARRIED.forEach(root.putArray("columnsNotCarried")::add);
    return root;
  }

  private String text(List<FeedWriter.FeedFile> feed) {
    StringBuilder text = new StringBuilder("Import of CMS DE-SynPUF\n\nRows in\n");
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
    text.append("\nAnnual reimbursement stated against paid sums, to the cent\n");
    checks.forEach((column, check) ->
        text.append(
            "  %-28s %,d of %,d beneficiary-years agree%n"
                .formatted(column, check.agreement().agree(), check.agreement().of())));
    list(text, "Assumed, because the source does not say", ImportNotes.ASSUMPTIONS);
    list(text, "Out of reach with this source", ImportNotes.UNREACHABLE);
    list(text, "Columns that are not carried", ImportNotes.NOT_CARRIED);
    return text.toString();
  }

  private static void list(StringBuilder text, String title, List<String> entries) {
    text.append("\n").append(title).append("\n");
    entries.forEach(entry -> text.append("  - ").append(entry).append("\n"));
  }
}
