package io.corridor.local.settle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.corridor.common.rules.Step;
import io.corridor.settlement.backtest.BackTest;
import io.corridor.settlement.engine.EstimateResult;
import io.corridor.settlement.engine.EstimateResult.Estimated;
import io.corridor.settlement.engine.EstimateResult.NotEstimated;
import io.corridor.settlement.engine.PeriodFacts;
import io.corridor.settlement.whatif.Bar;
import io.corridor.settlement.whatif.Bars;
import io.corridor.settlement.whatif.Change;
import io.corridor.settlement.whatif.WhatIfAnswer;
import io.corridor.settlement.whatif.WhatIfAnswer.Answered;
import io.corridor.settlement.whatif.WhatIfAnswer.NotAnswered;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What-if answers and back-tests as JSON; every decimal is a text with all its digits. */
final class SettleJson {

  private SettleJson() {}

  /** A year that was asked about, and the answer. */
  record Answer(PeriodFacts facts, WhatIfAnswer answer) {}

  private interface Content {
    void write(JsonGenerator json) throws IOException;
  }

  private static void file(Path file, Content content) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      content.write(json);
      json.writeEndObject();
    }
  }

  static void whatIf(Path file, List<Change> asked, List<Answer> answers) throws IOException {
    file(
        file,
        json -> {
          json.writeArrayFieldStart("changes");
          for (Change change : asked) {
            json.writeStartObject();
            json.writeStringField("name", change.asked());
            json.writeStringField("value", change.value());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeArrayFieldStart("answers");
          for (Answer answer : answers) {
            json.writeStartObject();
            period(json, answer.facts());
            answer(json, answer.answer());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static void answer(JsonGenerator json, WhatIfAnswer answer) throws IOException {
    switch (answer) {
      case NotAnswered not -> {
        json.writeObjectFieldStart("refused");
        json.writeStringField("code", not.refusal().code().name());
        json.writeStringField("subject", not.refusal().subject());
        json.writeEndObject();
      }
      case Answered answered -> {
        json.writeArrayFieldStart("years");
        for (WhatIfAnswer.Year year : answered.years()) {
          json.writeStartObject();
          json.writeNumberField("number", year.number());
          json.writeObjectFieldStart("before");
          result(json, year.before());
          json.writeEndObject();
          json.writeObjectFieldStart("after");
          result(json, year.after());
          json.writeEndObject();
          json.writeStringField(
              "difference",
              year.difference().map(one -> one.dollars().toPlainString()).orElse(null));
          json.writeEndObject();
        }
        json.writeEndArray();
      }
    }
  }

  static void backTest(Path file, String draft, BackTest test) throws IOException {
    file(
        file,
        json -> {
          json.writeStringField("contract", draft);
          json.writeArrayFieldStart("years");
          for (BackTest.Year year : test.years()) {
            json.writeStartObject();
            period(json, year.facts());
            result(json, year.result());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeFieldName("range");
          range(json, test);
          json.writeObjectFieldStart("limits");
          for (var limit : test.limits().entrySet()) {
            json.writeNumberField(limit.getKey(), limit.getValue());
          }
          json.writeEndObject();
        });
  }

  private static void range(JsonGenerator json, BackTest test) throws IOException {
    if (test.range().isEmpty()) {
      json.writeNull();
      return;
    }
    BackTest.Range range = test.range().get();
    json.writeStartObject();
    json.writeStringField("least", range.least().dollars().toPlainString());
    json.writeStringField("most", range.most().dollars().toPlainString());
    json.writeStringField("total", range.total().dollars().toPlainString());
    json.writeNumberField("years", range.years());
    json.writeEndObject();
  }

  private static void period(JsonGenerator json, PeriodFacts facts) throws IOException {
    json.writeStringField("id", facts.period().id());
    json.writeNumberField("performanceYear", facts.period().year());
    json.writeNumberField("contractYear", facts.period().contractYear());
    json.writeStringField("budget", facts.cost().budget().dollars().toPlainString());
    json.writeStringField("counted", facts.cost().counted().dollars().toPlainString());
  }

  private static void result(JsonGenerator json, EstimateResult result) throws IOException {
    switch (result) {
      case NotEstimated not -> {
        json.writeObjectFieldStart("refused");
        json.writeStringField("code", not.refused().code().name());
        json.writeStringField("detail", not.refused().detail());
        strings(json, "figures", not.refused().figures());
        json.writeEndObject();
      }
      case Estimated figures -> {
        json.writeStringField("low", figures.low().payment().dollars().toPlainString());
        json.writeStringField("expected", figures.expected().payment().dollars().toPlainString());
        json.writeStringField("high", figures.high().payment().dollars().toPlainString());
        strings(json, "limitsBinding", figures.expected().limits());
        strings(json, "warnings", figures.expected().warnings());
        json.writeArrayFieldStart("bars");
        for (Bar bar : Bars.of(figures.expected())) {
          json.writeStartObject();
          json.writeStringField("stage", bar.stage().name());
          json.writeStringField("from", bar.from().dollars().toPlainString());
          json.writeStringField("to", bar.to().dollars().toPlainString());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("steps");
        for (Step step : figures.expected().steps()) {
          step(json, step);
        }
        json.writeEndArray();
      }
    }
  }

  private static void strings(JsonGenerator json, String field, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private static void step(JsonGenerator json, Step step) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", step.name());
    json.writeStringField("citation", step.citation());
    json.writeStringField("formula", step.formula());
    json.writeObjectFieldStart("inputs");
    for (Step.Input input : step.inputs()) {
      json.writeStringField(input.name(), input.value().toPlainString());
    }
    json.writeEndObject();
    json.writeStringField("value", step.value().toPlainString());
    json.writeEndObject();
  }
}
