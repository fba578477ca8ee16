package io.corridor.local.settle;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.corridor.common.money.Amount;
import io.corridor.common.money.Rate;
import io.corridor.local.settle.LineRejection.Code;
import io.corridor.settlement.mssp.Disaster;
import io.corridor.settlement.mssp.MinimumRateChoice;
import io.corridor.settlement.mssp.PerformanceFacts;
import io.corridor.settlement.mssp.SixMonthPeriod;
import io.corridor.settlement.mssp.Track;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of one line while it is read; each is taken once and checked for its form. */
final class FactsDraft {

  private static final int DIGITS = 34;
  private static final int DECIMALS = 18;

  private final Set<String> taken = new HashSet<>();
  private @Nullable String acoId;
  private @Nullable Long performanceYear;
  private @Nullable LocalDate agreementStart;
  private @Nullable Track track;
  private @Nullable Long agreementYear;
  private @Nullable Long assignedBeneficiaries;
  private @Nullable BigDecimal personYears;
  private @Nullable BigDecimal benchmarkTotal;
  private @Nullable BigDecimal expenditureTotal;
  private @Nullable MinimumRateChoice choice;
  private @Nullable SixMonthPeriod sixMonthPeriod;
  private boolean fullReporting;
  private @Nullable Boolean qualityStandardMet;
  private @Nullable Boolean alternativeStandardMet;
  private @Nullable BigDecimal qualityScore;
  private @Nullable BigDecimal healthEquityAdjustedScore;
  private @Nullable BigDecimal participantRevenue;
  private @Nullable BigDecimal disasterReduction;
  private @Nullable Long affectedMonths;
  private @Nullable BigDecimal affectedShare;
  private @Nullable Boolean lowRevenue;
  private @Nullable BigDecimal twoWayBlendBenchmarkTotal;
  private @Nullable Boolean guardrail;
  private @Nullable Long participatingMonths;
  private @Nullable BigDecimal recoupmentBalance;
  private @Nullable LocalDate paymentDate;
  private @Nullable BigDecimal publishedShareRate;
  private @Nullable BigDecimal publishedLossRate;

  /** The identifier, as far as it was read. */
  @Nullable String acoId() {
    return acoId;
  }

  /** Takes the value that the parser stands on. */
  void take(String field, JsonParser json) throws IOException, LineRejection {
    if (!taken.add(field)) {
      throw new LineRejection(Code.FIELD_TWICE, field);
    }
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      known(field);
      return;
    }
    switch (field) {
      case "acoId" -> acoId = text(field, json);
      case "performanceYear" -> performanceYear = whole(field, json);
      case "agreementStart" -> agreementStart = day(field, json);
      case "track" -> track = track(json);
      case "agreementYear" -> agreementYear = whole(field, json);
      case "assignedBeneficiaries" -> assignedBeneficiaries = whole(field, json);
      case "personYears" -> personYears = number(field, json);
      case "benchmarkTotal" -> benchmarkTotal = number(field, json);
      case "expenditureTotal" -> expenditureTotal = number(field, json);
      case "minimumSavingsRateChoice" -> choice = MinimumChoices.of(text(field, json));
      case "sixMonthPeriod" -> sixMonthPeriod = period(json);
      case "qualityReporting" -> fullReporting = fullReporting(json);
      case "qualityStandardMet" -> qualityStandardMet = flag(field, json);
      case "alternativeStandardMet" -> alternativeStandardMet = flag(field, json);
      case "qualityScore" -> qualityScore = number(field, json);
      case "healthEquityAdjustedScore" -> healthEquityAdjustedScore = number(field, json);
      case "participantRevenue" -> participantRevenue = number(field, json);
      case "disasterReduction" -> disasterReduction = number(field, json);
      case "affectedMonths" -> affectedMonths = whole(field, json);
      case "affectedShare" -> affectedShare = number(field, json);
      case "lowRevenue" -> lowRevenue = flag(field, json);
      case "twoWayBlendBenchmarkTotal" -> twoWayBlendBenchmarkTotal = number(field, json);
      case "guardrail" -> guardrail = flag(field, json);
      case "participatingMonths" -> participatingMonths = whole(field, json);
      case "recoupmentBalance" -> recoupmentBalance = number(field, json);
      case "paymentDate" -> paymentDate = day(field, json);
      case "publishedShareRate" -> publishedShareRate = number(field, json);
      case "publishedLossRate" -> publishedLossRate = number(field, json);
      default -> throw new LineRejection(Code.FIELD_UNKNOWN, field);
    }
  }

  private static void known(String field) throws LineRejection {
    if (!FactsReader.FIELDS.contains(field)) {
      throw new LineRejection(Code.FIELD_UNKNOWN, field);
    }
  }

  /** The facts, if nothing that is always needed is missing. */
  PerformanceFacts facts() throws LineRejection {
    return new PerformanceFacts(
        needed("acoId", acoId),
        year(),
        sixMonthPeriod,
        new PerformanceFacts.Agreement(
            needed("agreementStart", agreementStart),
            needed("track", track),
            needed("agreementYear", agreementYear),
            needed("minimumSavingsRateChoice", choice)),
        new PerformanceFacts.Population(
            needed("assignedBeneficiaries", assignedBeneficiaries), rate(personYears), lowRevenue),
        new PerformanceFacts.Finances(
            new Amount(needed("benchmarkTotal", benchmarkTotal)),
            new Amount(needed("expenditureTotal", expenditureTotal)),
            amount(twoWayBlendBenchmarkTotal),
            Boolean.TRUE.equals(guardrail),
            amount(participantRevenue)),
        new PerformanceFacts.Quality(
            fullReporting,
            qualityStandardMet,
            alternativeStandardMet,
            rate(qualityScore),
            rate(healthEquityAdjustedScore)),
        disaster(),
        participatingMonths,
        recoupmentBalance == null ? Amount.ZERO : new Amount(recoupmentBalance),
        paymentDate,
        new PerformanceFacts.Published(rate(publishedShareRate), rate(publishedLossRate)));
  }

  private int year() throws LineRejection {
    long year = needed("performanceYear", performanceYear);
    if (year != (int) year) {
      throw new LineRejection(Code.FIELD_INVALID, "performanceYear");
    }
    return (int) year;
  }

  /** A published reduction of nothing says nothing; its sign is not looked at. */
  private Disaster disaster() throws LineRejection {
    boolean dollars = disasterReduction != null && disasterReduction.signum() != 0;
    if (affectedMonths == null && affectedShare == null) {
      return dollars && disasterReduction != null
          ? new Disaster.Reduction(new Amount(disasterReduction.abs()))
          : Disaster.NONE;
    }
    if (dollars) {
      throw new LineRejection(Code.DISASTER_STATED_TWICE, "disasterReduction");
    }
    return new Disaster.Affected(
        needed("affectedMonths", affectedMonths), new Rate(needed("affectedShare", affectedShare)));
  }

  private static <T> T needed(String field, @Nullable T value) throws LineRejection {
    if (value == null) {
      throw new LineRejection(Code.FACT_MISSING, field);
    }
    return value;
  }

  private static @Nullable Amount amount(@Nullable BigDecimal value) {
    return value == null ? null : new Amount(value);
  }

  private static @Nullable Rate rate(@Nullable BigDecimal value) {
    return value == null ? null : new Rate(value);
  }

  private static String text(String field, JsonParser json) throws IOException, LineRejection {
    if (!json.currentToken().isScalarValue()) {
      throw new LineRejection(Code.FIELD_INVALID, field);
    }
    return json.getText();
  }

  /** A number, also as text; bounded, so that no exponent can ask for a page of zeros. */
  private static BigDecimal number(String field, JsonParser json)
      throws IOException, LineRejection {
    try {
      BigDecimal value = new BigDecimal(text(field, json));
      if (value.precision() > DIGITS || value.scale() > DECIMALS || value.scale() < -DECIMALS) {
        throw new LineRejection(Code.FIELD_INVALID, field);
      }
      return value;
    } catch (NumberFormatException notANumber) {
      throw new LineRejection(Code.FIELD_INVALID, field);
    }
  }

  private static long whole(String field, JsonParser json) throws IOException, LineRejection {
    try {
      return number(field, json).longValueExact();
    } catch (ArithmeticException notWhole) {
      throw new LineRejection(Code.FIELD_INVALID, field);
    }
  }

  private static LocalDate day(String field, JsonParser json) throws IOException, LineRejection {
    try {
      return LocalDate.parse(text(field, json));
    } catch (DateTimeException notADay) {
      throw new LineRejection(Code.FIELD_INVALID, field);
    }
  }

  private static boolean flag(String field, JsonParser json) throws LineRejection {
    return switch (json.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw new LineRejection(Code.FIELD_INVALID, field);
    };
  }

  private static Track track(JsonParser json) throws IOException, LineRejection {
    Track track = TrackNames.of(text("track", json));
    if (track == null) {
      throw new LineRejection(Code.FIELD_INVALID, "track");
    }
    return track;
  }

  private static SixMonthPeriod period(JsonParser json) throws IOException, LineRejection {
    return switch (text("sixMonthPeriod", json)) {
      case "JAN_JUN" -> SixMonthPeriod.JAN_JUN;
      case "JUL_DEC" -> SixMonthPeriod.JUL_DEC;
      default -> throw new LineRejection(Code.FIELD_INVALID, "sixMonthPeriod");
    };
  }

  private static boolean fullReporting(JsonParser json) throws IOException, LineRejection {
    if (text("qualityReporting", json).equals("FULL_REPORTING_YEAR")) {
      return true;
    }
    throw new LineRejection(Code.FIELD_INVALID, "qualityReporting");
  }
}
