package io.corridor.quality.measure;

import io.corridor.common.care.Claim;
import io.corridor.common.care.ClaimLine;
import io.corridor.common.care.Coverage;
import io.corridor.common.care.Enrollment;
import io.corridor.common.care.Person;
import io.corridor.common.facts.MemoryRows;
import io.corridor.common.money.Money;
import io.corridor.common.time.DateSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member for rule tests; only what matters to a test is named there. */
public final class Member {

  public static final String PAYER = "P";
  private static final QualityFacts FACTS = new QualityFacts();

  public final MemoryRows rows = new MemoryRows();

  /** A woman covered from a day on. */
  public static Member woman(String born, String coveredFrom) {
    return new Member()
        .with(new Enrollment.Known(new Person(day(born), true, null)))
        .with(covered(coveredFrom, null));
  }

  public static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  public static Enrollment.Content covered(String from, @Nullable String lastDay) {
    return new Enrollment.Covered(
        new Coverage(
            "MEDICARE",
            DateSpan.ofInclusive(day(from), lastDay == null ? null : day(lastDay)),
            true,
            false,
            false));
  }

  public Member with(Enrollment.Content content) {
    rows.add(FACTS.of(new Enrollment(PAYER, "r", Instant.EPOCH, content)));
    return this;
  }

  public Member without(Enrollment.Content content) {
    rows.subtract(FACTS.of(new Enrollment(PAYER, "r", Instant.EPOCH, content)));
    return this;
  }

  public Member with(Claim claim) {
    rows.add(FACTS.of(claim));
    return this;
  }

  public Member without(Claim claim) {
    rows.subtract(FACTS.of(claim));
    return this;
  }

  /** A professional claim of one line. */
  public static Claim service(String day, String hcpcs, String... modifiers) {
    return claim(
        Claim.Status.PAID,
        Claim.Type.PROFESSIONAL,
        day,
        "",
        "",
        line(day, hcpcs, "", "", modifiers),
        List.of(),
        List.of());
  }

  /** The same claim, taken back. */
  public static Claim reversed(String day, String hcpcs) {
    return claim(
        Claim.Status.REVERSED,
        Claim.Type.PROFESSIONAL,
        day,
        "",
        "",
        line(day, hcpcs, "", ""),
        List.of(),
        List.of());
  }

  public static Claim diagnosed(String day, String diagnosis) {
    return claim(
        Claim.Status.PAID,
        Claim.Type.PROFESSIONAL,
        day,
        "",
        "",
        line(day, "99213", "", ""),
        List.of(diagnosis),
        List.of());
  }

  public static Claim procedure(String day, String code) {
    return claim(
        Claim.Status.PAID,
        Claim.Type.INSTITUTIONAL,
        day,
        "111",
        "H1",
        line(day, "", "0120", ""),
        List.of(),
        List.of(code));
  }

  /** An institutional claim of one line. */
  public static Claim facility(
      String day, String bill, String facility, String revenue, String hcpcs) {
    return claim(
        Claim.Status.PAID,
        Claim.Type.INSTITUTIONAL,
        day,
        bill,
        facility,
        line(day, hcpcs, revenue, ""),
        List.of(),
        List.of());
  }

  /** A clinician's claim at a place of service, without facility. */
  public static Claim at(String day, String hcpcs, String place) {
    return claim(
        Claim.Status.PAID,
        Claim.Type.PROFESSIONAL,
        day,
        "",
        "",
        line(day, hcpcs, "", place),
        List.of(),
        List.of());
  }

  private static ClaimLine line(
      String day, String hcpcs, String revenue, String place, String... modifiers) {
    return new ClaimLine(
        1,
        day(day),
        day(day),
        hcpcs.isEmpty() ? null : hcpcs,
        List.of(modifiers),
        revenue.isEmpty() ? null : revenue,
        place.isEmpty() ? null : place,
        null,
        null,
        null,
        null,
        null,
        Money.ZERO,
        null,
        false,
        List.of());
  }

  private static Claim claim(
      Claim.Status status,
      Claim.Type type,
      String day,
      String bill,
      String facility,
      ClaimLine line,
      List<String> diagnoses,
      List<String> procedures) {
    return new Claim(
        PAYER,
        "c",
        status,
        type,
        Claim.PaymentKind.FEE_FOR_SERVICE,
        day(day),
        day(day),
        null,
        null,
        null,
        bill.isEmpty() ? null : bill,
        null,
        facility.isEmpty() ? null : facility,
        null,
        null,
        diagnoses,
        procedures,
        Instant.EPOCH,
        List.of(line));
  }

  public MemberRecord record() {
    return new MemberRecord(rows);
  }
}
