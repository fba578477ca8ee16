package io.corridor.local.desynpuf;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.local.convert.ImportReport;
import io.corridor.local.convert.LineIndicator;
import io.corridor.local.convert.SourceCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken source rows are counted with their code and line; the rest goes on. */
class DesynpufRejectionTest {
  private static final String BENE =
      "BENE_YEAR,DESYNPUF_ID,BENE_BIRTH_DT,BENE_DEATH_DT,BENE_SEX_IDENT_CD,BENE_ESRD_IND,SP_STATE_CODE,"
          + "BENE_COUNTY_CD,BENE_HI_CVRAGE_TOT_MONS,BENE_SMI_CVRAGE_TOT_MONS,BENE_HMO_CVRAGE_TOT_MONS,"
          + "MEDREIMB_IP,MEDREIMB_OP,MEDREIMB_CAR\n";
  private static final String PDE =
      "DESYNPUF_ID,PDE_ID,SRVC_DT,PROD_SRVC_ID,QTY_DSPNSD_NUM,DAYS_SUPLY_NUM,PTNT_PAY_AMT,TOT_RX_CST_AMT\n";

  @TempDir Path in;
  @TempDir Path out;

  @BeforeEach
  void emptyFiles() throws IOException {
    for (String file : new String[] {"carrier.csv", "inpatient.csv", "outpatient.csv"}) {
      Files.writeString(in.resolve(file), "DESYNPUF_ID,CLM_ID\n");
    }
    Files.writeString(in.resolve("pde.csv"), PDE);
  }

  @Test
  @DisplayName("each broken beneficiary row has its own code")
  void beneficiaries() throws IOException {
    Files.writeString(
        in.resolve("bene.csv"),
        BENE
            + "2008,A,1940-01-01,,2,0,01,1,12,12,0,0,0,0\n"
            + "2008,A,1940-01-01,,2,0,01,1,12,12,0,0,0,0\n"
            + "2008,B,1940-13-01,,2,0,01,1,12,12,0,0,0,0\n"
            + "2008,C,1940-01-01,,2,0,01,1,13,12,0,0,0,0\n"
            + "2008,D,1940-01-01,,2,0,01,1,12,12,0,0,0,x\n"
            + "2008,E,1940-01-01,1939-01-01,2,0,01,1,12,12,0,0,0,0\n"
            + "2008,,1940-01-01,,2,0,01,1,12,12,0,0,0,0\n"
            + "2008,F,1940-01-01\n");
    ImportReport report = new DesynpufImport().run(in, out);
    SourceCounts counts = report.source("bene.csv");
    assertThat(counts.readRows()).isEqualTo(8);
    assertThat(counts.usedRows()).isEqualTo(1);
    assertThat(counts.reasons())
        .isEqualTo(
            Map.of(
                "DUPLICATE_YEAR", 1L,
                "DATE_INVALID", 1L,
                "NUMBER_OUT_OF_RANGE", 1L,
                "AMOUNT_INVALID", 1L,
                "DEATH_BEFORE_BIRTH", 1L,
                "VALUE_MISSING", 1L,
                "COLUMN_COUNT", 1L));
    assertThat(Files.readString(out.resolve("import-report.txt")))
        .contains("line 4, column BENE_BIRTH_DT: DATE_INVALID");
  }

  @Test
  @DisplayName("a drug of an unknown beneficiary and one without a code are rejected")
  void drugs() throws IOException {
    Files.writeString(in.resolve("bene.csv"), BENE + "2008,A,1940-01-01,,2,0,01,1,12,12,0,0,0,0\n");
    Files.writeString(
        in.resolve("pde.csv"),
        PDE
            + "A,1,2008-02-01,00000000001,30,30,10,5\n"
            + "Z,2,2008-02-01,00000000001,30,30,0,5\n"
            + "A,3,2008-02-01,,30,30,0,5\n");
    SourceCounts counts = new DesynpufImport().run(in, out).source("pde.csv");
    assertThat(counts.reasons()).isEqualTo(Map.of("BENEFICIARY_UNKNOWN", 1L, "VALUE_MISSING", 1L));
    assertThat(counts.notes())
        .containsEntry("patient paid more than the total cost, paid taken as 0.00", 1L);
  }

  @Test
  @DisplayName("a part-year count borders the year that goes on with it")
  void months() {
    OptionalInt none = OptionalInt.empty();
    YearMonth march = YearMonth.of(2008, 3);
    YearMonth november = YearMonth.of(2008, 11);
    assertThat(MonthPlacement.covers(march, 3, none, none)).isTrue();
    assertThat(MonthPlacement.covers(march, 3, none, OptionalInt.of(12))).isFalse();
    assertThat(MonthPlacement.covers(november, 3, none, OptionalInt.of(12))).isTrue();
    assertThat(MonthPlacement.covers(november, 3, OptionalInt.of(0), none)).isTrue();
    assertThat(MonthPlacement.covers(november, 3, OptionalInt.of(12), none)).isFalse();
    assertThat(MonthPlacement.covers(november, 12, none, none)).isTrue();
    assertThat(MonthPlacement.covers(november, 0, none, OptionalInt.of(12))).isFalse();
  }

  @Test
  @DisplayName("processing indicators A, R and S are paid, others denied")
  void indicators() {
    assertThat("ARS".chars().mapToObj(Character::toString)).noneMatch(LineIndicator::denied);
    assertThat("OCMNBLX<@".chars().mapToObj(Character::toString)).allMatch(LineIndicator::denied);
    assertThat(LineIndicator.denied("")).isTrue();
  }
}
