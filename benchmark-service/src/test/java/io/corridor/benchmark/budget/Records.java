package io.corridor.benchmark.budget;

import io.corridor.common.fixture.AssignmentRecords;
import io.corridor.common.fixture.IntakeRecords;
import io.corridor.common.fixture.TermsRecords;
import io.corridor.schemas.Assignment;
import io.corridor.schemas.BudgetLine;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.Coverage;
import io.corridor.schemas.EnrollmentKind;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.Participant;
import io.corridor.schemas.Person;
import io.corridor.schemas.Sex;
import io.corridor.schemas.StopLossTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Avro records for the topology test. */
final class Records {

  static final String TIN_A = "111111111";
  static final String TIN_B = "222222222";

  private Records() {}

  static Claim claim(String id, int version, String member, String day, String paid) {
    LocalDate date = LocalDate.parse(day);
    return IntakeRecords.professional(id, ClaimStatus.PAID, member, date, Instant.EPOCH)
        .setVersion(version)
        .setBillingTin(TIN_A)
        .setLines(
            List.of(
                IntakeRecords.line(date, "99213", paid).setAllowed(new BigDecimal(paid)).build()))
        .build();
  }

  static EnrollmentRecord coverage(String member, String from, @Nullable String lastDay) {
    return IntakeRecords.coverage(
        member + "-cov", member, LocalDate.parse(from), day(lastDay), Instant.EPOCH);
  }

  /** A professional visit with diagnoses. */
  static Claim diagnosed(String id, String member, String day, String... codes) {
    return Claim.newBuilder(claim(id, 1, member, day, "100.00"))
        .setDiagnoses(List.of(codes))
        .build();
  }

  /** A woman or man of payer P1. */
  static EnrollmentRecord person(String member, String born, Sex sex) {
    return IntakeRecords.enrollment(member + "-p", EnrollmentKind.PERSON, member, Instant.EPOCH)
        .setPerson(Person.newBuilder().setBirthDate(LocalDate.parse(born)).setSex(sex).build())
        .build();
  }

  /** Coverage of which more is known. */
  static EnrollmentRecord coverage(EnrollmentRecord plain, Consumer<Coverage.Builder> more) {
    Coverage.Builder coverage =
        Coverage.newBuilder(java.util.Objects.requireNonNull(plain.getCoverage()));
    more.accept(coverage);
    return EnrollmentRecord.newBuilder(plain).setCoverage(coverage.build()).build();
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  static Assignment assigned(String member, String tin, String from, @Nullable String until) {
    return AssignmentRecords.assignment(
        member, "C1", AssignmentRecords.byVisits(LocalDate.parse(from), day(until), tin, null));
  }

  static ContractTerms terms(int version, String pmpm, @Nullable String attachment) {
    return TermsRecords.contract(
            "C1",
            version,
            LocalDate.of(2025, 1, 1),
            TermsRecords.attribution(List.of("PLURALITY_VISITS"))
                .setTieBreaks(List.of("RECENCY"))
                .setAnchor("FIRST_DAY")
                .build(),
            2025)
        .setAcoName("A1")
        .setParticipants(
            List.of(
                new Participant(TIN_A, null, LocalDate.of(2025, 1, 1), null),
                new Participant(TIN_B, null, LocalDate.of(2025, 1, 1), null)))
        .setAmountBasis("PAID")
        .setStopLoss(
            attachment == null
                ? null
                : new StopLossTerms(new BigDecimal(attachment), new BigDecimal("1.000000")))
        .setBudget(List.of(new BudgetLine(2025, "ALL", new BigDecimal(pmpm))))
        .setRejectedLimit(0)
        .build();
  }
}
