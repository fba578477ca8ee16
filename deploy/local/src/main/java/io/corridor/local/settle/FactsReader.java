package io.corridor.local.settle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.corridor.local.feed.LineReader;
import io.corridor.local.settle.LineRejection.Code;
import io.corridor.settlement.mssp.PerformanceFacts;
import java.io.IOException;
import java.util.Set;

/** Reads one line of facts (docs/settle.md). */
final class FactsReader {

  /** Every field of the format. */
  static final Set<String> FIELDS =
      Set.of(
          "acoId",
          "performanceYear",
          "agreementStart",
          "track",
          "agreementYear",
          "assignedBeneficiaries",
          "personYears",
          "benchmarkTotal",
          "expenditureTotal",
          "minimumSavingsRateChoice",
          "sixMonthPeriod",
          "qualityReporting",
          "qualityStandardMet",
          "alternativeStandardMet",
          "qualityScore",
          "healthEquityAdjustedScore",
          "participantRevenue",
          "disasterReduction",
          "affectedMonths",
          "affectedShare",
          "lowRevenue",
          "twoWayBlendBenchmarkTotal",
          "guardrail",
          "participatingMonths",
          "recoupmentBalance",
          "paymentDate",
          "publishedShareRate",
          "publishedLossRate");

  private static final JsonFactory JSON = new JsonFactory();

  private FactsReader() {}

  /**
   * The facts of a line.
   *
   * @param draft takes the fields; keeps what was read when the line is rejected
   */
  static PerformanceFacts read(byte[] line, FactsDraft draft) throws LineRejection {
    if (line.length >= LineReader.LIMIT) {
      throw new LineRejection(Code.LINE_TOO_LONG, "");
    }
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new LineRejection(Code.NOT_JSON, "");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        draft.take(field, json);
      }
      if (json.nextToken() != null) {
        throw new LineRejection(Code.NOT_JSON, "");
      }
      return draft.facts();
    } catch (IOException broken) {
      throw new LineRejection(Code.NOT_JSON, "");
    }
  }
}
