package io.corridor.common.streams;

import io.corridor.common.care.AssignedSpan;
import io.corridor.common.care.Choice;
import io.corridor.common.care.Claim;
import io.corridor.common.care.ClaimLine;
import io.corridor.common.care.Coverage;
import io.corridor.common.care.Enrollment;
import io.corridor.common.care.Home;
import io.corridor.common.care.PcpSelection;
import io.corridor.common.care.Person;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import io.corridor.common.time.DateSpan;
import io.corridor.schemas.Assignment;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.MemberChoice;
import io.corridor.schemas.RecordStatus;
import io.corridor.schemas.Sex;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Avro records of intake and attribution into the records that rules read. */
public final class CareMapper {

  private CareMapper() {}

  /**
   * A claim version. A status or type that this version of the code does not know counts as pended:
   * it costs nothing until the code knows it.
   */
  public static Claim claim(io.corridor.schemas.Claim claim) {
    return new Claim(
        claim.getPayer(),
        claim.getClaimId(),
        switch (claim.getStatus()) {
          case PAID -> Claim.Status.PAID;
          case DENIED -> Claim.Status.DENIED;
          case REVERSED -> Claim.Status.REVERSED;
          case PENDED, UNKNOWN -> Claim.Status.PENDED;
        },
        switch (claim.getType()) {
          case PROFESSIONAL, UNKNOWN -> Claim.Type.PROFESSIONAL;
          case INSTITUTIONAL -> Claim.Type.INSTITUTIONAL;
          case PHARMACY -> Claim.Type.PHARMACY;
        },
        switch (claim.getPaymentKind()) {
          case FEE_FOR_SERVICE, UNKNOWN -> Claim.PaymentKind.FEE_FOR_SERVICE;
          case ENCOUNTER -> Claim.PaymentKind.ENCOUNTER;
          case CAPITATED -> Claim.PaymentKind.CAPITATED;
          case BUNDLED -> Claim.PaymentKind.BUNDLED;
        },
        claim.getFrom(),
        claim.getThrough(),
        claim.getAdmitted(),
        claim.getDischarged(),
        claim.getDischargeStatus(),
        claim.getTypeOfBill(),
        claim.getMsDrg(),
        claim.getFacility(),
        claim.getBillingTin() == null ? null : new Tin(claim.getBillingTin()),
        claim.getPrincipalDiagnosis(),
        claim.getDiagnoses(),
        claim.getProcedures(),
        receivedAt(claim.getReceivedAt()),
        claim.getLines().stream().map(CareMapper::line).toList());
  }

  private static ClaimLine line(io.corridor.schemas.ClaimLine line) {
    return new ClaimLine(
        line.getLine(),
        line.getFrom(),
        line.getThrough(),
        line.getHcpcs(),
        line.getModifiers(),
        line.getRevenueCode(),
        line.getPlaceOfService(),
        line.getRenderingNpi() == null ? null : new Npi(line.getRenderingNpi()),
        line.getSpecialty(),
        line.getTaxonomy(),
        line.getNdc(),
        money(line.getAllowed()),
        Money.of(line.getPaid()),
        money(line.getShadowAllowed()),
        line.getDenied(),
        line.getDiagnoses());
  }

  private static @Nullable Money money(@Nullable BigDecimal dollars) {
    return dollars == null ? null : Money.of(dollars);
  }

  /** The instant that intake stamped; every record on a topic has one. */
  public static Instant receivedAt(@Nullable Instant stamped) {
    if (stamped == null) {
      throw new IllegalStateException("a record on a topic has no receivedAt");
    }
    return stamped;
  }

  /** An enrollment fact; empty when it was voided or is of a kind not known here. */
  public static Optional<Enrollment> enrollment(EnrollmentRecord record) {
    if (record.getStatus() != RecordStatus.ACTIVE) {
      return Optional.empty();
    }
    return content(record)
        .map(content ->
            new Enrollment(
                record.getPayer(),
                record.getRecordId(),
                receivedAt(record.getReceivedAt()),
                content));
  }

  private static Optional<Enrollment.Content> content(EnrollmentRecord record) {
    if (record.getCoverage() != null) {
      return Optional.of(
          new Enrollment.Covered(
              coverage(record.getCoverage()),
              new Home(record.getCoverage().getZip(), record.getCoverage().getCounty())));
    }
    if (record.getSelection() != null) {
      return Optional.of(new Enrollment.Selected(selection(record.getSelection())));
    }
    if (record.getPerson() != null) {
      return Optional.of(new Enrollment.Known(person(record.getPerson())));
    }
    if (record.getChoice() != null) {
      return choice(record.getChoice()).map(Enrollment.Chose::new);
    }
    return Optional.empty();
  }

  private static Coverage coverage(io.corridor.schemas.Coverage coverage) {
    return new Coverage(
        coverage.getLineOfBusiness(),
        DateSpan.ofInclusive(coverage.getFrom(), coverage.getLastDay()),
        coverage.getPartA() && coverage.getPartB() && !coverage.getManagedCare(),
        coverage.getDual(),
        coverage.getOptedOut(),
        new Coverage.Entitlement(
            coverage.getPartA(),
            coverage.getPartB(),
            coverage.getManagedCare(),
            coverage.getState(),
            coverage.getExclusiveProgram()));
  }

  private static PcpSelection selection(io.corridor.schemas.PcpSelection selection) {
    return new PcpSelection(
        new Npi(selection.getNpi()),
        switch (selection.getChosenBy()) {
          case MEMBER -> PcpSelection.ChosenBy.MEMBER;
          case STAFF -> PcpSelection.ChosenBy.STAFF;
          case AUTO, UNKNOWN -> PcpSelection.ChosenBy.AUTO;
        },
        DateSpan.ofInclusive(selection.getFrom(), selection.getLastDay()));
  }

  /** Empty for a word that this version does not know. */
  private static Optional<Choice> choice(MemberChoice choice) {
    return Arrays.stream(Choice.What.values())
        .filter(what -> what.name().equals(choice.getWhat()))
        .findFirst()
        .map(what -> new Choice(what, DateSpan.ofInclusive(choice.getFrom(), choice.getLastDay())));
  }

  private static Person person(io.corridor.schemas.Person person) {
    return new Person(person.getBirthDate(), person.getSex() == Sex.FEMALE, person.getDeathDate());
  }

  /** The spans of an assignment, ascending. */
  public static List<AssignedSpan> assignment(Assignment assignment) {
    return assignment.getSpans().stream()
        .map(span ->
            new AssignedSpan(
                new DateSpan(span.getFrom(), span.getUntil()),
                new Tin(span.getTin()),
                span.getNpi() == null ? null : new Npi(span.getNpi())))
        .toList();
  }
}
