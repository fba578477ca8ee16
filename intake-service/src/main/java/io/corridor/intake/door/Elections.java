package io.corridor.intake.door;

import io.corridor.schemas.Election;
import io.corridor.schemas.EnrollmentKind;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.PcpSelection;
import io.corridor.schemas.RecordStatus;
import io.corridor.schemas.SelectionSource;
import java.time.LocalDate;
import java.util.Optional;

/** Elections of people as the records of a feed. */
final class Elections {

  private static final String CLINICIAN = "CLINICIAN";

  private Elections() {}

  /**
   * A clinician whom a member named is a selection by the member; its election's id makes repeats
   * duplicates. Elections of lists are no facts of a member.
   */
  static Optional<EnrollmentRecord> selection(Election election) {
    String member = election.getMember();
    String npi = election.getNpi();
    LocalDate from = election.getFrom();
    if (!election.getKind().equals(CLINICIAN) || member == null || npi == null || from == null) {
      return Optional.empty();
    }
    return Optional.of(
        EnrollmentRecord.newBuilder()
            .setPayer(election.getPayer())
            .setRecordId("election-" + election.getElectionId())
            .setVersion(1)
            .setStatus(RecordStatus.ACTIVE)
            .setMember(member)
            .setReceivedAt(null)
            .setKind(EnrollmentKind.PCP_SELECTION)
            .setSelection(
                PcpSelection.newBuilder()
                    .setNpi(npi)
                    .setChosenBy(SelectionSource.MEMBER)
                    .setFrom(from)
                    .setLastDay(election.getLastDay())
                    .build())
            .build());
  }
}
