package io.corridor.local.settle;

import com.fasterxml.jackson.databind.JsonNode;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.local.settle.LineRejection.Code;
import io.corridor.settlement.engine.CostFacts;
import io.corridor.settlement.engine.CostFacts.CategoryCost;
import io.corridor.settlement.engine.CostFacts.Unpaid;
import io.corridor.settlement.engine.Level;
import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.engine.PeriodFacts.Period;
import io.corridor.settlement.engine.PeriodFacts.Population;
import io.corridor.settlement.engine.QualityFacts;
import io.corridor.settlement.engine.Stated;
import io.corridor.settlement.estimate.QualityResult.Gate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a year from a line (docs/settle.md, "Facts of a year"): named fields, and every other
 * number as a stated figure. A line of the Shared Savings Program's facts is understood too.
 */
final class YearFacts {

  private static final int MONTHS = 12;

  /** Fields that are not stated figures. */
  private static final Set<String> FIELDS =
      Set.of(
          "acoId",
          "contract",
          "performanceYear",
          "contractYear",
          "members",
          "assignedBeneficiaries",
          "memberMonths",
          "personYears",
          "riskScore",
          "budget",
          "benchmarkTotal",
          "counted",
          "expenditureTotal",
          "inScope",
          "unpaidLow",
          "unpaidExpected",
          "unpaidHigh",
          "categories",
          "qualityGate",
          "qualityStandardMet",
          "compositeScore",
          "completeTo",
          "stated",
          // Terms of the line itself: a draft has its own.
          "agreementStart",
          "track",
          "agreementYear",
          "minimumSavingsRateChoice",
          "sixMonthPeriod",
          "paymentDate",
          "qualityReporting");

  private final JsonNode line;

  private YearFacts(JsonNode line) {
    this.line = line;
  }

  /** The facts of a line. */
  static PeriodFacts of(JsonNode line) throws LineRejection {
    return new YearFacts(line).facts();
  }

  private PeriodFacts facts() throws LineRejection {
    int year = needed("performanceYear").intValueExact();
    long members = needed("members", "assignedBeneficiaries").longValueExact();
    String id = text("contract", text("acoId", "facts"));
    BigDecimal risk = number("riskScore");
    return new PeriodFacts(
        new Period(
            id,
            Level.CONTRACT,
            id,
            year,
            contractYear(),
            LocalDate.of(year, 1, 1),
            LocalDate.of(year + 1, 1, 1),
            day("completeTo")),
        new Population(
            members, memberMonths(members), risk == null ? null : new Rate(risk), new TreeMap<>()),
        cost(),
        quality(),
        new Stated(stated()));
  }

  private int contractYear() throws LineRejection {
    BigDecimal number = number("contractYear");
    return number == null ? 1 : number.intValueExact();
  }

  /** Member months; person years times twelve; or all members for the whole year. */
  private Rate memberMonths(long members) throws LineRejection {
    BigDecimal months = number("memberMonths");
    BigDecimal years = number("personYears");
    BigDecimal twelve = BigDecimal.valueOf(MONTHS);
    if (months != null) {
      return new Rate(months);
    }
    return new Rate((years == null ? BigDecimal.valueOf(members) : years).multiply(twelve));
  }

  private CostFacts cost() throws LineRejection {
    Money counted = cents(needed("counted", "expenditureTotal"));
    BigDecimal inScope = number("inScope");
    return new CostFacts(
        cents(needed("budget", "benchmarkTotal")),
        inScope == null ? counted : cents(inScope),
        counted,
        categories(),
        unpaid());
  }

  private @Nullable Unpaid unpaid() throws LineRejection {
    BigDecimal expected = number("unpaidExpected");
    if (expected == null) {
      return null;
    }
    BigDecimal low = number("unpaidLow");
    BigDecimal high = number("unpaidHigh");
    return new Unpaid(
        cents(low == null ? expected : low),
        cents(expected),
        cents(high == null ? expected : high));
  }

  private NavigableMap<String, CategoryCost> categories() throws LineRejection {
    NavigableMap<String, CategoryCost> categories = new TreeMap<>();
    for (JsonNode category : line.path("categories")) {
      BigDecimal cases = number(category.path("cases"), "cases");
      BigDecimal counted = number(category.path("counted"), "counted");
      if (counted == null || !category.path("category").isTextual()) {
        throw new LineRejection(Code.FIELD_INVALID, "categories");
      }
      categories.put(
          category.path("category").textValue(),
          new CategoryCost(cents(counted), cases == null ? null : cases.longValueExact()));
    }
    return categories;
  }

  private QualityFacts quality() throws LineRejection {
    BigDecimal composite = number("compositeScore");
    BigDecimal score = composite == null ? number("qualityScore") : composite;
    Gate gate = gate();
    return gate == Gate.NONE && score == null
        ? QualityFacts.none()
        : QualityFacts.of(gate, score == null ? null : new Rate(score));
  }

  private Gate gate() throws LineRejection {
    JsonNode met = line.path("qualityStandardMet");
    if (met.isBoolean()) {
      return met.booleanValue() ? Gate.MET : Gate.NOT_MET;
    }
    try {
      return Gate.valueOf(text("qualityGate", Gate.NONE.name()));
    } catch (IllegalArgumentException unknown) {
      throw new LineRejection(Code.FIELD_INVALID, "qualityGate");
    }
  }

  private NavigableMap<String, BigDecimal> stated() throws LineRejection {
    NavigableMap<String, BigDecimal> stated = new TreeMap<>();
    for (var field : line.path("stated").properties()) {
      figure(stated, field.getKey(), field.getValue());
    }
    for (var field : line.properties()) {
      if (!FIELDS.contains(field.getKey())) {
        figure(stated, field.getKey(), field.getValue());
      }
    }
    return stated;
  }

  private static void figure(NavigableMap<String, BigDecimal> stated, String name, JsonNode value)
      throws LineRejection {
    if (value.isBoolean()) {
      stated.put(name, value.booleanValue() ? BigDecimal.ONE : BigDecimal.ZERO);
      return;
    }
    BigDecimal number = number(value, name);
    if (number != null) {
      stated.put(name, number);
    }
  }

  private static Money cents(BigDecimal dollars) {
    return Money.of(dollars.setScale(2, RoundingMode.HALF_UP));
  }

  private BigDecimal needed(String... names) throws LineRejection {
    for (String name : names) {
      BigDecimal value = number(name);
      if (value != null) {
        return value;
      }
    }
    throw new LineRejection(Code.FACT_MISSING, names[0]);
  }

  private @Nullable BigDecimal number(String name) throws LineRejection {
    return number(line.path(name), name);
  }

  /** A number, also as text; nothing where it is null or absent. */
  static @Nullable BigDecimal number(JsonNode node, String name) throws LineRejection {
    if (node.isNull() || node.isMissingNode()) {
      return null;
    }
    String text = node.asText();
    if (!text.matches("-?[0-9]{1,15}(\\.[0-9]{1,18})?")) {
      throw new LineRejection(Code.FIELD_INVALID, name);
    }
    return new BigDecimal(text);
  }

  private String text(String name, String otherwise) {
    JsonNode node = line.path(name);
    return node.isTextual() ? node.textValue() : otherwise;
  }

  private @Nullable LocalDate day(String name) throws LineRejection {
    JsonNode node = line.path(name);
    if (!node.isTextual()) {
      return null;
    }
    try {
      return LocalDate.parse(node.textValue());
    } catch (DateTimeException notADay) {
      throw new LineRejection(Code.FIELD_INVALID, name);
    }
  }
}
