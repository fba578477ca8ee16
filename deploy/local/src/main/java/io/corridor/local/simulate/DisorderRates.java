package io.corridor.local.simulate;

/** How often each disorder occurs (population.md section 10; shares of records unless named). */
record DisorderRates(
    double duplicate,
    double late,
    double versionBeforePredecessor,
    double reversalWithoutOriginal,
    double wrongAmount,
    double totalsDiffer,
    double invalidCode,
    double broken,
    double unknownMember,
    double wrongMember,
    double unknownPractice,
    double outsideEnrolment,
    double extraSpan,
    double reversedSpan,
    double lateDeath,
    double falseDeath,
    double adtDuplicate,
    double adtOutOfOrder,
    double adtDelayed,
    double adtLost,
    double adtCancelled,
    double facilityClock,
    double moveToldLate,
    int duplicateFileOneIn,
    int lateFileOneIn,
    int outageHours,
    int outageEveryDays,
    double secondId,
    double wrongLink) {

  static final DisorderRates DEFAULT =
      new DisorderRates(
          .005, .01, .006, .001, .001, .003, .003, .0002, .005, .0005, .015, .004, .01, .003, .2,
          .002, .02, .03, .03, .005, .02, .04, .3, 40, 60, 4, 30, .02, .005);

  static final DisorderRates HARD =
      new DisorderRates(
          .04, .06, .05, .01, .01, .03, .02, .003, .04, .005, .08, .03, .08, .03, .5, .02, .10, .15,
          .12, .04, .08, .2, .8, 8, 12, 24, 7, .06, .02);

  static DisorderRates of(SimulationConfig.Chaos chaos) {
    return switch (chaos) {
      case NONE -> throw new IllegalArgumentException("no disorder");
      case DEFAULT -> DEFAULT;
      case HARD -> HARD;
    };
  }
}
