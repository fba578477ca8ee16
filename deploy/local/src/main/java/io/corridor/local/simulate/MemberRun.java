package io.corridor.local.simulate;

import org.jspecify.annotations.Nullable;

/** Runs members through the simulated period; one instance a worker thread. */
final class MemberRun {
  private final Timeline timeline;
  private final Population population;
  private final Draw draw;
  private final Tally tally;
  private final Care care;
  private final EnrolmentFlow enrolment;
  private final OfficeCare office;
  private final SpecialistCare specialists;
  private final HospitalCare hospital;
  private final EmergencyCare emergency;
  private final OutpatientCare outpatient;
  private final PharmacyCare pharmacy;
  private final ScreeningCare screening;
  private final LongTermCare longTerm;
  private final @Nullable Disorder disorder;

  MemberRun(
      SimulationConfig config,
      Timeline timeline,
      Market market,
      RecordSink feed,
      @Nullable Disorder disorder,
      Tally tally) {
    RecordSink sink = disorder == null ? feed : disorder;
    this.disorder = disorder;
    this.timeline = timeline;
    this.population = new Population(config, timeline, market);
    this.draw = new Draw(config.seed());
    this.tally = tally;
    OutreachFlow outreach = new OutreachFlow(config.seed(), sink);
    AdtFlow adt = new AdtFlow(config.seed(), sink, outreach);
    ClaimFlow flow = new ClaimFlow(config.seed(), timeline, sink, tally);
    this.care = new Care(timeline, config.seed(), flow, adt);
    this.enrolment = new EnrolmentFlow(config.seed(), timeline, sink);
    this.office = new OfficeCare(care);
    this.specialists = new SpecialistCare(care);
    this.hospital = new HospitalCare(care, office);
    this.emergency = new EmergencyCare(care);
    this.outpatient = new OutpatientCare(care);
    this.pharmacy = new PharmacyCare(care);
    this.screening = new ScreeningCare(care);
    this.longTerm = new LongTermCare(care, office);
  }

  void run(int index) {
    Member member = population.member(index, draw);
    care.story.reset();
    care.flow.reset();
    if (disorder != null) {
      disorder.begin(index);
    }
    enrolment.tell(member);
    if (member.spans.length == 0) {
      return;
    }
    tally.members[member.lob.ordinal()]++;
    if (member.deathDay < timeline.endDay()) {
      tally.deaths++;
    }
    screening.history(member);
    pharmacy.begin(member);
    for (int month = 0; month < timeline.months(); month++) {
      if (!coveredIn(member, month)) {
        continue;
      }
      int lob = member.lob.ordinal();
      tally.memberMonths[lob]++;
      if (month >= timeline.performanceStart()) {
        boolean usual = !member.noSource && member.seeks == 1;
        tally.groupMonths[lob][usual ? 1 + member.home(month).group : 0]++;
      }
      hospital.month(member, month);
      emergency.month(member, month);
      office.month(member, month);
      specialists.month(member, month);
      outpatient.month(member, month);
      screening.month(member, month);
      longTerm.month(member, month);
      pharmacy.month(member, month);
    }
    if (disorder != null) {
      afterCoverage(member, disorder);
    }
  }

  /** Some providers bill a day after coverage or life has ended. */
  private void afterCoverage(Member member, Disorder into) {
    int last = Math.min(member.spans[member.spans.length - 1].lastDay(), member.deathDay);
    if (last >= timeline.endDay()) {
      return;
    }
    int day = last + 5 + member.index % 40;
    Practice home = member.home(timeline.monthOf(last));
    ClaimDraft claim =
        care.claim.start(ClaimDraft.Form.PROFESSIONAL, day, day, home.tin).diagnosis("R5383");
    claim.line(day, "99213", "", "11", home.clinicians.get(0), 9_100);
    claim.paid[0] = 7_280;
    into.afterCoverage(member, claim, 1);
  }

  private boolean coveredIn(Member member, int month) {
    int first = timeline.firstDay(month);
    int last = timeline.lastDay(month);
    if (first > member.deathDay) {
      return false;
    }
    for (Member.Span span : member.spans) {
      if (!span.managedCare() && span.from() <= last && span.lastDay() >= first) {
        return true;
      }
    }
    return false;
  }
}
