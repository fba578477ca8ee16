package io.corridor.benchmark.risk;

import io.corridor.common.care.Person;
import io.corridor.common.rules.CodeTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Example beneficiaries computed by hand from the coefficient tables, see the table's header. */
final class RiskExamples {

  private RiskExamples() {}

  /**
   * One example.
   *
   * @param id id of the row
   * @param shows what it shows
   * @param model model it is computed under
   * @param paymentYear payment year
   * @param person birth date and sex
   * @param facts enrollment facts
   * @param codes diagnoses of the year before
   * @param segment code of the segment
   * @param working terms; those with a factor of zero may be left out
   * @param raw sum of the terms
   * @param normalized after normalization
   * @param codingAdjusted after the coding adjustment
   */
  record Example(
      String id,
      String shows,
      RiskModel model,
      int paymentYear,
      Person person,
      SegmentFacts facts,
      List<String> codes,
      String segment,
      List<Part> working,
      BigDecimal raw,
      RiskScore normalized,
      RiskScore codingAdjusted) {

    @Override
    public String toString() {
      return id + " " + model + ": " + shows;
    }
  }

  /** All examples in file order. */
  static List<Example> all() {
    return CodeTable.load(RiskExamples.class, "/risk/beneficiaries.csv").rows().stream()
        .map(RiskExamples::example)
        .toList();
  }

  private static Example example(Map<String, String> cells) {
    TableRow row = new TableRow("beneficiaries", cells);
    return new Example(
        row.required("id"),
        row.required("shows"),
        RiskModel.valueOf(row.required("model")),
        row.number("payment_year"),
        new Person(
            LocalDate.parse(row.required("birth_date")), row.required("sex").equals("F"), null),
        new SegmentFacts(
            SegmentFacts.OriginalReason.ofCode(row.required("original_reason")),
            SegmentFacts.MedicaidBenefit.valueOf(row.required("medicaid")),
            row.required("institution").equals("YES"),
            SegmentFacts.Enrollment.valueOf(row.required("enrollment"))),
        row.text("diagnoses").isEmpty() ? List.of() : row.words("diagnoses").toList(),
        row.required("segment"),
        working(row.required("working")),
        row.decimal("raw"),
        new RiskScore(row.decimal("normalized")),
        new RiskScore(row.decimal("coding_adjusted")));
  }

  private static List<Part> working(String text) {
    List<Part> parts = new ArrayList<>();
    Stream.of(text.split(" \\+ "))
        .map(term -> term.split(" "))
        .forEach(term -> parts.add(new Part(term[0], new BigDecimal(term[1]))));
    return List.copyOf(parts);
  }
}
