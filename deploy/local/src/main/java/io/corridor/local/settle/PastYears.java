package io.corridor.local.settle;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.corridor.local.settle.LineRejection.Code;
import io.corridor.settlement.engine.PeriodFacts;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Facts of past years from files: lines of facts, or what {@code run} has exported of budgets and
 * scores. An export holds the last known state of its run, so a run that ended then says what was
 * known then.
 */
final class PastYears {

  private static final String BUDGET = "benchmark.budget.v1.ndjson";
  private static final String SCORE = "quality.score.v1.ndjson";
  private static final String ATTESTATION = "intake.attestation.v1.ndjson";
  private static final String PREMIUM = "intake.premium.v1.ndjson";
  private static final int YEAR_DIGITS = 4;
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /**
   * A year that was read.
   *
   * @param facts its facts
   * @param knownAt greatest receipt behind it; empty where the file does not say
   * @param file where it stands
   */
  record Past(PeriodFacts facts, String knownAt, String file) {}

  /** A line that could not be read. */
  record Bad(String file, long line, Code code, String field) {}

  private final List<Past> years = new ArrayList<>();
  private final List<Bad> rejected = new ArrayList<>();

  private PastYears() {}

  /** Reads a file of facts, or a directory of files or of exports, deep. */
  static PastYears read(Path fileOrDirectory) throws IOException {
    PastYears past = new PastYears();
    if (Files.isRegularFile(fileOrDirectory)) {
      past.lines(fileOrDirectory);
      return past;
    }
    try (Stream<Path> found = Files.walk(fileOrDirectory)) {
      List<Path> files =
          found.filter(Files::isRegularFile).filter(PastYears::holdsFacts).sorted().toList();
      for (Path file : files) {
        if (file.getFileName().toString().equals(BUDGET)) {
          past.export(file);
        } else {
          past.lines(file);
        }
      }
    }
    return past;
  }

  /** Budgets of an export, and files of facts beside it; other topics are not looked at. */
  private static boolean holdsFacts(Path file) {
    String name = file.getFileName().toString();
    return name.equals(BUDGET) || name.endsWith(".facts.ndjson") || name.equals("facts.ndjson");
  }

  List<Past> years() {
    return List.copyOf(years);
  }

  List<Bad> rejected() {
    return List.copyOf(rejected);
  }

  private interface Taker {
    void take(JsonNode line) throws LineRejection;
  }

  private void each(Path file, Taker taker) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      long number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (!line.isBlank()) {
          take(file, number, line, taker);
        }
      }
    }
  }

  private void take(Path file, long number, String line, Taker taker) {
    try {
      JsonNode node = JSON.readTree(line);
      if (!node.isObject()) {
        throw new LineRejection(Code.NOT_JSON, "");
      }
      taker.take(node);
    } catch (LineRejection bad) {
      rejected.add(new Bad(file.toString(), number, bad.code(), bad.field()));
    } catch (IOException notJson) {
      rejected.add(new Bad(file.toString(), number, Code.NOT_JSON, ""));
    } catch (ArithmeticException | IllegalArgumentException contradictory) {
      rejected.add(new Bad(file.toString(), number, Code.FIELD_INVALID, ""));
    }
  }

  private void lines(Path file) throws IOException {
    each(file, line -> years.add(new Past(YearFacts.of(line), "", file.toString())));
  }

  private void export(Path file) throws IOException {
    Map<String, JsonNode> scores = new HashMap<>();
    Path score = file.resolveSibling(SCORE);
    if (Files.isRegularFile(score)) {
      each(score, line -> scores.put(line.path("key").asText(), line.path("body")));
    }
    Map<String, ObjectNode> stated = stated(file);
    each(
        file,
        line -> {
          JsonNode body = line.path("body");
          if (body.path("level").asText().equals("CONTRACT")
              && body.path("period").asText().matches("[0-9]{4}")
              && holds(line)) {
            ObjectNode facts = facts(body, scores.get(line.path("key").asText()));
            ObjectNode figures =
                stated.get(body.path("contract").asText() + "|" + body.path("period").asText());
            if (figures != null) {
              facts.set("stated", figures);
            }
            String knownAt = line.path("envelope").path("knownAt").asText();
            years.add(new Past(YearFacts.of(facts), knownAt, file.toString()));
          }
        });
  }

  /**
   * Figures stated of whole contracts beside an export of budgets, by contract and year; months'
   * premiums are summed over the calendar year unless the year's is stated.
   */
  private Map<String, ObjectNode> stated(Path budgets) throws IOException {
    Map<String, ObjectNode> stated = new HashMap<>();
    Path premiums = budgets.resolveSibling(PREMIUM);
    if (Files.isRegularFile(premiums)) {
      each(
          premiums,
          line -> {
            JsonNode body = line.path("body");
            if (holds(line)) {
              String year = body.path("month").asText().substring(0, YEAR_DIGITS);
              ObjectNode figures = of(stated, body.path("contract").asText(), year);
              for (String name : List.of("premium", "taxesAndFees")) {
                BigDecimal more = YearFacts.number(body.path(name), name);
                BigDecimal sum = new BigDecimal(figures.path(name).asText("0"));
                figures.put(name, sum.add(more == null ? BigDecimal.ZERO : more).toPlainString());
              }
            }
          });
    }
    Path attestations = budgets.resolveSibling(ATTESTATION);
    if (Files.isRegularFile(attestations)) {
      each(
          attestations,
          line -> {
            JsonNode body = line.path("body");
            if (holds(line) && body.path("level").asText().equals("CONTRACT")) {
              of(stated, body.path("contract").asText(), body.path("year").asText())
                  .set(body.path("name").asText(), body.path("value"));
            }
          });
    }
    return stated;
  }

  private static boolean holds(JsonNode line) {
    return !line.path("envelope").path("op").asText().equals("END");
  }

  private static ObjectNode of(Map<String, ObjectNode> stated, String contract, String year) {
    return stated.computeIfAbsent(contract + "|" + year, key -> JSON.createObjectNode());
  }

  /** An exported budget and its score as a line of facts. */
  private static ObjectNode facts(JsonNode budget, @Nullable JsonNode score) {
    ObjectNode facts = JSON.createObjectNode();
    facts.set("contract", budget.path("contract"));
    facts.set("performanceYear", budget.path("period"));
    for (String field :
        List.of("members", "memberMonths", "budget", "counted", "inScope", "completeTo")) {
      facts.set(field, budget.path(field));
    }
    facts.set("categories", budget.path("categories"));
    if (score != null) {
      facts.set("qualityGate", score.path("gate"));
      facts.set("compositeScore", score.path("composite"));
    }
    return facts;
  }
}
