package io.corridor.portal.readmodel;

import io.corridor.schemas.CareCase;
import io.corridor.schemas.CareVariation;
import io.corridor.schemas.CareVariationRow;
import io.corridor.schemas.MemberCases;
import io.corridor.schemas.topic.VariationTopics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Procedures of the invented ACO in spring 2026: one clinician's twenty colonoscopies cost 120.00
 * on average where another's seventeen cost 100.00, and a third has too few; and the report of
 * winter, whose cases have all been taken back since.
 */
@org.jspecify.annotations.NullUnmarked
public final class SampleVariation {

  public static final String QUARTER = "2026-Q2";
  public static final String EARLIER = "2026-Q1";
  public static final String SECOND_NPI = "1900000023";
  public static final String THIRD_NPI = "1900000031";
  public static final LocalDate REPORTED = LocalDate.of(2026, 8, 15);

  private static final String COLONOSCOPY = "COLONOSCOPY";

  private SampleVariation() {}

  static void write(Records records) {
    List<CareCase> first = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      first.add(one(i, COLONOSCOPY, Sample.NPI, "HOPD", i < 10 ? "100.00" : "140.00", 1));
    }
    List<CareCase> second = new ArrayList<>();
    for (int i = 0; i < 17; i++) {
      String cost = i < 8 ? "80.00" : i < 16 ? "120.00" : "100.00";
      second.add(one(i, COLONOSCOPY, SECOND_NPI, i < 1 ? "OTHER" : "ASC", cost, 0));
    }
    second.add(one(30, "UPPER_GI_ENDOSCOPY", THIRD_NPI, "ASC", "333.00", 0));
    cases(records, "m1", first);
    cases(records, "m6", second);
    records.put(VariationTopics.CARE_VARIATION, Sample.CONTRACT + "|" + EARLIER, 1, report());
  }

  private static void cases(Records records, String member, List<CareCase> cases) {
    records.put(
        VariationTopics.MEMBER_CASE,
        member + "|" + Sample.CONTRACT + "|" + QUARTER,
        1,
        MemberCases.newBuilder()
            .setMember(member)
            .setContract(Sample.CONTRACT)
            .setQuarter(QUARTER)
            .setCases(cases)
            .build());
  }

  private static CareCase one(
      int day, String group, String npi, String site, String cost, int tests) {
    return CareCase.newBuilder()
        .setDay(LocalDate.of(2026, 4, 1).plusDays(day))
        .setGroup(group)
        .setNpi(npi)
        .setSite(site)
        .setCost(new BigDecimal(cost))
        .setTests(tests)
        .setRisk(null)
        .build();
  }

  private static CareVariation report() {
    return CareVariation.newBuilder()
        .setContract(Sample.CONTRACT)
        .setQuarter(EARLIER)
        .setBusinessDate(REPORTED)
        .setLeastCases(11)
        .setLeastOutlierCases(20)
        .setRows(
            List.of(
                CareVariationRow.newBuilder()
                    .setNpi(Sample.NPI)
                    .setGroup("CATARACT")
                    .setCases(24)
                    .setSuppressed(false)
                    .setInpatient(share("0"))
                    .setHopd(share("0.25"))
                    .setAsc(share("0.75"))
                    .setOffice(share("0"))
                    .setOther(share("0"))
                    .setMedianCost(new BigDecimal("1850.00"))
                    .setMeanCost(new BigDecimal("1900.00"))
                    .setRiskAdjustedCost(new BigDecimal("1750.00"))
                    .setTestsPerCase(share("1.5"))
                    .setIndex(share("0.84"))
                    .setZ(share("-2.31"))
                    .setOutlier(true)
                    .build(),
                CareVariationRow.newBuilder()
                    .setNpi(SECOND_NPI)
                    .setGroup("CATARACT")
                    .setCases(10)
                    .setSuppressed(true)
                    .build()))
        .build();
  }

  private static BigDecimal share(String value) {
    return new BigDecimal(value).setScale(6);
  }
}
