package io.corridor.local.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.portal.report.evaluation.Candidate;
import io.corridor.portal.report.evaluation.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The attributed members of one contract, month by month, out of what a run has exported: cost in
 * scope before truncation, risk, and who they are.
 */
final class Population {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MONTHS_BEFORE = 12;
  private static final int FIFTHS = 5;
  private static final int TENTHS = 10;
  private static final int AGE_BAND = 10;

  private final Map<String, NavigableMap<YearMonth, Month>> months = new HashMap<>();
  private final Map<String, Person> persons = new HashMap<>();
  private final Map<String, String> roots = new HashMap<>();
  private final Map<String, String> numbers = new HashMap<>();
  private final Map<YearMonth, Thresholds> thresholds = new HashMap<>();
  private String payer = "";
  private String lineOfBusiness = "";

  /** A member month. */
  private record Month(Rate memberMonths, Money cost, Rate risk, boolean inpatient, boolean ed) {}

  /** A person. */
  private record Person(LocalDate born, boolean female, @Nullable LocalDate died) {}

  /** Where fifths of the risk and the highest tenth of prior cost begin, among all of a month. */
  private record Thresholds(List<Rate> risk, Money cost) {}

  private Population() {}

  /** Reads the exports of a run. */
  static Population read(Path results, String contract) throws IOException {
    Population population = new Population();
    population.each(
        results.resolve("contract.terms.v1.ndjson"),
        line -> {
          JsonNode terms = line.path("body");
          if (terms.path("contract").asText().equals(contract)) {
            population.payer = terms.path("payer").asText();
            population.lineOfBusiness = terms.path("lineOfBusiness").asText();
          }
        });
    population.each(
        results.resolve("intake.identity.v1.ndjson"),
        line ->
            population.roots.put(line.at("/body/member").asText(), line.at("/body/root").asText()));
    population.each(results.resolve("intake.enrollment.v1.ndjson"), population::person);
    population.each(
        results.resolve("benchmark.member-month.v1.ndjson"),
        line -> {
          if (line.at("/body/contract").asText().equals(contract) && holds(line)) {
            population.month(line.path("body"));
          }
        });
    return population;
  }

  private void each(Path file, Consumer<JsonNode> taker) throws IOException {
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
    persons.put(
        member,
        new Person(
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
    boolean ed = false;
    for (JsonNode category : body.path("categories")) {
      inpatient |= category.path("category").asText().equals("INPATIENT");
      ed |= category.path("category").asText().equals("ED");
    }
    JsonNode risk = body.at("/risk/prospective");
    months
        .computeIfAbsent(body.path("member").asText(), any -> new TreeMap<>())
        .put(
            YearMonth.parse(body.path("month").asText()),
            new Month(
                Rate.of(body.path("memberMonths").asText()),
                Money.of(new BigDecimal(body.path("inScope").asText())),
                risk.isMissingNode() ? Rate.ONE : Rate.of(risk.asText()),
                inpatient,
                ed));
  }

  /** True when the contract is among the results. */
  boolean knowsContract() {
    return !lineOfBusiness.isEmpty();
  }

  /** The member that topics name, by that name or the payer's number. */
  @Nullable String find(String name) {
    String member = root(name);
    return persons.containsKey(member) ? member : numbers.get(name);
  }

  /** All members, who might serve as controls. */
  Iterable<String> members() {
    return months.keySet();
  }

  private @Nullable Month at(String member, YearMonth month) {
    return months.getOrDefault(member, new TreeMap<>()).get(month);
  }

  private Money cost(String member, YearMonth from, YearMonth until) {
    return months.getOrDefault(member, new TreeMap<>()).subMap(from, until).values().stream()
        .map(Month::cost)
        .reduce(Money.ZERO, Money::plus);
  }

  /**
   * A member as it was on an index date; empty who was not attributed in that month, and who is not
   * known as a person.
   *
   * @param window months after the index date in which a death counts
   * @param own true for a case, whose own date it is
   */
  Optional<Candidate> candidate(String member, LocalDate index, int window, boolean own) {
    YearMonth first = YearMonth.from(index);
    Month month = at(member, first);
    Person person = persons.get(member);
    if (month == null || person == null || person.born().isAfter(index)) {
      return Optional.empty();
    }
    Thresholds limits = thresholds.computeIfAbsent(first, this::thresholds);
    Money prior = cost(member, first.minusMonths(MONTHS_BEFORE), first);
    int age = Period.between(person.born(), index).getYears();
    Rate risk = month.risk();
    long above = limits.risk().stream().filter(limit -> risk.compareTo(limit) > 0).count();
    LocalDate died = person.died();
    return Optional.of(
        new Candidate(
            member,
            new Candidate.Stratum(
                lineOfBusiness,
                person.female(),
                age / AGE_BAND,
                1 + (int) above,
                prior.compareTo(limits.cost()) > 0,
                died != null && died.isBefore(first.plusMonths(window).atDay(1)),
                null),
            age,
            risk,
            prior.isNegative() ? Money.ZERO : prior,
            own ? index : null));
  }

  private Thresholds thresholds(YearMonth month) {
    List<Rate> risks = new ArrayList<>();
    List<Money> costs = new ArrayList<>();
    for (String member : months.keySet()) {
      Month found = at(member, month);
      if (found != null) {
        risks.add(found.risk());
        costs.add(cost(member, month.minusMonths(MONTHS_BEFORE), month));
      }
    }
    risks.sort(null);
    costs.sort(null);
    List<Rate> fifths = new ArrayList<>();
    for (int fifth = 1; fifth < FIFTHS; fifth++) {
      fifths.add(risks.get(rank(risks.size(), fifth, FIFTHS)));
    }
    return new Thresholds(fifths, costs.get(rank(costs.size(), TENTHS - 1, TENTHS)));
  }

  /** The nearest rank, from 0. */
  private static int rank(int size, int part, int of) {
    return Math.max(0, (size * part + of - 1) / of - 1);
  }

  /** What happened to a member in the months from an index date on. */
  Optional<Outcome> outcome(String member, LocalDate index, int window) {
    YearMonth first = YearMonth.from(index);
    NavigableMap<YearMonth, Month> lived =
        months
            .getOrDefault(member, new TreeMap<>())
            .subMap(first, true, first.plusMonths(window), false);
    NavigableMap<YearMonth, Month> before =
        months
            .getOrDefault(member, new TreeMap<>())
            .subMap(first.minusMonths(window), true, first, false);
    if (lived.isEmpty()) {
      return Optional.empty();
    }
    Rate beforeMonths = memberMonths(before);
    return Optional.of(
        new Outcome(
            memberMonths(lived),
            cost(member, first, first.plusMonths(window)),
            beforeMonths.isZero()
                ? Rate.ZERO
                : Rate.ratio(
                    cost(member, first.minusMonths(window), first).dollars(), beforeMonths.value()),
            Map.of(
                "monthsWithInpatientCare",
                lived.values().stream().filter(Month::inpatient).count(),
                "monthsWithEmergencyCare",
                lived.values().stream().filter(Month::ed).count())));
  }

  private static Rate memberMonths(NavigableMap<YearMonth, Month> lived) {
    return lived.values().stream().map(Month::memberMonths).reduce(Rate.ZERO, Rate::plus);
  }
}
