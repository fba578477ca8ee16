package io.corridor.settlement.replicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.settlement.mssp.Track;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quirks of the public use files, one a test, on files of one row. */
class PublishedFilesTest {

  @TempDir private Path directory;

  private PublishedResult read(String file, String content) throws IOException {
    Files.writeString(directory.resolve(file), content);
    return PublishedFiles.read(directory).getFirst();
  }

  private static Printed printed(@Nullable Printed value) {
    return Objects.requireNonNull(value);
  }

  @Test
  @DisplayName("2013: a missing label shifts the rest; rates carry a sign of percent and are none")
  void shiftedHeader() throws IOException {
    PublishedResult row =
        read(
            "puf_2013.csv",
            "\uFEFFACO Identifier,Start Date,Track 2 ACO,Quality Score,Final sharing rate,"
                + "Minimum Savings Rate (%),Total benchmark expenditures ($),"
                + "Total savings/losses ($),Shared Savings ($),Shared Losses ($),"
                + "Total number of assigned beneficiaries,Total assigned beneficiary person years\n"
                + "A64796,07/01/2012,0,1,0.5,0.022940431%,$423018269.90,$432205624.50,"
                + "$-9187354.55,$0.00,,40595\n");
    assertThat(row.aco()).isEqualTo("A64796");
    assertThat(row.track()).isEqualTo(Track.TRACK_1);
    assertThat(row.agreementStart()).isEqualTo(LocalDate.of(2012, 7, 1));
    assertThat(row.expenditure()).isEqualByComparingTo("432205624.50");
    assertThat(row.savings()).isEqualByComparingTo("-9187354.55");
    assertThat(row.earned()).isEqualByComparingTo("0");
    assertThat(row.beneficiaries()).isEqualTo(40_595);
    assertThat(row.minimumRate().value()).isEqualByComparingTo("0.022940431");
    assertThat(row.place()).isEqualTo("puf_2013.csv:2");
  }

  private static final String HEADER =
      "ACO_Num,Start_Date,Track1,Track2,N_AB,Sav_rate,MinSavPerc,BnchmkMinExp,GenSaveLoss,"
          + "EarnSaveLoss,QualScore,ABtotBnchmk,ABtotExp,FinalShareRate\n";

  @Test
  @DisplayName("2014: scores of two decimals; a year of full reporting has none")
  void payForReporting() throws IOException {
    PublishedResult row =
        read("puf_2014.csv", HEADER + "A1,1/1/14,1,0,5000,0.01,0.039,1,0,0,P4R,100,99,0.5\n");
    assertThat(row.score()).isNull();
    assertThat(row.agreementStart()).isEqualTo(LocalDate.of(2014, 1, 1));
    assertThat(row.shareRate().halfUnit()).isEqualByComparingTo("0.005");
  }

  @Test
  @DisplayName("2015: scores and sharing rates in percent, savings rates not")
  void percentsOfOneYear() throws IOException {
    PublishedResult row =
        read("puf_2015.csv", HEADER + "A1,1/1/13,0,1,5000,0.0948,0.02,1,0,0,98.08,100,99,49.04\n");
    assertThat(printed(row.score()).value()).isEqualByComparingTo("0.9808");
    assertThat(row.shareRate().value()).isEqualByComparingTo("0.4904");
    assertThat(printed(row.savingsRate()).value()).isEqualByComparingTo("0.0948");
    assertThat(row.track()).isEqualTo(Track.TRACK_2);
  }

  @Test
  @DisplayName("2018: binary fractions of a score are set right; three digits of a tiny rate")
  void binaryFractions() throws IOException {
    PublishedResult row =
        read(
            "puf_2018_from_rda.csv",
            "aco_id,current_start_date,current_track_1,n_ab,sav_rate,minsavperc,bnchmkminexp,"
                + "gensaveloss,disadj,earnsaveloss,met_qps,qualscore,abtotbnchmk,abtotexp,"
                + "finalsharerate\n"
                + "A1,1/1/2016 0:00,1,7000.0,0.0000308,0.02,1.0,0.0,NaN,0.0,1,"
                + "0.9643999999999999,100.0,99.0,0.5\n");
    assertThat(printed(row.score()).value()).isEqualByComparingTo("0.9644");
    assertThat(row.disaster()).isNull();
    assertThat(row.beneficiaries()).isEqualTo(7000);
    assertThat(printed(row.savingsRate()).rounds(new BigDecimal("0.00003078"), BigDecimal.ZERO))
        .isTrue();
    assertThat(row.standardMet()).isTrue();
  }

  @Test
  @DisplayName("2021 and later: signs of percent, thousands and dashes")
  void signs() throws IOException {
    PublishedResult row =
        read(
            "PY 2023 ACO Results PUF.csv",
            "ACO_ID,Current_Start_Date,Current_Track,N_AB,Sav_rate,MinSavPerc,BnchmkMinExp,"
                + "GenSaveLoss,DisAdj,EarnSaveLoss,Met_QPS,Met_AltQPS,QualScore,ABtotBnchmk,"
                + "ABtotExp,FinalShareRate,FinalLossRate,Rev_Exp_Cat\n"
                + "A1,07/01/2019,EN,\"78,364\",-3.44%,1.00%,\"-8,354,010\",-8354010,-2566990,"
                + "-894285,1,-,78.09%,242995775,251349785,75.00%,41.43%,Low Revenue\n");
    assertThat(row.track()).isEqualTo(Track.ENHANCED);
    assertThat(row.beneficiaries()).isEqualTo(78_364);
    assertThat(row.savings()).isEqualByComparingTo("-8354010");
    assertThat(row.minimumRate().value()).isEqualByComparingTo("0.01");
    assertThat(printed(row.lossRate()).value()).isEqualByComparingTo("0.4143");
    assertThat(row.alternativeMet()).isNull();
    assertThat(row.lowRevenue()).isTrue();
  }

  @Test
  void namesThatAreNotUtf8DoNotStopAFile() throws IOException {
    byte[] latin =
        (HEADER + "Clínica,1/1/14,1,0,5000,0.01,0.039,1,0,0,0.9,100,99,0.45\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    Files.write(directory.resolve("puf_2014.csv"), latin);
    assertThat(PublishedFiles.read(directory).getFirst().aco()).isEqualTo("Clínica");
  }

  @Test
  void whatCannotBeReadIsNamedByItsPlace() {
    assertThatThrownBy(() ->
            read("puf_2014.csv", HEADER + "A1,1/1/14,1,0,5000,0.01,0.039,1,0,0,0.9,,99,0.45\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("puf_2014.csv:2")
        .hasMessageContaining("benchmark");
  }

  @Test
  void twoFilesOfAYearAreNotAddedUp() throws IOException {
    Files.writeString(directory.resolve("a_2014.csv"), HEADER);
    Files.writeString(directory.resolve("b_2014.csv"), HEADER);
    assertThatThrownBy(() -> PublishedFiles.read(directory)).isInstanceOf(IOException.class);
  }

  @Test
  void filesWithoutAKnownYearAreLeftAlone() throws IOException {
    Files.writeString(directory.resolve("README.csv"), "nothing");
    Files.writeString(directory.resolve("puf_2011.csv"), "nothing");
    assertThat(PublishedFiles.read(directory)).isEmpty();
  }
}
