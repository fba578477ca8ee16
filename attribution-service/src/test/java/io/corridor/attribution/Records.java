package io.corridor.attribution;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.common.fixture.TermsRecords;
import io.corridor.schemas.Affiliation;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.EnrollmentKind;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.Participant;
import io.corridor.schemas.PcpSelection;
import io.corridor.schemas.Person;
import io.corridor.schemas.RecordStatus;
import io.corridor.schemas.SelectionSource;
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
  static final String T3 = "300000003";
  static final String N1 = "1000000001";
  static final String N2 = "1000000002";
  static final String N3 = "1000000003";

  private Records() {}

  static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  static Instant at(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /** A professional claim of one line of a family physician. */
  static Claim visit(
      String id,
      ClaimStatus status,
      LocalDate day,
      String tin,
      String npi,
      String code,
      String dollars,
      LocalDate received) {
    return visit(id, status, day, tin, npi, "08", code, dollars, received);
  }

  /** A professional claim of one line. */
  static Claim visit(
      String id,
      ClaimStatus status,
      LocalDate day,
      String tin,
      String npi,
      String specialty,
      String code,
      String dollars,
      LocalDate received) {
    return IntakeRecords.professional(id, status, "m", day, at(received))
        .setBillingTin(tin)
        .setLines(
            List.of(
                IntakeRecords.line(day, code, dollars)
                    .setPlaceOfService("11")
                    .setRenderingNpi(npi)
                    .setSpecialty(specialty)
                    .setAllowed(new BigDecimal(dollars))
                    .build()))
        .build();
  }

  static EnrollmentRecord coverage(
      String id, LocalDate from, @Nullable LocalDate lastDay, LocalDate received) {
    return IntakeRecords.coverage(id, "m", from, lastDay, at(received));
  }

  static EnrollmentRecord selection(
      String id, String npi, LocalDate from, @Nullable LocalDate lastDay) {
    return IntakeRecords.enrollment(id, EnrollmentKind.PCP_SELECTION, "m", at(from))
        .setSelection(
            PcpSelection.newBuilder()
                .setNpi(npi)
                .setChosenBy(SelectionSource.MEMBER)
                .setFrom(from)
                .setLastDay(lastDay)
                .build())
        .build();
  }

  static EnrollmentRecord person(String id, @Nullable LocalDate death, LocalDate received) {
    return IntakeRecords.enrollment(id, EnrollmentKind.PERSON, "m", at(received))
        .setPerson(
            Person.newBuilder()
                .setBirthDate(day("1950-02-28"))
                .setSex(Sex.FEMALE)
                .setDeathDate(death)
                .build())
        .build();
  }

  static Affiliation affiliation(String npi, String tin, LocalDate from) {
    return Affiliation.newBuilder()
        .setNpi(npi)
        .setTin(tin)
        .setAccepting(true)
        .setFrom(from)
        .setVersion(1)
        .setStatus(RecordStatus.ACTIVE)
        .build();
  }

  /** A contract of 2025 and 2026 with practices T1 and T2. */
  static ContractTerms terms(int version, String effectiveFrom, List<String> methods) {
    return TermsRecords.contract(
            "C1",
            version,
            day(effectiveFrom),
            TermsRecords.attribution(methods)
                .setTieBreaks(List.of("RECENCY", "ALLOWED"))
                .setRequirePartsAandB(true)
                .build(),
            2025,
            2026)
        .setAcoName("A")
        .setParticipants(
            List.of(
                new Participant(T1, null, day("2020-01-01"), null),
                new Participant(T2, null, day("2020-01-01"), null)))
        .setZone("UTC")
        .setRejectedLimit(10)
        .build();
  }
}
