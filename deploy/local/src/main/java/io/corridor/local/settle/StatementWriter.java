package io.corridor.local.settle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Step;
import io.corridor.settlement.mssp.MsspRefusal;
import io.corridor.settlement.mssp.MsspRules;
import io.corridor.settlement.mssp.MsspStatement;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes one line a statement or rejection (docs/settle.md). Every decimal is an exact text, so
 * that no reader can lose a digit.
 */
final class StatementWriter implements AutoCloseable {

  private final JsonGenerator json;

  /** Names, citations and formulas as bytes; there are as many as the rules have. */
  private final Map<String, SerializableString> texts = new HashMap<>();

  StatementWriter(OutputStream out) throws IOException {
    json = new JsonFactory().createGenerator(out).setRootValueSeparator(null);
  }

  /** Writes the statement of a line. */
  void statement(long line, MsspStatement statement) throws IOException {
    json.writeStartObject();
    json.writeNumberField("line", line);
    json.writeStringField("acoId", statement.acoId());
    json.writeNumberField("performanceYear", statement.performanceYear());
    decimal("earned", whole(statement.earned().dollars()));
    decimal("owed", whole(statement.owed().dollars()));
    decimal("recouped", statement.recouped().dollars());
    decimal("recoupmentBalance", statement.balance().dollars());
    decimal("payment", statement.payment().dollars());
    rate("savingsRate", statement.savingsRate());
    rate("minimumSavingsRate", statement.minimumSavingsRate());
    decimal("generated", statement.generated().dollars());
    rate("shareRate", statement.shareRate());
    rate("lossRate", statement.lossRate());
    names("limitsBinding", statement.limits());
    names("assumptions", statement.assumptions());
    json.writeStringField("ruleVersion", MsspRules.VERSION);
    json.writeArrayFieldStart("steps");
    for (Step step : statement.steps()) {
      step(step);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  /** Writes what the rules refuse. */
  void refusal(long line, String acoId, MsspRefusal refusal) throws IOException {
    rejected(line, acoId, refusal.code().name(), refusal.field());
  }

  /** Writes what cannot be read. */
  void rejection(long line, @Nullable String acoId, LineRejection rejection) throws IOException {
    rejected(line, acoId, rejection.code().name(), rejection.field());
  }

  private void rejected(long line, @Nullable String acoId, String code, String field)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("line", line);
    json.writeStringField("acoId", acoId);
    json.writeObjectFieldStart("rejected");
    json.writeStringField("code", code);
    json.writeStringField("field", field);
    json.writeEndObject();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void step(Step step) throws IOException {
    json.writeStartObject();
    text("name", step.name());
    text("citation", step.citation());
    text("formula", step.formula());
    json.writeFieldName(bytes("inputs"));
    json.writeStartObject();
    for (Step.Input input : step.inputs()) {
      decimal(input.name(), input.value());
    }
    json.writeEndObject();
    decimal("value", step.value());
    json.writeEndObject();
  }

  private void text(String field, String value) throws IOException {
    json.writeFieldName(bytes(field));
    json.writeString(bytes(value));
  }

  private SerializableString bytes(String text) {
    return texts.computeIfAbsent(text, SerializedString::new);
  }

  private void names(String field, List<? extends Enum<?>> values) throws IOException {
    json.writeArrayFieldStart(field);
    for (Enum<?> value : values) {
      json.writeString(value.name());
    }
    json.writeEndArray();
  }

  private void rate(String field, @Nullable Rate rate) throws IOException {
    if (rate == null) {
      json.writeNullField(field);
    } else {
      decimal(field, rate.value());
    }
  }

  private void decimal(String field, BigDecimal value) throws IOException {
    json.writeFieldName(bytes(field));
    json.writeString(value.toPlainString());
  }

  /** Whole dollars without cents. */
  private static BigDecimal whole(BigDecimal dollars) {
    return dollars.setScale(0);
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
