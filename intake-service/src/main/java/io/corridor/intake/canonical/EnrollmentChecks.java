package io.corridor.intake.canonical;

import io.corridor.schemas.Coverage;
import io.corridor.schemas.EnrollmentKind;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.MemberChoice;
import io.corridor.schemas.PcpSelection;
import io.corridor.schemas.Person;
import io.corridor.schemas.RecordStatus;
import io.corridor.schemas.SelectionSource;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules of an enrollment record. */
final class EnrollmentChecks {

  private static final Set<String> LINES_OF_BUSINESS = Set.of("MEDICARE", "MEDICAID", "COMMERCIAL");

  private static final Set<String> CHOICES = Set.of("ATTRIBUTION", "DATA_SHARING");
  private static final Set<String> ORIGINAL_REASONS = Set.of("0", "1", "2", "3");
  private static final Set<String> NEW_ENROLLEES = Set.of("NEW", "CHRONIC_CONDITION_PLAN");
  private static final Pattern NEED = Pattern.compile("[A-Z][A-Z_]{1,31}");

  private EnrollmentChecks() {}

  static void check(EnrollmentRecord record) {
    Checks.id("payer", record.getPayer());
    Checks.id("recordId", record.getRecordId());
    Checks.id("member", record.getMember());
    Checks.version(record.getVersion());
    Checks.known("status", record.getStatus(), RecordStatus.UNKNOWN);
    Checks.known("kind", record.getKind(), EnrollmentKind.UNKNOWN);
    boolean active = record.getStatus() == RecordStatus.ACTIVE;
    EnrollmentKind kind = record.getKind();
    part("coverage", record.getCoverage(), kind == EnrollmentKind.COVERAGE, active);
    part("selection", record.getSelection(), kind == EnrollmentKind.PCP_SELECTION, active);
    part("person", record.getPerson(), kind == EnrollmentKind.PERSON, active);
    part("choice", record.getChoice(), kind == EnrollmentKind.CHOICE, active);
    if (record.getCoverage() != null) {
      coverage(record.getCoverage());
    }
    if (record.getSelection() != null) {
      selection(record.getSelection());
    }
    if (record.getPerson() != null) {
      person(record.getPerson());
    }
    if (record.getChoice() != null) {
      choice(record.getChoice());
    }
  }

  private static void part(String field, @Nullable Object part, boolean named, boolean active) {
    if (part != null && !named) {
      throw new Fault(RejectionCode.INTAKE_KIND, field, "The part is filled, but not named");
    }
    if (part == null && named && active) {
      throw new Fault(RejectionCode.INTAKE_KIND, field, "The part is named, but not filled");
    }
  }

  private static void coverage(Coverage coverage) {
    Checks.word("coverage.lineOfBusiness", coverage.getLineOfBusiness(), LINES_OF_BUSINESS);
    Checks.order(
        coverage.getFrom(),
        coverage.getLastDay(),
        "coverage.lastDay",
        "The last day is before the first");
    Checks.digitCode("coverage.zip", coverage.getZip(), 5, 5);
    optionalWord("coverage.originalReason", coverage.getOriginalReason(), ORIGINAL_REASONS);
    Checks.digitCode("coverage.medicaidStatus", coverage.getMedicaidStatus(), 2, 2);
    optionalWord("coverage.newEnrollee", coverage.getNewEnrollee(), NEW_ENROLLEES);
    for (String need : coverage.getSocialNeeds()) {
      if (!NEED.matcher(need).matches()) {
        throw new Fault(
            RejectionCode.INTAKE_CODE_FORMAT,
            "coverage.socialNeeds",
            "A need is a word of capitals and underscores");
      }
    }
  }

  private static void optionalWord(String field, @Nullable String value, Set<String> words) {
    if (value != null) {
      Checks.word(field, value, words);
    }
  }

  private static void selection(PcpSelection selection) {
    Checks.npi("selection.npi", selection.getNpi());
    Checks.tin("selection.tin", selection.getTin());
    Checks.known("selection.chosenBy", selection.getChosenBy(), SelectionSource.UNKNOWN);
    Checks.order(
        selection.getFrom(),
        selection.getLastDay(),
        "selection.lastDay",
        "The last day is before the first");
  }

  private static void person(Person person) {
    Checks.order(
        person.getBirthDate(),
        person.getDeathDate(),
        "person.deathDate",
        "The death is before the birth");
  }

  private static void choice(MemberChoice choice) {
    Checks.word("choice.what", choice.getWhat(), CHOICES);
    Checks.order(
        choice.getFrom(),
        choice.getLastDay(),
        "choice.lastDay",
        "The last day is before the first");
  }
}
