package io.corridor.local.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.portal.report.evaluation.Population;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The population of a contract out of what a run has exported, and the names of its members. */
final class Exports {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> roots = new HashMap<>();
  private final Map<String, String> numbers = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private String payer = "";
  private Population population = new Population("");

  private Exports() {}

  /**
   * Reads the exports of a run.
   *
   * @throws IOException if a file is missing or cannot be read
   */
  static Exports read(Path results, String contract) throws IOException {
    Exports exports = new Exports();
    each(
        results.resolve("contract.terms.v1.ndjson"),
        line -> {
          JsonNode terms = line.path("body");
          if (terms.path("contract").asText().equals(contract)) {
            exports.payer = terms.path("payer").asText();
            exports.population = new Population(terms.path("lineOfBusiness").asText());
          }
        });
    each(
        results.resolve("intake.identity.v1.ndjson"),
        line ->
            exports.roots.put(line.at("/body/member").asText(), line.at("/body/root").asText()));
    each(results.resolve("intake.enrollment.v1.ndjson"), exports::person);
    each(
        results.resolve("benchmark.member-month.v1.ndjson"),
        line -> {
          if (line.at("/body/contract").asText().equals(contract) && holds(line)) {
            exports.month(line.path("body"));
          }
        });
    return exports;
  }

  private static void each(Path file, Consumer<JsonNode> taker) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("no " + file.getFileName() + " among the results");
    }
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isBlank()) {
          taker.accept(JSON.readTree(line));
        }
      }
    }
  }

  private static boolean holds(JsonNode line) {
    return !line.at("/envelope/op").asText().equals("END");
  }

  private void person(JsonNode line) {
    JsonNode record = line.at("/body/after");
    JsonNode person = record.path("person");
    if (!person.isObject()
        || !record.path("payer").asText().equals(payer)
        || person.path("birthDate").isNull()) {
      return;
    }
    String member = root(record.path("member").asText());
    JsonNode died = person.path("deathDate");
    known.add(member);
    population.add(
        member,
        new Population.Person(
            LocalDate.parse(person.path("birthDate").asText()),
            person.path("sex").asText().equals("FEMALE"),
            died.isTextual() ? LocalDate.parse(died.asText()) : null));
    if (person.path("memberNumber").isTextual()) {
      numbers.put(person.path("memberNumber").asText(), member);
    }
  }

  private String root(String member) {
    return roots.getOrDefault(member, member);
  }

  private void month(JsonNode body) {
    boolean inpatient = false;
    boolean emergency = false;
    for (JsonNode category : body.path("categories")) {
      inpatient |= category.path("category").asText().equals("INPATIENT");
      emergency |= category.path("category").asText().equals("ED");
    }
    JsonNode risk = body.at("/risk/prospective");
    population.add(
        body.path("member").asText(),
        YearMonth.parse(body.path("month").asText()),
        new Population.MemberMonth(
            Rate.of(body.path("memberMonths").asText()),
            Money.of(new BigDecimal(body.path("inScope").asText())),
            risk.isMissingNode() ? Rate.ONE : Rate.of(risk.asText()),
            inpatient,
            emergency));
  }

  /** True when the contract is among the results. */
  boolean knowsContract() {
    return !payer.isEmpty();
  }

  /** The attributed members of the contract. */
  Population population() {
    return population;
  }

  /** The member that topics name, by that name or the payer's number. */
  @Nullable String find(String name) {
    String member = root(name);
    return known.contains(member) ? member : numbers.get(name);
  }
}
