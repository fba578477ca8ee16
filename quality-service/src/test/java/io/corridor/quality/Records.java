package io.corridor.quality;

import io.corridor.common.fixture.AssignmentRecords;
import io.corridor.common.fixture.IntakeRecords;
import io.corridor.common.fixture.TermsRecords;
import io.corridor.schemas.AssignmentSpan;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.ClaimType;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.EnrollmentKind;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.MeasureTerms;
import io.corridor.schemas.Person;
import io.corridor.schemas.QualityTerms;
import io.corridor.schemas.Sex;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Avro records for topology tests. */
final class Records {

  static final String T1 = "100000001";
  static final String T2 = "200000002";
  static final String N1 = "1000000001";

  private static final Instant RECEIVED = at(day("2024-01-01"));

  private Records() {}

  static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Instant at(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /** A professional claim of one line. */
  static Claim service(String id, ClaimStatus status, LocalDate day, String code) {
    return IntakeRecords.professional(id, status, "m", day, at(day))
        .setLines(List.of(IntakeRecords.line(day, code, "10.00").build()))
        .build();
  }

  /** A facility's claim of one line. */
  static Claim facility(String id, String bill, String facility, LocalDate day, String code) {
    return Claim.newBuilder(service(id, ClaimStatus.PAID, day, code))
        .setType(ClaimType.INSTITUTIONAL)
        .setTypeOfBill(bill)
        .setFacility(facility)
        .build();
  }

  static EnrollmentRecord coverage(String id, LocalDate from, @Nullable LocalDate lastDay) {
    return IntakeRecords.coverage(id, "m", from, lastDay, RECEIVED);
  }

  static EnrollmentRecord person(String id, LocalDate born, Sex sex) {
    return IntakeRecords.enrollment(id, EnrollmentKind.PERSON, "m", RECEIVED)
        .setPerson(Person.newBuilder().setBirthDate(born).setSex(sex).build())
        .build();
  }

  static AssignmentSpan span(String from, @Nullable String until, String tin) {
    return AssignmentRecords.byVisits(day(from), until == null ? null : day(until), tin, N1);
  }

  private static MeasureTerms measure(
      String id, String weight, String threshold, String benchmark, int minimum) {
    return new MeasureTerms(id, decimal(weight), decimal(threshold), decimal(benchmark), minimum);
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text).setScale(6);
  }

  /** A contract of 2025 and 2026 with a programme of three measures. */
  static ContractTerms terms(int version, String effectiveFrom, String weightOfVisits) {
    return TermsRecords.contract(
            "C1",
            version,
            day(effectiveFrom),
            TermsRecords.attribution(List.of("PLURALITY_VISITS"))
                .setTieBreaks(List.of("RECENCY", "ALLOWED"))
                .setRequirePartsAandB(true)
                .build(),
            2025,
            2026)
        .setAcoName("A")
        .setQuality(
            new QualityTerms(
                List.of(
                    measure("Q01", "30", "0.4", "0.8", 1),
                    measure("Q02", "30", "0.4", "0.8", 1),
                    measure("Q14", weightOfVisits, "2000", "400", 1)),
                decimal("0.4"),
                true,
                decimal("0.8"),
                decimal("0.5"),
                null,
                null))
        .setZone("UTC")
        .setRejectedLimit(10)
        .build();
  }
}
