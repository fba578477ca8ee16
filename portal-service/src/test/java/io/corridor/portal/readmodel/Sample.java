package io.corridor.portal.readmodel;

import io.corridor.common.fixture.AssignmentRecords;
import io.corridor.common.fixture.IntakeRecords;
import io.corridor.schemas.Alert;
import io.corridor.schemas.Assignment;
import io.corridor.schemas.BusinessDateTick;
import io.corridor.schemas.EnrollmentKind;
import io.corridor.schemas.PatientClass;
import io.corridor.schemas.Person;
import io.corridor.schemas.Sex;
import io.corridor.schemas.Task;
import io.corridor.schemas.topic.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** A day of an invented ACO and of another one, as records of the topics. */
@org.jspecify.annotations.NullUnmarked
public final class Sample {

  public static final ZoneId ZONE = ZoneId.of("America/New_York");
  public static final LocalDate TODAY = LocalDate.of(2026, 9, 15);
  public static final Instant NOW = at("2026-09-15T08:42");
  public static final String CONTRACT = "HARBORLIGHT-2026";
  public static final String OTHER_CONTRACT = "TIDEWATER-2026";
  public static final String TIN = "990000001";
  public static final String SECOND_TIN = "990000002";
  public static final String OTHER_TIN = "990000009";
  public static final String NPI = "1900000015";

  private Sample() {}

  public static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  /** Everything, in an order in which services may well write it. */
  public static List<Records.Sent> all() {
    Records records = new Records();
    records.put(
        Topics.BUSINESS_DATE,
        "0",
        1,
        BusinessDateTick.newBuilder().setFrom(null).setTo(TODAY).setFreeze(false).build());
    SampleContract.write(records);
    SampleWhatIf.write(records);
    SampleStatements.write(records);
    people(records);
    encounters(records);
    SampleLists.write(records);
    SampleProgram.write(records);
    SampleVariation.write(records);
    return records.sent();
  }

  private static void people(Records records) {
    person(records, "m1", "Thaddeus", "Quillfeather", "1959-01-22", Sex.MALE, TIN);
    person(records, "m2", "Marigold", "Fennimore", "1944-11-09", Sex.FEMALE, TIN);
    person(records, "m3", "Ottoline", "Brackenbury", "1954-06-30", Sex.FEMALE, TIN);
    person(records, "m4", "Clementine", "Applewhite", "1956-02-02", Sex.FEMALE, TIN);
    person(records, "m5", "Wilhelmina", "Larkspur", "1948-03-04", Sex.FEMALE, TIN);
    person(records, "m6", "Barnaby", "Thistlewood", "1967-05-17", Sex.MALE, SECOND_TIN);
    person(records, "m7", "Cosmo", "Winterbourne", "1961-10-08", Sex.MALE, TIN);
    person(records, "m8", "Josiah", "Hollowell", "1951-07-19", Sex.MALE, SECOND_TIN);
    person(records, "m9", "Aurelia", "Fothergill", "1945-11-14", Sex.FEMALE, TIN);
    person(records, "m10", "Hester", "Pennyroyal", "1959-12-25", Sex.FEMALE, TIN);
    person(records, "x1", "Lysander", "Umberfield", "1950-01-01", Sex.MALE, OTHER_TIN);
  }

  static String contractOf(String tin) {
    return tin.equals(OTHER_TIN) ? OTHER_CONTRACT : CONTRACT;
  }

  private static void person(
      Records records,
      String member,
      String given,
      String family,
      String birth,
      Sex sex,
      String tin) {
    records.put(
        Topics.ENROLLMENT,
        member + "|harborlight|person-" + member,
        1,
        IntakeRecords.change(
            null,
            IntakeRecords.enrollment("person-" + member, EnrollmentKind.PERSON, member, NOW)
                .setPayer("harborlight")
                .setPerson(
                    Person.newBuilder()
                        .setMemberNumber("HL-00" + member.substring(1) + "-29")
                        .setFamilyName(family)
                        .setGivenName(given)
                        .setBirthDate(LocalDate.parse(birth))
                        .setSex(sex)
                        .setDeathDate(null)
                        .setPhone("(555) 010-01" + (40 + Math.abs(member.hashCode() % 50)))
                        .setLanguage("en")
                        .build())
                .build()));
    records.put(
        Topics.ASSIGNMENT,
        member + "|" + contractOf(tin),
        1,
        Assignment.newBuilder()
            .setMember(member)
            .setContract(contractOf(tin))
            .setPayer("harborlight")
            .setSpans(List.of(AssignmentRecords.byVisits(LocalDate.of(2026, 3, 1), null, tin, NPI)))
            .build());
  }

  private static void encounters(Records records) {
    alert(
        records,
        "m1",
        "Mercy Vale",
        "DISCHARGED",
        PatientClass.EMERGENCY,
        "2026-09-11T20:10",
        "2026-09-11T22:40",
        "01",
        TIN,
        2);
    contact(records, "m1", "Mercy Vale", "OPEN", "2026-09-11T22:40", 0, TIN);
    alert(
        records,
        "m2",
        "St. Brannock",
        "DISCHARGED",
        PatientClass.INPATIENT,
        "2026-09-06T03:10",
        "2026-09-10T11:05",
        "01",
        TIN,
        9);
    contact(records, "m2", "St. Brannock", "OPEN", "2026-09-10T11:05", 2, TIN);
    visit(records, "m2", "St. Brannock", "OPEN", "2026-09-10T11:05", TIN);
    alert(
        records,
        "m3",
        "Larch Hill Nursing",
        "DISCHARGED",
        PatientClass.INPATIENT,
        "2026-08-21T10:00",
        "2026-09-07T12:00",
        "01",
        TIN,
        2);
    contact(records, "m3", "Larch Hill Nursing", "DONE", "2026-09-07T12:00", 1, TIN);
    visit(records, "m3", "Larch Hill Nursing", "OPEN", "2026-09-07T12:00", TIN);
    alert(
        records,
        "m4",
        "St. Brannock",
        "ED",
        PatientClass.EMERGENCY,
        "2026-09-15T06:12",
        null,
        null,
        TIN,
        1);
    alert(
        records,
        "m5",
        "St. Brannock",
        "DISCHARGED",
        PatientClass.INPATIENT,
        "2026-09-08T15:00",
        "2026-09-11T14:20",
        "01",
        TIN,
        3);
    contact(records, "m5", "St. Brannock", "OPEN", "2026-09-11T14:20", 1, TIN);
    visit(records, "m5", "St. Brannock", "OPEN", "2026-09-11T14:20", TIN);
    alert(
        records,
        "m6",
        "Mercy Vale",
        "DISCHARGED",
        PatientClass.INPATIENT,
        "2026-09-09T09:00",
        "2026-09-14T16:30",
        "03",
        SECOND_TIN,
        2);
    contact(records, "m6", "Mercy Vale", "OPEN", "2026-09-14T16:30", 0, SECOND_TIN);
    alert(
        records,
        "m7",
        "St. Brannock",
        "DISCHARGED",
        PatientClass.INPATIENT,
        "2026-09-13T09:00",
        "2026-09-14T10:45",
        "01",
        TIN,
        2);
    contact(records, "m7", "St. Brannock", "OPEN", "2026-09-14T10:45", 0, TIN);
    alert(
        records,
        "m8",
        "Mercy Vale",
        "DISCHARGED",
        PatientClass.INPATIENT,
        "2026-09-05T09:00",
        "2026-09-10T17:25",
        "01",
        SECOND_TIN,
        2);
    contact(records, "m8", "Mercy Vale", "DONE", "2026-09-10T17:25", 1, SECOND_TIN);
    visit(records, "m8", "Mercy Vale", "OPEN", "2026-09-10T17:25", SECOND_TIN);
    alert(
        records,
        "m9",
        "St. Brannock",
        "CANCELLED",
        PatientClass.INPATIENT,
        "2026-09-15T05:40",
        null,
        null,
        TIN,
        2);
    alert(
        records,
        "x1",
        "Tide Memorial",
        "DISCHARGED",
        PatientClass.INPATIENT,
        "2026-09-09T09:00",
        "2026-09-14T09:30",
        "01",
        OTHER_TIN,
        2);
    contact(records, "x1", "Tide Memorial", "OPEN", "2026-09-14T09:30", 0, OTHER_TIN);
  }

  static void alert(
      Records records,
      String member,
      String facility,
      String state,
      PatientClass patientClass,
      String started,
      String ended,
      String disposition,
      String tin,
      int messages) {
    records.put(
        Topics.ALERT,
        member + "|" + facility + "|v1",
        messages,
        Alert.newBuilder()
            .setMember(member)
            .setFacility(facility)
            .setVisitNumber("v1")
            .setPayer("harborlight")
            .setContract(contractOf(tin))
            .setTin(tin)
            .setNpi(NPI)
            .setState(state)
            .setPatientClass(patientClass)
            .setStartedAt(at(started))
            .setEndedAt(ended == null ? null : at(ended))
            .setZone(ZONE.getId())
            .setInferredStart(false)
            .setDisposition(disposition)
            .setDiagnosis("I5022")
            .setUnit(null)
            .setTransfers(0)
            .setMessages(messages)
            .setDerived(false)
            .setReasons(List.of("ATTRIBUTED"))
            .setLateMinutes(member.equals("m2") ? 1_600 : 1)
            .build());
  }

  static void contact(
      Records records,
      String member,
      String facility,
      String state,
      String discharged,
      int attempts,
      String tin) {
    Instant opened = at(discharged);
    Instant deadline = BusinessDays.endOfSecond(opened, ZONE);
    boolean done = state.equals("DONE");
    records.put(
        Topics.TASK,
        member + "|" + facility + "|v1|CONTACT",
        1,
        task(member, facility, "CONTACT", state, opened, tin)
            .setDueAt(deadline)
            .setContactTargetAt(opened.plusSeconds(48 * 3600))
            .setTcmDeadlineAt(deadline)
            .setVisitDueOn7(null)
            .setVisitDueOn14(null)
            .setAttempts(attempts)
            .setDoneAt(done ? opened.plusSeconds(20 * 3600) : null)
            .setDoneBy(done ? "OUTREACH" : null)
            .setDoneCode(done ? "REACHED" : null)
            .setOnTime(done ? Boolean.TRUE : null)
            .build());
  }

  static void visit(
      Records records,
      String member,
      String facility,
      String state,
      String discharged,
      String tin) {
    Instant opened = at(discharged);
    LocalDate day = opened.atZone(ZONE).toLocalDate();
    records.put(
        Topics.TASK,
        member + "|" + facility + "|v1|VISIT",
        1,
        task(member, facility, "VISIT", state, opened, tin)
            .setDueAt(day.plusDays(8).atStartOfDay(ZONE).toInstant())
            .setContactTargetAt(null)
            .setTcmDeadlineAt(null)
            .setVisitDueOn7(day.plusDays(7))
            .setVisitDueOn14(day.plusDays(14))
            .setAttempts(0)
            .setDoneAt(null)
            .setDoneBy(null)
            .setDoneCode(null)
            .setOnTime(null)
            .build());
  }

  private static Task.Builder task(
      String member, String facility, String kind, String state, Instant opened, String tin) {
    return Task.newBuilder()
        .setMember(member)
        .setFacility(facility)
        .setVisitNumber("v1")
        .setKind(kind)
        .setPayer("harborlight")
        .setContract(contractOf(tin))
        .setTin(tin)
        .setNpi(NPI)
        .setState(state)
        .setOpenedAt(opened)
        .setClosedReason(null);
  }

  /** Business days as the follow-up rule counts them, for samples. */
  private static final class BusinessDays {
    static Instant endOfSecond(Instant from, ZoneId zone) {
      LocalDate day = from.atZone(zone).toLocalDate();
      int left = 2;
      while (left > 0) {
        day = day.plusDays(1);
        if (day.getDayOfWeek().getValue() < 6) {
          left--;
        }
      }
      return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
  }
}
