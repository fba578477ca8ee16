package io.corridor.intake.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.id.MemberId;
import io.corridor.intake.canonical.CanonicalParser;
import io.corridor.intake.canonical.Lines;
import io.corridor.intake.canonical.Parsed;
import io.corridor.intake.canonical.RecordType;
import io.corridor.schemas.AdtEvent;
import io.corridor.schemas.Affiliation;
import io.corridor.schemas.Attestation;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimChange;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.Election;
import io.corridor.schemas.EnrollmentChange;
import io.corridor.schemas.Op;
import io.corridor.schemas.Outreach;
import io.corridor.schemas.OutreachChange;
import io.corridor.schemas.PcpSelection;
import io.corridor.schemas.Premium;
import io.corridor.schemas.SelectionSource;
import io.corridor.schemas.TaskAction;
import io.corridor.schemas.topic.AttributionTopics;
import io.corridor.schemas.topic.InboxTopics;
import io.corridor.schemas.topic.StatedTopics;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTopologyTest {

  private static final String MEMBER = surrogate("M-001");
  private static final String OTHER = surrogate("M-002");

  private IntakeDriver intake;
  private long line;

  private static String surrogate(String member) {
    return MemberId.surrogate(IntakeDriver.SECRET, "ACME", member).value();
  }

  @BeforeEach
  void open(@TempDir Path state) {
    intake = new IntakeDriver(state);
  }

  @AfterEach
  void close() {
    intake.close();
  }

  private void send(Lines content) {
    intake.line("claim.ndjson", "claim", ++line, content.bytes());
  }

  private void send(String type, Lines content) {
    intake.line(type + ".ndjson", type, ++line, content.bytes());
  }

  private List<IntakeDriver.Out<ClaimChange>> claims() {
    return intake.read(Topics.CLAIM, ClaimChange.class);
  }

  @Test
  @DisplayName("a claim line becomes a change under the member's surrogate, with cash and envelope")
  void claim() {
    send(Lines.claim());

    IntakeDriver.Out<ClaimChange> out = claims().getFirst();
    assertThat(out.key()).isEqualTo(MEMBER + "|ACME|C1");
    assertThat(out.body().getBefore()).isNull();
    assertThat(out.body().getAfter().getMember()).isEqualTo(MEMBER);
    assertThat(out.body().getAfter().getReceivedAt())
        .isEqualTo(Instant.parse("2025-03-21T08:00:00Z"));
    assertThat(out.body().getCash()).hasSize(1);
    assertThat(out.body().getCash().getFirst().getPaidMonth()).isEqualTo("2025-03");
    assertThat(out.body().getCash().getFirst().getPaid()).isEqualTo(new BigDecimal("80.50"));
    assertThat(out.body().getCash().getFirst().getAllowed()).isEqualTo(new BigDecimal("110.00"));
    assertThat(out.envelope().getEntityId()).isEqualTo(out.key());
    assertThat(out.envelope().getVersion()).isEqualTo(1);
    assertThat(out.envelope().getOp()).isEqualTo(Op.CREATE);
    assertThat(out.envelope().getTenant()).isEqualTo("ACME");
    assertThat(out.envelope().getSource()).isEqualTo("intake");
    assertThat(out.envelope().getRecordedAt()).isEqualTo(IntakeDriver.NOW);
    assertThat(out.envelope().getCause().getTopic()).isEqualTo("intake.ledger.v1");
    assertThat(intake.rejections()).isEmpty();
  }

  @Test
  @DisplayName("a line without a time of receipt gets the manifest's")
  void asOf() {
    send(Lines.claim().without("receivedAt"));

    assertThat(claims().getFirst().body().getAfter().getReceivedAt()).isEqualTo(IntakeDriver.AS_OF);
  }

  @Test
  @DisplayName("a replacement carries both versions; versions of the envelope grow")
  void replacement() {
    send(Lines.claim());
    send(Lines.claim().with("version", "2").with("lines[0].paid", "'50.00'").without("totalPaid"));

    List<IntakeDriver.Out<ClaimChange>> out = claims();
    assertThat(out).hasSize(2);
    assertThat(out.get(1).body().getBefore()).isEqualTo(out.getFirst().body().getAfter());
    assertThat(out.get(1).body().getAfter().getVersion()).isEqualTo(2);
    assertThat(out.get(1).body().getCash().getFirst().getPaid())
        .isEqualTo(new BigDecimal("-40.50"));
    assertThat(out.get(1).envelope().getVersion()).isEqualTo(2);
    assertThat(out.get(1).envelope().getOp()).isEqualTo(Op.UPDATE);
  }

  @Test
  @DisplayName("a version of another member leaves the one and enters the other")
  void moved() {
    send(Lines.claim());
    send(Lines.claim().with("version", "2").with("member", "'M-002'"));

    List<IntakeDriver.Out<ClaimChange>> out = claims();
    assertThat(out).hasSize(3);
    assertThat(out.subList(1, 3))
        .extracting(IntakeDriver.Out::key)
        .containsExactlyInAnyOrder(MEMBER + "|ACME|C1", OTHER + "|ACME|C1");
    for (IntakeDriver.Out<ClaimChange> change : out.subList(1, 3)) {
      boolean left = change.key().startsWith(MEMBER + "|");
      assertThat(change.body().getBefore() != null).isEqualTo(left);
      assertThat(change.body().getAfter() != null).isEqualTo(!left);
      assertThat(change.envelope().getOp()).isEqualTo(left ? Op.RETRACT : Op.CREATE);
    }
  }

  @Test
  @DisplayName("a reversal before its original waits, then the claim is reversed")
  void voidFirst() {
    send(
        Lines.claim()
            .with("version", "2")
            .with("status", "'REVERSED'")
            .with("lines", "[]")
            .without("totalPaid"));
    assertThat(claims()).isEmpty();

    send(Lines.claim());

    ClaimChange change = claims().getFirst().body();
    assertThat(change.getBefore()).isNull();
    assertThat(change.getAfter().getStatus()).isEqualTo(ClaimStatus.REVERSED);
    assertThat(change.getCash()).extracting(cell -> cell.getPaid().signum()).isEmpty();
  }

  @Test
  @DisplayName("a repeated line is a duplicate, reported and counted, and changes nothing")
  void duplicate() {
    send(Lines.claim());
    send(Lines.claim().with("receivedAt", "'2025-04-01T00:00:00Z'"));

    assertThat(claims()).hasSize(1);
    IntakeDriver.Out<io.corridor.schemas.Rejection> report = intake.rejections().getFirst();
    assertThat(report.key()).isEqualTo("feed|claim.ndjson|2");
    assertThat(report.body().getCode()).isEqualTo("INTAKE_DUPLICATE");
    assertThat(report.body().getDuplicate()).isTrue();
    var counts = intake.counts();
    assertThat(IntakeDriver.count(counts, "claim.ndjson|DOOR").getRead()).isEqualTo(2);
    assertThat(IntakeDriver.count(counts, "claim.ndjson|LEDGER").getAccepted()).isEqualTo(1);
    assertThat(IntakeDriver.count(counts, "claim.ndjson|LEDGER").getDuplicate()).isEqualTo(1);
    assertThat(IntakeDriver.balance(counts)).isEqualTo(2);
  }

  @Test
  @DisplayName("equal versions with other content are reported as a conflict and both accepted")
  void conflict() {
    send(Lines.claim());
    send(Lines.claim().with("receivedAt", "'2025-04-01T00:00:00Z'").with("msDrg", "'470'"));

    assertThat(claims().getLast().body().getAfter().getMsDrg()).isEqualTo("470");
    assertThat(intake.rejections().getFirst().body().getCode()).isEqualTo("CLAIM_VERSION_CONFLICT");
    assertThat(IntakeDriver.count(intake.counts(), "claim.ndjson|LEDGER").getAccepted())
        .isEqualTo(2);
  }

  @Test
  @DisplayName("enrollment: the person keeps the payer's number, a voided span has no after")
  void enrollment() {
    send("enrollment", Lines.person());
    send("enrollment", Lines.coverage());
    send("enrollment", Lines.coverage().with("version", "2").with("status", "'VOIDED'"));

    List<IntakeDriver.Out<EnrollmentChange>> out =
        intake.read(Topics.ENROLLMENT, EnrollmentChange.class);
    assertThat(out)
        .extracting(IntakeDriver.Out::key)
        .containsExactly(MEMBER + "|ACME|P1", MEMBER + "|ACME|E1", MEMBER + "|ACME|E1");
    assertThat(out.getFirst().body().getAfter().getPerson().getMemberNumber()).isEqualTo("M-001");
    assertThat(out.get(2).body().getBefore()).isNotNull();
    assertThat(out.get(2).body().getAfter()).isNull();
    assertThat(out.get(2).envelope().getOp()).isEqualTo(Op.RETRACT);
  }

  @Test
  @DisplayName("ADT goes straight out and counts as accepted")
  void adt() {
    send("adt", Lines.adt());

    IntakeDriver.Out<AdtEvent> out = intake.read(Topics.ADT, AdtEvent.class).getFirst();
    assertThat(out.key()).isEqualTo(MEMBER + "|H1|V1");
    assertThat(out.body().getMember()).isEqualTo(MEMBER);
    assertThat(out.envelope().getEffectiveAt()).isEqualTo(out.body().getEventAt());
    assertThat(out.envelope().getCause().getTopic()).isEqualTo("intake.raw-canonical.v1");
    assertThat(IntakeDriver.balance(intake.counts())).isEqualTo(1);
  }

  @Test
  @DisplayName("a stated figure is current under its contract: corrected, repeated, voided")
  void attestation() {
    send("attestation", Lines.attestation());
    send("attestation", Lines.attestation());
    send("attestation", Lines.attestation().with("version", "2").with("value", "'1.000000'"));
    send("attestation", Lines.attestation().with("version", "3").with("status", "'VOIDED'"));
    send("premium", Lines.premium());
    List<IntakeDriver.Out<Attestation>> out =
        intake.read(StatedTopics.ATTESTATION, Attestation.class);
    assertThat(out)
        .extracting(IntakeDriver.Out::key)
        .containsOnly("C1|CONTRACT|C1|2025|participantRevenue");
    assertThat(out)
        .extracting(record -> record.envelope().getOp())
        .containsExactly(Op.CREATE, Op.UPDATE, Op.END);
    assertThat(intake.read(StatedTopics.PREMIUM, Premium.class))
        .singleElement()
        .satisfies(premium -> assertThat(premium.key()).isEqualTo("C1|2025-03"));
    assertThat(intake.rejections())
        .extracting(rejected -> rejected.body().getCode())
        .containsExactly("INTAKE_DUPLICATE");
    assertThat(IntakeDriver.balance(intake.counts())).isEqualTo(5);
  }

  @Test
  @DisplayName("an affiliation is current: voided, its last row says END")
  void affiliation() {
    send("affiliation", Lines.affiliation());
    send("affiliation", Lines.affiliation().with("version", "2").with("status", "'VOIDED'"));

    List<IntakeDriver.Out<Affiliation>> out = intake.read(Topics.AFFILIATION, Affiliation.class);
    assertThat(out)
        .extracting(IntakeDriver.Out::key)
        .containsOnly("1234567890|123456789|2020-01-01");
    assertThat(out).extracting(one -> one.envelope().getOp()).containsExactly(Op.CREATE, Op.END);
    assertThat(out).extracting(one -> one.envelope().getVersion()).containsExactly(1L, 2L);
  }

  @Test
  @DisplayName("inbox records pass the same door; a receipt in the future is not believed")
  void inbox() {
    Claim claim = (Claim) record(RecordType.CLAIM, Lines.claim());
    intake.pipe(InboxTopics.CLAIM, "any", claim, IntakeDriver.NOW);
    claim.put("claimId", "C2");
    claim.put("receivedAt", IntakeDriver.NOW.plusSeconds(60));
    intake.pipe(InboxTopics.CLAIM, "any", claim, IntakeDriver.NOW);
    claim.put("claimId", "C3");
    claim.put("receivedAt", null);
    intake.pipe(InboxTopics.CLAIM, "any", claim, IntakeDriver.NOW.minusSeconds(60));
    claim.put("claimId", "C 4");
    intake.pipe(InboxTopics.CLAIM, "any", claim, IntakeDriver.NOW);
    intake.bytes(InboxTopics.CLAIM, "any", new byte[] {1, 2, 3}, IntakeDriver.NOW);

    assertThat(claims())
        .extracting(out -> out.body().getAfter().getReceivedAt())
        .containsExactly(Instant.parse("2025-03-21T08:00:00Z"), IntakeDriver.NOW, IntakeDriver.NOW);
    assertThat(intake.rejections())
        .extracting(out -> out.key() + " " + out.body().getCode())
        .containsExactly(
            "inbox|inbox.claim.v1-0|4 INTAKE_ID", "inbox|inbox.claim.v1-0|5 INTAKE_AVRO");
    assertThat(IntakeDriver.balance(intake.counts())).isEqualTo(5);
  }

  @Test
  @DisplayName("a contact logged in the portal becomes an outreach record; other actions do not")
  void taskAction() {
    TaskAction action =
        TaskAction.newBuilder()
            .setActionId("A1")
            .setPayer("ACME")
            .setMember(MEMBER)
            .setFacility("H1")
            .setVisitNumber("V1")
            .setKind("CONTACT")
            .setAction("LOG_CONTACT")
            .setOutcome("REACHED")
            .setUser("nurse")
            .setAt(IntakeDriver.NOW.minusSeconds(5))
            .setNote(null)
            .build();
    intake.pipe(Topics.TASK_ACTION, MEMBER + "|H1|V1|CONTACT", action, IntakeDriver.NOW);
    intake.pipe(Topics.TASK_ACTION, MEMBER + "|H1|V1|CONTACT", action, IntakeDriver.NOW);
    action.put("action", "SNOOZE");
    intake.pipe(Topics.TASK_ACTION, MEMBER + "|H1|V1|CONTACT", action, IntakeDriver.NOW);

    List<IntakeDriver.Out<OutreachChange>> out = intake.read(Topics.OUTREACH, OutreachChange.class);
    assertThat(out).hasSize(1);
    assertThat(out.getFirst().key()).isEqualTo(MEMBER + "|ACME|A1");
    Outreach outreach = out.getFirst().body().getAfter();
    assertThat(outreach.getMember()).isEqualTo(MEMBER);
    assertThat(outreach.getOutcome()).isEqualTo("REACHED");
    assertThat(outreach.getChannel()).isEqualTo("CALL");
    assertThat(IntakeDriver.balance(intake.counts())).isEqualTo(2);
  }

  @Test
  @DisplayName("a clinician elected for a member becomes the member's selection; a list does not")
  void election() {
    Election election =
        Election.newBuilder()
            .setElectionId("E1")
            .setKind("CLINICIAN")
            .setPayer("ACME")
            .setMember(MEMBER)
            .setNpi("1234567890")
            .setFrom(LocalDate.of(2025, 4, 1))
            .setUser("clerk")
            .setAt(IntakeDriver.NOW.minusSeconds(5))
            .build();
    intake.pipe(AttributionTopics.ELECTION, MEMBER + "|E1", election, IntakeDriver.NOW);
    intake.pipe(AttributionTopics.ELECTION, MEMBER + "|E1", election, IntakeDriver.NOW);
    Election list =
        Election.newBuilder(election).setKind("LIST").setContract("C1").setYear(2026).build();
    intake.pipe(AttributionTopics.ELECTION, "C1|E2", list, IntakeDriver.NOW);
    Election noNpi = Election.newBuilder(election).setNpi("12").build();
    intake.pipe(AttributionTopics.ELECTION, MEMBER + "|E1", noNpi, IntakeDriver.NOW);

    List<IntakeDriver.Out<EnrollmentChange>> out =
        intake.read(Topics.ENROLLMENT, EnrollmentChange.class);
    assertThat(out).hasSize(1);
    assertThat(out.getFirst().key()).isEqualTo(MEMBER + "|ACME|election-E1");
    PcpSelection selection = out.getFirst().body().getAfter().getSelection();
    assertThat(selection.getNpi()).isEqualTo("1234567890");
    assertThat(selection.getChosenBy()).isEqualTo(SelectionSource.MEMBER);
    assertThat(intake.rejections())
        .extracting(rejected -> rejected.body().getCode())
        .containsExactly("INTAKE_DUPLICATE", "INTAKE_NPI");
    assertThat(IntakeDriver.balance(intake.counts())).isEqualTo(3);
  }

  @Test
  @DisplayName("a file of an unknown type and a raw value that is none are rejected and counted")
  void unknown() {
    intake.line("x.ndjson", "weather", 1, Lines.claim().bytes());
    intake.bytes(Topics.RAW, "k", "no avro".getBytes(StandardCharsets.UTF_8), IntakeDriver.NOW);

    assertThat(intake.rejections())
        .extracting(out -> out.body().getCode())
        .containsExactly("INTAKE_RECORD_TYPE", "INTAKE_AVRO");
    assertThat(IntakeDriver.balance(intake.counts())).isEqualTo(2);
  }

  @Test
  @DisplayName("every node, store and topic has a name that stays")
  void names() {
    assertThat(intake.topology.describe().toString())
        .contains("Processor: door", "Processor: ledger", "Processor: tally")
        .contains("intake-rows", "intake-tallies")
        .doesNotContain("KSTREAM", "0000");
    assertThat(intake.topology.describe().subtopologies()).hasSize(1);
  }

  private static SpecificRecord record(RecordType type, Lines line) {
    return ((Parsed.Accepted) CanonicalParser.parse(type, line.bytes())).record();
  }
}
