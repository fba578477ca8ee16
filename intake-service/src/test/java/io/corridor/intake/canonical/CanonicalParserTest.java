package io.corridor.intake.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.schemas.AdtEvent;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.EnrollmentRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalParserTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.corridor.intake.canonical.BadLine#all")
  @DisplayName("a broken line is rejected with its code and field, and nothing of its content")
  void rejected(BadLine bad) {
    Parsed parsed = CanonicalParser.parse(bad.type(), bad.line());

    assertThat(parsed).isInstanceOf(Parsed.Rejected.class);
    Parsed.Rejected rejected = (Parsed.Rejected) parsed;
    assertThat(rejected.code()).isEqualTo(bad.code());
    assertThat(rejected.field()).isEqualTo(bad.field());
    assertThat(rejected.text())
        .contains(bad.code().advice())
        .doesNotContain("M-001", "Muster", "1950");
  }

  @Test
  @DisplayName("there are at least forty named broken lines")
  void fortyCases() {
    assertThat(BadLine.all()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(BadLine.all().stream().map(BadLine::name)).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("a claim is read field by field")
  void claim() {
    Claim claim = (Claim) accepted(RecordType.CLAIM, Lines.claim());

    assertThat(claim.getClaimId()).isEqualTo("C1");
    assertThat(claim.getStatus()).isEqualTo(ClaimStatus.PAID);
    assertThat(claim.getFrom()).isEqualTo(LocalDate.of(2025, 3, 4));
    assertThat(claim.getReceivedAt()).isEqualTo(Instant.parse("2025-03-21T08:00:00Z"));
    assertThat(claim.getAdmitted()).isNull();
    assertThat(claim.getProcedures()).isEmpty();
    assertThat(claim.getDiagnoses()).containsExactly("E119", "I10");
    assertThat(claim.getTotalPaid()).isEqualTo(new BigDecimal("80.50"));
    assertThat(claim.getLines()).hasSize(2);
    assertThat(claim.getLines().getFirst().getUnits()).isEqualTo(new BigDecimal("1.000000"));
    assertThat(claim.getLines().get(1).getPaid()).isEqualTo(new BigDecimal("-10.00"));
    assertThat(claim.getLines().get(1).getAllowed()).isNull();
  }

  @Test
  @DisplayName("every other record type is read")
  void others() {
    EnrollmentRecord coverage =
        (EnrollmentRecord) accepted(RecordType.ENROLLMENT, Lines.coverage());
    assertThat(coverage.getCoverage().getLastDay()).isEqualTo(LocalDate.of(2025, 12, 31));
    accepted(RecordType.ENROLLMENT, Lines.selection());
    accepted(RecordType.ENROLLMENT, Lines.person());
    accepted(RecordType.ENROLLMENT, Lines.person().without("person").with("status", "'VOIDED'"));
    AdtEvent event = (AdtEvent) accepted(RecordType.ADT, Lines.adt());
    assertThat(event.getEventAt()).isEqualTo(Instant.parse("2025-03-04T10:15:30.123Z"));
    accepted(RecordType.OUTREACH, Lines.outreach());
    accepted(RecordType.IDENTITY, Lines.identity());
    accepted(RecordType.ATTESTATION, Lines.attestation());
    accepted(RecordType.PREMIUM, Lines.premium());
    accepted(RecordType.AFFILIATION, Lines.affiliation());
  }

  @Test
  @DisplayName("what is unlikely but possible is accepted")
  void unlikely() {
    List<Lines> lines =
        List.of(
            Lines.claim().with("totalPaid", "null"),
            Lines.claim().with("status", "'REVERSED'").with("lines", "[]").without("totalPaid"),
            Lines.claim().with("lines[0].from", "'2025-02-01'"),
            Lines.claim().with("lines[0].allowed", "'0'").with("totalPaid", "'80.5'"),
            Lines.claim().with("codeSystem", "'ICD9'").with("diagnoses", "['V420','0','25000']"),
            Lines.claim().with("msDrg", "'OTH'"),
            Lines.claim().with("lines[0].from", "'2024-02-29'"),
            Lines.claim().with("receivedAt", "'2025-03-21T08:00:00.123456Z'"),
            Lines.claim().with("facility", "'St. Mary East'"));
    for (Lines line : lines) {
      accepted(RecordType.CLAIM, line);
    }
  }

  @Test
  @DisplayName("a misspelled field is told its right name")
  void misspelled() {
    Parsed.Rejected rejected =
        (Parsed.Rejected)
            CanonicalParser.parse(RecordType.CLAIM, Lines.claim().with("claimID", "'x'").bytes());

    assertThat(rejected.text()).contains("it has claimId");
  }

  @Test
  @DisplayName("a record that came typed obeys the same rules")
  void typed() {
    Claim claim = (Claim) accepted(RecordType.CLAIM, Lines.claim());
    assertThat(CanonicalParser.check(RecordType.CLAIM, claim))
        .isEqualTo(new Parsed.Accepted(claim));

    claim.getLines().get(1).put("hcpcs", "");
    assertThat(((Parsed.Rejected) CanonicalParser.check(RecordType.CLAIM, claim)).field())
        .isEqualTo("lines[1].hcpcs");
    claim.getLines().get(1).put("hcpcs", "99213");
    claim.put("from", LocalDate.of(9999, 1, 1));
    assertThat(((Parsed.Rejected) CanonicalParser.check(RecordType.CLAIM, claim)).code())
        .isEqualTo(RejectionCode.INTAKE_DATE);
  }

  @Test
  @DisplayName("an accepted record prints without its content")
  void masked() {
    assertThat(CanonicalParser.parse(RecordType.CLAIM, Lines.claim().bytes()))
        .hasToString("Accepted[Claim]");
  }

  private static SpecificRecord accepted(RecordType type, Lines line) {
    Parsed parsed = CanonicalParser.parse(type, line.bytes());
    assertThat(parsed).as(line.text()).isInstanceOf(Parsed.Accepted.class);
    return ((Parsed.Accepted) parsed).record();
  }
}
