package io.corridor.local.synthea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.corridor.local.convert.ImportReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows as the export writes them become records; rows that cannot are listed with their code. */
class SyntheaImportTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEPT", "OCT", "NOV", "DEC");

  @TempDir Path in;
  @TempDir Path out;

  private final Map<String, List<Map<String, String>>> files = new LinkedHashMap<>();

  /** A row with the fields given; a column that a row lacks is blank. */
  private Map<String, String> row(String file, String... fields) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      row.put(fields[i], fields[i + 1]);
    }
    files.computeIfAbsent(file, name -> new ArrayList<>()).add(row);
    return row;
  }

  private Map<String, String> beneficiary(String id, int year, int coveredMonths, String death) {
    Map<String, String> row =
        row(
            "beneficiary_" + year,
            "RFRNC_YR",
            "" + year,
            "BENE_ID",
            id,
            "BENE_SRNM_NAME",
            "Kemmer137",
            "BENE_GVN_NAME",
            "Grover559",
            "BENE_BIRTH_DT",
            "18-Jul-1954",
            "BENE_SEX_IDENT_CD",
            "2",
            "DEATH_DT",
            death,
            "STATE_CODE",
            "22",
            "BENE_COUNTY_CD",
            "22160",
            "BENE_ZIP_CD",
            "02113",
            "A_MO_CNT",
            "" + coveredMonths,
            "B_MO_CNT",
            "" + coveredMonths);
    for (int m = 1; m <= 12; m++) {
      row.put("MDCR_ENTLMT_BUYIN_" + m + "_IND", m <= coveredMonths ? "3" : "");
      row.put("HMO_" + m + "_IND", "");
      row.put("MDCR_STUS_" + MONTHS.get(m - 1) + "_CD", m <= coveredMonths ? "10" : "");
      row.put("META_DUAL_ELGBL_STUS_" + MONTHS.get(m - 1) + "_CD", "NA");
    }
    return row;
  }

  private Map<String, String> facility(
      String file, String claim, String line, String centre, String paid) {
    Map<String, String> row =
        row(
            file,
            "BENE_ID",
            "-1",
            "CLM_ID",
            claim,
            "FINAL_ACTION",
            "F",
            "CLM_FROM_DT",
            "02-Apr-2023",
            "CLM_THRU_DT",
            "05-Apr-2023",
            "NCH_WKLY_PROC_DT",
            "07-Apr-2023",
            "PRNCPAL_DGNS_CD",
            "N184",
            "PRNCPAL_DGNS_VRSN_CD",
            "0",
            "CLM_FAC_TYPE_CD",
            "1",
            "CLM_SRVC_CLSFCTN_TYPE_CD",
            "1",
            "CLM_FREQ_CD",
            "1",
            "PRVDR_NUM",
            "225666",
            "ORG_NPI_NUM",
            "1568422087",
            "AT_PHYSN_NPI",
            "9999900993",
            "PTNT_DSCHRG_STUS_CD",
            "1",
            "CLM_ADMSN_DT",
            "02-Apr-2023",
            "NCH_BENE_DSCHRG_DT",
            "05-Apr-2023",
            "CLM_DRG_CD",
            "949",
            "CLM_IP_ADMSN_TYPE_CD",
            "1",
            "CLM_SRC_IP_ADMSN_CD",
            "4",
            "ADMTG_DGNS_CD",
            "N179",
            "CLM_PMT_AMT",
            "1000.00",
            "NCH_PRMRY_PYR_CLM_PD_AMT",
            "0",
            "NCH_BENE_IP_DDCTBL_AMT",
            "100.50",
            "NCH_BENE_PTA_COINSRNC_LBLTY_AM",
            "20",
            "NCH_BENE_BLOOD_DDCTBL_LBLTY_AM",
            "0",
            "CLM_PASS_THRU_PER_DIEM_AMT",
            "10",
            "CLM_UTLZTN_DAY_CNT",
            "3",
            "CLM_LINE_NUM",
            line,
            "REV_CNTR",
            centre,
            "REV_CNTR_DT",
            "03-Apr-2023",
            "REV_CNTR_PMT_AMT_AMT",
            paid,
            "REV_CNTR_PTNT_RSPNSBLTY_PMT",
            "1.00",
            "REV_CNTR_UNIT_CNT",
            "2",
            "HCPCS_CD",
            "",
            "HCPCS_1ST_MDFR_CD",
            "26",
            "HCPCS_2ND_MDFR_CD",
            "",
            "RNDRNG_PHYSN_NPI",
            "9999900993");
    for (int i = 1; i <= 25; i++) {
      row.put("ICD_DGNS_CD" + i, i == 1 ? "N184" : "");
      row.put("ICD_PRCDR_CD" + i, "");
    }
    return row;
  }

  private Map<String, String> carrier(String claim, String line, String day, String tin) {
    Map<String, String> row =
        row(
            "carrier",
            "BENE_ID",
            "-1",
            "CLM_ID",
            claim,
            "FINAL_ACTION",
            "F",
            "CLM_FROM_DT",
            "02-Apr-2023",
            "CLM_THRU_DT",
            "02-Apr-2023",
            "NCH_WKLY_PROC_DT",
            "07-Apr-2023",
            "PRNCPAL_DGNS_CD",
            "S0300XA",
            "PRNCPAL_DGNS_VRSN_CD",
            "0",
            "CLM_PMT_AMT",
            "109.44",
            "LINE_NUM",
            line,
            "LINE_1ST_EXPNS_DT",
            day,
            "LINE_LAST_EXPNS_DT",
            day,
            "LINE_PRCSG_IND_CD",
            "A",
            "LINE_ALOWD_CHRG_AMT",
            "136.80",
            "LINE_NCH_PMT_AMT",
            "109.44",
            "LINE_BENE_PTB_DDCTBL_AMT",
            "0.00",
            "LINE_COINSRNC_AMT",
            "27.36",
            "LINE_BENE_PRMRY_PYR_PD_AMT",
            "0",
            "LINE_SRVC_CNT",
            "14",
            "LINE_PLACE_OF_SRVC_CD",
            "11",
            "LINE_ICD_DGNS_CD",
            "",
            "HCPCS_CD",
            "99495",
            "HCPCS_1ST_MDFR_CD",
            "",
            "HCPCS_2ND_MDFR_CD",
            "",
            "PRF_PHYSN_NPI",
            "9999979294",
            "PRVDR_SPCLTY",
            "01",
            "TAX_NUM",
            tin);
    for (int i = 1; i <= 12; i++) {
      row.put("ICD_DGNS_CD" + i, i == 1 ? "S0300XA" : "");
    }
    return row;
  }

  private ImportReport imported() throws IOException {
    for (Map.Entry<String, List<Map<String, String>>> file : files.entrySet()) {
      List<String> columns = List.copyOf(file.getValue().getFirst().keySet());
      Path path = in.resolve(file.getKey() + ".csv.gz");
      try (Writer writer =
          new OutputStreamWriter(
              new GZIPOutputStream(Files.newOutputStream(path)), StandardCharsets.UTF_8)) {
        writer.write(String.join("|", columns) + "\n");
        for (Map<String, String> row : file.getValue()) {
          writer.write(String.join("|", columns.stream().map(row::get).toList()) + "\n");
        }
      }
    }
    return new SyntheaImport().run(in, out);
  }

  private List<JsonNode> records(String file) throws IOException {
    List<JsonNode> records = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(out.resolve(file))),
                StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        records.add(JSON.readTree(line));
      }
    }
    return records;
  }

  @Test
  @DisplayName("months with equal flags are one span; a death ends it later than it was known")
  void coverage() throws IOException {
    beneficiary("-1", 2023, 12, "");
    Map<String, String> second = beneficiary("-1", 2024, 4, "20-Apr-2024");
    second.put("META_DUAL_ELGBL_STUS_MAR_CD", "02");
    second.put("META_DUAL_ELGBL_STUS_APR_CD", "02");
    assertThat(imported().rejectedRows()).isZero();
    List<JsonNode> spans =
        records("enrollment.ndjson.gz").stream().filter(r -> r.has("coverage")).toList();
    assertThat(spans)
        .extracting(
            r -> r.at("/coverage/from").asText(),
            r -> r.at("/coverage/lastDay").asText(),
            r -> r.get("version").asInt(),
            r -> r.at("/coverage/dual").asBoolean(),
            r -> r.get("receivedAt").asText())
        .containsExactly(
            tuple("2023-01-01", "2024-02-29", 1, false, "2022-12-31T00:00:00Z"),
            tuple("2024-03-01", "2024-12-31", 1, true, "2024-02-29T00:00:00Z"),
            tuple("2024-03-01", "2024-04-30", 2, true, "2024-05-14T00:00:00Z"));
    assertThat(records("enrollment.ndjson.gz").getLast().at("/person/deathDate").asText())
        .isEqualTo("2024-04-20");
  }

  @Test
  @DisplayName("a stay: money on its first line, pass-through on its own, one pair of messages")
  void stay() throws IOException {
    beneficiary("-1", 2023, 12, "");
    facility("inpatient", "-10", "1", "0120", "0");
    facility("inpatient", "-10", "2", "0300", "0");
    facility("inpatient", "-10", "3", "0001", "1000.00");
    ImportReport report = imported();
    assertThat(report.rejectedRows()).isZero();
    assertThat(report.source("inpatient").totals().get("CLM_PMT_AMT")).isEqualTo("1000.00");
    assertThat(report.source("inpatient").totals().get("paid in the feed")).isEqualTo("1030.00");
    JsonNode claim = records("claim-inpatient.ndjson.gz").getFirst();
    assertThat(claim.get("lines")).hasSize(3);
    assertThat(claim.at("/lines/0/allowed").asText()).isEqualTo("1120.50");
    assertThat(claim.at("/lines/1/paid").asText()).isEqualTo("0.00");
    assertThat(claim.at("/lines/2/line").asInt()).isEqualTo(3);
    assertThat(claim.at("/lines/2/paid").asText()).isEqualTo("30.00");
    assertThat(claim.get("typeOfBill").asText()).isEqualTo("111");
    assertThat(claim.get("dischargeStatus").asText()).isEqualTo("01");
    assertThat(records("adt.ndjson.gz"))
        .extracting(r -> r.get("trigger").asText() + " " + r.get("eventAt").asText())
        .containsExactly("A01 2023-04-02T13:00:00Z", "A03 2023-04-05T19:00:00Z");
  }

  @Test
  @DisplayName(
      "other facilities: each revenue centre has its day and payment, the total is no line")
  void outpatient() throws IOException {
    beneficiary("-1", 2023, 12, "");
    facility("outpatient", "-11", "1", "0450", "600.00").put("HCPCS_CD", "90935");
    facility("outpatient", "-11", "2", "0001", "600.00");
    facility("outpatient", "-12", "1", "0510", "5.00").put("PRVDR_NUM", "");
    assertThat(imported().rejectedRows()).isZero();
    List<JsonNode> claims = records("claim-outpatient.ndjson.gz");
    JsonNode line = claims.getFirst().at("/lines/0");
    assertThat(claims.getFirst().get("lines")).hasSize(1);
    assertThat(line.get("from").asText()).isEqualTo("2023-04-03");
    assertThat(line.get("allowed").asText()).isEqualTo("601.00");
    assertThat(line.get("modifiers").get(0).asText()).isEqualTo("26");
    assertThat(claims.getLast().get("facility").asText()).isEqualTo("1568422087");
  }

  @Test
  @DisplayName("a claim's rows are its lines, and the pair of clinician and practice is affiliated")
  void professional() throws IOException {
    beneficiary("-1", 2023, 12, "");
    carrier("-20", "1", "02-Apr-2023", "999813445");
    carrier("-20", "2", "02-Apr-2023", "999813445");
    assertThat(imported().rejectedRows()).isZero();
    JsonNode claim = records("claim-carrier.ndjson.gz").getFirst();
    assertThat(claim.get("lines")).hasSize(2);
    assertThat(claim.get("receivedAt").asText()).isEqualTo("2023-04-07T00:00:00Z");
    assertThat(claim.at("/lines/1/units").asText()).isEqualTo("14.000000");
    JsonNode link = records("affiliation.ndjson.gz").getFirst();
    assertThat(link.get("specialty").asText()).isEqualTo("01");
    assertThat(link.get("from").asText()).isEqualTo("2023-04-02");
    assertThat(JSON.readTree(out.resolve("manifest.json").toFile()).get("asOf").asText())
        .isEqualTo("2023-04-07T00:00:00Z");
  }

  @Test
  @DisplayName("each broken claim is rejected whole, with its code at each of its lines")
  void rejected() throws IOException {
    beneficiary("-1", 2023, 12, "");
    beneficiary("-2", 2023, 12, "").put("MDCR_ENTLMT_BUYIN_4_IND", "X");
    carrier("-20", "1", "02-Apr-2023", "999813445");
    carrier("-20", "2", "02-Apr-2023", "999813446");
    carrier("-21", "1", "02-Apr-2023", "999813445").put("BENE_ID", "-2");
    carrier("-22", "1", "31-Apr-2023", "999813445");
    carrier("-23", "1", "02-Apr-2023", "999813445");
    carrier("-24", "1", "02-Apr-2023", "999813445").put("FINAL_ACTION", "N");
    carrier("-23", "2", "02-Apr-2023", "999813445");
    ImportReport report = imported();
    assertThat(report.source("beneficiary_2023").reasons()).isEqualTo(Map.of("CODE_UNKNOWN", 1L));
    assertThat(report.source("carrier").readRows()).isEqualTo(7);
    assertThat(report.source("carrier").usedRows()).isEqualTo(1);
    assertThat(report.source("carrier").reasons())
        .isEqualTo(
            Map.of(
                "SEVERAL_TAX_NUMBERS", 2L,
                "BENEFICIARY_UNKNOWN", 1L,
                "DATE_INVALID", 1L,
                "NOT_FINAL_ACTION", 1L,
                "ROWS_APART", 1L));
    assertThat(Files.readString(out.resolve("import-report.txt")))
        .contains("line 5, column LINE_1ST_EXPNS_DT: DATE_INVALID");
  }

  @Test
  @DisplayName("without a beneficiary file there is nothing to import")
  void empty() {
    assertThatThrownBy(this::imported)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("beneficiary");
  }
}
