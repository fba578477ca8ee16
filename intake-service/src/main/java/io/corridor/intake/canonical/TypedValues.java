package io.corridor.intake.canonical;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What the line reader demands of texts, dates and lists, demanded of a record that came typed. */
final class TypedValues {

  private static final int LONGEST_LIST = 1_000;

  private TypedValues() {}

  static void check(SpecificRecord record) {
    for (Schema.Field field : record.getSchema().getFields()) {
      try {
        value(record.get(field.pos()));
      } catch (Fault fault) {
        throw fault.under(field.name());
      }
    }
  }

  private static void value(@Nullable Object value) {
    switch (value) {
      case String text -> Texts.requirePlain(text);
      case LocalDate date -> year(date.getYear(), RejectionCode.INTAKE_DATE);
      case Instant instant -> instant(instant);
      case BigDecimal decimal -> decimal(decimal);
      case SpecificRecord part -> check(part);
      case List<?> list -> list(list);
      case null, default -> {
        // Absent, a number, a truth value or an enumeration: the schema has checked it.
      }
    }
  }

  private static void instant(Instant instant) {
    boolean sound =
        instant.getEpochSecond() > -4_000_000_000_000L
            && instant.getEpochSecond() < 4_000_000_000_000L;
    year(sound ? instant.atOffset(ZoneOffset.UTC).getYear() : 0, RejectionCode.INTAKE_TIME);
  }

  private static void year(int year, RejectionCode code) {
    if (year < Texts.FIRST_YEAR || year > Texts.LAST_YEAR) {
      throw new Fault(code, null, "The year lies outside 1850 to 2150");
    }
  }

  private static void decimal(BigDecimal decimal) {
    if (decimal.precision() - decimal.scale() > 12) {
      throw new Fault(RejectionCode.INTAKE_AMOUNT, null, "The number is too large");
    }
  }

  private static void list(List<?> list) {
    if (list.size() > LONGEST_LIST) {
      throw new Fault(RejectionCode.INTAKE_TOO_LARGE, null, "The list is too long");
    }
    for (int i = 0; i < list.size(); i++) {
      try {
        value(list.get(i));
      } catch (Fault fault) {
        throw fault.under("[" + i + "]");
      }
    }
  }
}
