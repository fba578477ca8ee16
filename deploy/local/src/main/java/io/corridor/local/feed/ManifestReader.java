package io.corridor.local.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.corridor.intake.canonical.RejectionCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads {@code manifest.json}; what is wrong is told as problems, and what is right is kept. */
final class ManifestReader {

  /** Name of the manifest in every feed. */
  static final String NAME = "manifest.json";

  private static final Set<String> RECORD_TYPES =
      Set.of(
          "claim",
          "enrollment",
          "adt",
          "outreach",
          "affiliation",
          "identity",
          "attestation",
          "premium");
  private static final Pattern FEED_NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9._-]{1,128}");

  private final Consumer<FeedProblem> problems;

  ManifestReader(Consumer<FeedProblem> problems) {
    this.problems = problems;
  }

  /** The manifest of a feed directory; empty when nothing in the feed can be loaded. */
  Optional<Manifest> read(Path directory) {
    Path file = directory.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      problem(
          RejectionCode.INTAKE_MANIFEST_MISSING, "there is no manifest.json in the feed directory");
      return Optional.empty();
    }
    try {
      return parse(new ObjectMapper().readTree(Files.readAllBytes(file)));
    } catch (JsonProcessingException e) {
      problem(RejectionCode.INTAKE_MANIFEST, "the manifest is not JSON");
      return Optional.empty();
    } catch (IOException e) {
      problem(RejectionCode.INTAKE_MANIFEST, "the manifest cannot be read");
      return Optional.empty();
    }
  }

  private Optional<Manifest> parse(JsonNode node) {
    String feed = node.path("feed").asText("");
    if (!FEED_NAME.matcher(feed).matches()) {
      problem(
          RejectionCode.INTAKE_MANIFEST,
          "feed must be 1 to 64 letters, digits, dots, dashes or underscores");
      return Optional.empty();
    }
    String mode = node.path("mode").asText("append");
    if (!mode.equals("append")) {
      problem(RejectionCode.INTAKE_MANIFEST, "mode must be append");
      return Optional.empty();
    }
    Instant asOf;
    try {
      asOf = Instant.parse(node.path("asOf").asText(""));
    } catch (DateTimeException e) {
      problem(
          RejectionCode.INTAKE_MANIFEST,
          "asOf must be an instant in UTC such as 2026-01-31T00:00:00Z");
      return Optional.empty();
    }
    if (!node.path("files").isArray()) {
      problem(RejectionCode.INTAKE_MANIFEST, "files must be a list");
      return Optional.empty();
    }
    return Optional.of(new Manifest(feed, asOf, files(node.path("files"))));
  }

  private List<Manifest.File> files(JsonNode list) {
    List<Manifest.File> files = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode entry : list) {
      String name = entry.path("name").asText("");
      String recordType = entry.path("recordType").asText("");
      if (!FILE_NAME.matcher(name).matches() || !names.add(name)) {
        problem(RejectionCode.INTAKE_MANIFEST, "a file's name must be a plain name and stand once");
      } else if (!RECORD_TYPES.contains(recordType)) {
        problems.accept(
            new FeedProblem(
                RejectionCode.INTAKE_RECORD_TYPE,
                name,
                "",
                "the record type is not one of "
                    + String.join(", ", RECORD_TYPES.stream().sorted().toList())));
      } else {
        files.add(
            new Manifest.File(
                name, recordType, rows(entry, name), control(entry, name, recordType)));
      }
    }
    return List.copyOf(files);
  }

  private long rows(JsonNode entry, String name) {
    JsonNode rows = entry.path("rows");
    if (rows.isMissingNode() || rows.isNull()) {
      return -1;
    }
    if (!rows.isIntegralNumber() || rows.asLong() < 0) {
      fieldProblem(name, "", "rows must be a whole number, zero or more");
      return -1;
    }
    return rows.asLong();
  }

  private Optional<Manifest.ControlTotal> control(JsonNode entry, String name, String recordType) {
    JsonNode control = entry.path("controlTotal");
    if (control.isMissingNode() || control.isNull()) {
      return Optional.empty();
    }
    String field = control.path("field").asText("");
    if (recordType.equals("claim") && !field.equals("paid")) {
      fieldProblem(name, recordType, "the control total of claims must be over paid");
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Manifest.ControlTotal(field, new BigDecimal(control.path("sum").asText(""))));
    } catch (NumberFormatException e) {
      fieldProblem(name, recordType, "the control total's sum must be a decimal number in a text");
      return Optional.empty();
    }
  }

  private void fieldProblem(String name, String recordType, String text) {
    problems.accept(new FeedProblem(RejectionCode.INTAKE_MANIFEST, name, recordType, text));
  }

  private void problem(RejectionCode code, String text) {
    problems.accept(new FeedProblem(code, NAME, "", text));
  }
}
