package io.corridor.portal.readmodel;

import io.corridor.schemas.Marginal;
import io.corridor.schemas.MarginalChange;
import io.corridor.schemas.Step;
import io.corridor.schemas.WhatIf;
import io.corridor.schemas.WhatIfBar;
import io.corridor.schemas.WhatIfChange;
import io.corridor.schemas.WhatIfResult;
import io.corridor.schemas.WhatIfYear;
import io.corridor.schemas.topic.AnalysisTopics;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** An answered what-if question of the sample's contract, one that was refused, and worths. */
public final class SampleWhatIf {

  /** The question of costs that fall five percent. */
  public static final String ANSWERED = "0f8fad5b-d9cb-469f-a165-70867728950e";

  /** A question about a term that the contract does not have. */
  public static final String REFUSED = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

  private static final String[] STAGES = {"GROSS", "GATE", "RATE", "CAP", "RECOUPMENT", "NET"};

  private SampleWhatIf() {}

  static void write(Records records) {
    answer(
        records,
        ANSWERED,
        WhatIf.newBuilder()
            .setContract(Sample.CONTRACT)
            .setRequest(ANSWERED)
            .setPeriod("2026")
            .setChanges(List.of(new WhatIfChange("cost", "-0.05")))
            .setYears(
                List.of(
                    new WhatIfYear(
                        1,
                        result("3580000.00", "1976160.00", "1976160.00", List.of()),
                        result("9480000.00", "5232960.00", "4000000.00", List.of("PAYMENT_CAP")),
                        new BigDecimal("2023840.00"))))
            .setCompleteTo(Sample.TODAY)
            .build());
    answer(
        records,
        REFUSED,
        WhatIf.newBuilder()
            .setContract(Sample.CONTRACT)
            .setRequest(REFUSED)
            .setPeriod("2026")
            .setRefusal("CHANGE_NOT_FOR_SHAPE")
            .setRefusedFor("track")
            .setChanges(List.of(new WhatIfChange("track", "BASIC_E")))
            .build());
    worths(records);
  }

  private static void answer(Records records, String request, WhatIf body) {
    records.put(AnalysisTopics.WHAT_IF, Sample.CONTRACT + "|" + request, 1, body);
  }

  private static WhatIfResult result(
      String gross, String shared, String payment, List<String> limits) {
    String[] after = {gross, gross, shared, payment, payment, payment};
    List<WhatIfBar> bars = new ArrayList<>();
    for (int i = 0; i < STAGES.length; i++) {
      boolean ends = i == 0 || i == STAGES.length - 1;
      String from = ends ? "0.00" : after[i - 1];
      bars.add(
          new WhatIfBar(
              STAGES[i],
              new BigDecimal(from),
              new BigDecimal(after[i]),
              !ends && !from.equals(after[i])));
    }
    return WhatIfResult.newBuilder()
        .setLow(new BigDecimal(payment))
        .setExpected(new BigDecimal(payment))
        .setHigh(new BigDecimal(payment))
        .setLimitsBinding(limits)
        .setBars(bars)
        .setSteps(List.<Step>of())
        .build();
  }

  private static void worths(Records records) {
    String key = Sample.CONTRACT + "|CONTRACT|" + Sample.CONTRACT + "|2026";
    records.put(
        AnalysisTopics.MARGINAL,
        key,
        1,
        Marginal.newBuilder()
            .setContract(Sample.CONTRACT)
            .setLevel("CONTRACT")
            .setId(Sample.CONTRACT)
            .setPeriod("2026")
            .setChanges(
                List.of(
                    worth("ONE_GAP_CLOSED", "Q02", 1, null, "0.00", "POINT_NOT_REACHED"),
                    worth("GAPS_TO_NEXT_POINT", "Q02", 89, null, "21471.43", null),
                    worth("ONE_ADMISSION_AVOIDED", null, 1, "14200.00", "7838.40", null)))
            .setCompleteTo(Sample.TODAY)
            .build());
  }

  private static MarginalChange worth(
      String change, String measure, long cases, String cost, String worth, String because) {
    return MarginalChange.newBuilder()
        .setChange(change)
        .setMeasure(measure)
        .setCases(cases)
        .setCost(cost == null ? null : new BigDecimal(cost))
        .setLow(new BigDecimal(worth))
        .setExpected(new BigDecimal(worth))
        .setHigh(new BigDecimal(worth))
        .setZeroBecause(because == null ? List.of() : List.of(because))
        .build();
  }
}
