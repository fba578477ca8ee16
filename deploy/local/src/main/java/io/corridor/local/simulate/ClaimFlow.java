package io.corridor.local.simulate;

/**
 * What happens to a claim between service and the platform: pricing between payer and member, lag,
 * denial, pended and encounter claims, later versions and reversals (population.md section 6).
 */
final class ClaimFlow {
  private static final long DAY = 86_400_000L;

  private final Timeline timeline;
  private final RecordSink sink;
  private final Draw draw;
  private final Tally tally;
  private final Json json = new Json();
  private final CostShare costShare = new CostShare();
  private int sequence;

  ClaimFlow(long seed, Timeline timeline, RecordSink sink, Tally tally) {
    this.timeline = timeline;
    this.sink = sink;
    this.draw = new Draw(seed);
    this.tally = tally;
  }

  /** Starts a member. */
  void reset() {
    sequence = 0;
    costShare.reset();
  }

  /** Decides and sends a claim; nothing happens when the member is not covered on its first day. */
  boolean submit(Member member, ClaimDraft claim) {
    sequence++;
    int day = claim.admitted >= 0 ? claim.admitted : claim.from;
    if (claim.lines == 0 || !member.covered(day) || claim.from >= timeline.endDay()) {
      return false;
    }
    costShare.apply(member, claim);
    draw.at(member.index, Domain.CLAIM_FLOW, sequence);
    Course course = new Course(member, claim, member.id + "-" + sequence);
    course.run();
    return true;
  }

  /** Sends a claim of the time before the simulated period as part of the first load. */
  void submitHistory(Member member, ClaimDraft claim) {
    sequence++;
    if (!member.covered(claim.from)) {
      return;
    }
    costShare.apply(member, claim);
    costShare.reset();
    draw.at(member.index, Domain.CLAIM_FLOW, sequence);
    long receivedAt = timeline.startDay() * DAY + 3 * 3_600_000L + draw.below(3600) * 1000L;
    ClaimJson.Version version =
        new ClaimJson.Version(
            member.id + "-" + sequence,
            1,
            "PAID",
            "FEE_FOR_SERVICE",
            1,
            true,
            claim.through + 30,
            receivedAt);
    send(member, claim, version);
  }

  private void send(Member member, ClaimDraft claim, ClaimJson.Version version) {
    long paid = ClaimJson.write(json, member, claim, version);
    tally.writtenLines += claim.lines;
    sink.accept(RecordType.CLAIM, version.receivedAt(), json, paid);
  }

  /** The course of one claim through the payer. */
  private final class Course {
    private final Member member;
    private final ClaimDraft claim;
    private final String id;
    private final int lob;
    private int number;
    private String kind = "FEE_FOR_SERVICE";
    private boolean priced = true;
    private long lastReceived;

    Course(Member member, ClaimDraft claim, String id) {
      this.member = member;
      this.claim = claim;
      this.id = id;
      this.lob = member.lob.ordinal();
    }

    void run() {
      int decided = claim.through + lag();
      encounterOnly();
      boolean pharmacy = claim.form == ClaimDraft.Form.PHARMACY;
      if (!pharmacy && draw.chance(Rates.PENDED[lob])) {
        int pendedDay = claim.through + 3 + draw.below(3);
        version("PENDED", 1, pendedDay, received(pendedDay));
        decided = Math.max(decided, pendedDay) + 1 + (int) draw.lognormal(16, .8);
      }
      boolean denied = !pharmacy && deny();
      version(denied ? "DENIED" : "PAID", 1, decided, received(decided));
      if (denied) {
        denied = !appealed(decided);
      }
      double factor = denied ? 0 : later(decided, pharmacy);
      count(factor);
    }

    private int lag() {
      double days = LagModel.draw(draw, member.lob, claim.form);
      return Math.max(0, (int) days);
    }

    private void encounterOnly() {
      double share = claim.form == ClaimDraft.Form.PHARMACY ? 0 : Rates.ENCOUNTER_ONLY[lob];
      if (share > 0 && draw.chance(share)) {
        kind =
            claim.form == ClaimDraft.Form.PROFESSIONAL && draw.chance(.5)
                ? "CAPITATED"
                : "ENCOUNTER";
        priced = draw.chance(Rates.SHADOW_PRICED);
      }
    }

    /** Denies whole claims or single lines; true when nothing is left. */
    private boolean deny() {
      double whole =
          claim.form.institutional() ? Rates.DENIED_FACILITY[lob] : Rates.DENIED_PROFESSIONAL[lob];
      if (claim.form != ClaimDraft.Form.INPATIENT && draw.chance(whole)) {
        for (int i = 0; i < claim.lines; i++) {
          claim.denied[i] = true;
        }
        return true;
      }
      if (claim.lines > 1 && draw.chance(Rates.DENIED_LINE)) {
        claim.denied[1 + draw.below(claim.lines - 1)] = true;
      }
      return false;
    }

    /** Some denied claims come back and are paid. */
    private boolean appealed(int decided) {
      if (!draw.chance(Rates.DENIED_LATER_PAID)) {
        return false;
      }
      claim.undeny();
      int day = decided + 10 + (int) draw.lognormal(40, .8);
      version("PAID", 1, day, received(day));
      return true;
    }

    /** Replacements and reversals; returns the share of the first amount that stands in the end. */
    private double later(int decided, boolean pharmacy) {
      if (pharmacy) {
        if (!draw.chance(Rates.PHARMACY_REVERSED)) {
          return 1;
        }
        int day = decided + 1 + Math.min(14, (int) draw.lognormal(5, .6));
        version("REVERSED", 1, day, received(day));
        return 0;
      }
      boolean facility = claim.form.institutional();
      if (draw.chance(Rates.VOIDED[lob])) {
        int day = decided + 5 + (int) draw.lognormal(48, .9);
        version("REVERSED", 1, day, received(day));
        return 0;
      }
      if (!draw.chance(
          facility ? Rates.ADJUSTED_FACILITY[lob] : Rates.ADJUSTED_PROFESSIONAL[lob])) {
        return 1;
      }
      double factor = 1;
      int day = decided;
      int changes = 1 + (draw.chance(.22) ? 1 : 0) + (draw.chance(.05) ? 1 : 0);
      for (int n = 0; n < changes; n++) {
        day += 3 + (int) draw.lognormal(48, .9);
        factor *= adjustment();
        boolean pair = member.lob != Lob.MEDICARE && draw.chance(.25);
        long at = received(day);
        if (pair) {
          version("REVERSED", 1, day, at);
        }
        version("PAID", factor, day, at);
      }
      return factor;
    }

    private double adjustment() {
      if (draw.chance(.55)) {
        return draw.chance(.04 / .55) ? 0 : Math.max(0, 1 - draw.lognormal(.12, .8));
      }
      return 1 + Math.min(1, draw.lognormal(.10, .9));
    }

    private void version(String status, double factor, int day, long receivedAt) {
      number++;
      lastReceived = Math.max(lastReceived, receivedAt);
      send(
          member,
          claim,
          new ClaimJson.Version(id, number, status, kind, factor, priced, day, receivedAt));
    }

    /** Weekly file of the payer, one to nine days after the decision; pharmacy a day after. */
    private long received(int decided) {
      int day = decided + 1;
      if (claim.form != ClaimDraft.Form.PHARMACY) {
        int fileDay =
            switch (member.lob) {
              case MEDICARE -> 3;
              case MEDICAID -> 4;
              case COMMERCIAL -> 1;
            };
        day += 1 + Math.floorMod(fileDay - Timeline.dayOfWeek(day + 1), 7);
      }
      return day * DAY + 11 * 3_600_000L + draw.below(3 * 3600) * 1000L;
    }

    private void count(double factor) {
      long allowed = 0;
      long paid = 0;
      for (int i = 0; i < claim.lines; i++) {
        if (!claim.denied[i] && priced) {
          allowed += ClaimJson.scaled(claim.allowed[i], factor);
          paid +=
              ClaimJson.scaled(
                  kind.equals("FEE_FOR_SERVICE") ? claim.paid[i] : claim.allowed[i], factor);
        }
      }
      tally.claims[lob]++;
      tally.lines[lob] += claim.lines;
      if (claim.form == ClaimDraft.Form.PHARMACY) {
        tally.drugAllowed[lob] += allowed;
        tally.drugPaid[lob] += paid;
      } else {
        tally.medicalAllowed[lob] += allowed;
        tally.medicalPaid[lob] += paid;
      }
      known(allowed, paid);
    }

    /** Adds what counts for a contract's first estimate: performance years, known by the end. */
    private void known(long allowed, long paid) {
      int month = timeline.monthOf(claim.admitted >= 0 ? claim.admitted : claim.from);
      if (month < timeline.performanceStart() || lastReceived >= timeline.endDay() * DAY) {
        return;
      }
      int group = group();
      if (claim.form == ClaimDraft.Form.PHARMACY) {
        tally.groupDrugs[lob][group] += allowed;
      } else {
        tally.groupAllowed[lob][group] += allowed;
        tally.groupPaid[lob][group] += paid;
      }
    }

    /**
     * 0 for members without a usual source or with an independent practice, else the provider group
     * + 1.
     */
    private int group() {
      return member.noSource || member.seeks < 1
          ? 0
          : 1 + member.home(timeline.monthOf(claim.from)).group;
    }
  }
}
