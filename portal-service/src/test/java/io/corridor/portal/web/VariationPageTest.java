package io.corridor.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.corridor.portal.readmodel.Records;
import io.corridor.portal.readmodel.Sample;
import io.corridor.portal.readmodel.SampleVariation;
import io.corridor.portal.readmodel.TestDatabase;
import io.corridor.portal.variation.VariationJob;
import io.corridor.schemas.CareVariationRow;
import io.corridor.schemas.CareVariationValue;
import io.corridor.schemas.serde.SchemaRegistry;
import io.corridor.schemas.serde.ValueSerde;
import io.corridor.schemas.topic.VariationTopics;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Care variation in the portal: the report job, the page and the file. */
class VariationPageTest extends PortalTest {

  private static final String PAGE = "/contracts/" + Sample.CONTRACT + "/variation";
  private static final String WINTER = PAGE + "?quarter=" + SampleVariation.EARLIER;

  @Autowired MockMvcTester mvc;
  @Autowired UserDetailsService people;
  @Autowired Producer<String, byte[]> producer;
  @Autowired SchemaRegistry registry;
  @Autowired DataSource source;
  @Autowired VariationJob job;

  private MvcTestResult get(String person, String address) {
    return mvc.get().uri(address).with(user(people.loadUserByUsername(person))).exchange();
  }

  private String page(String address) throws Exception {
    MvcTestResult result = get("analyst", address);
    assertThat(result).hasStatusOk();
    return result.getResponse().getContentAsString();
  }

  private List<CareVariationValue> made() {
    MockProducer<String, byte[]> written = (MockProducer<String, byte[]>) producer;
    int already = written.history().size();
    assertThat(job.repeat()).isTrue();
    ValueSerde<CareVariationValue> serde = ValueSerde.of(VariationTopics.CARE_VARIATION, registry);
    return written.history().stream()
        .skip(already)
        .map(record -> serde.read(Objects.requireNonNull(record.value())))
        .toList();
  }

  @Test
  void aNewMonthReportsEachQuarterOnceAndWhatIsTakenBackWithoutRows() throws Exception {
    List<CareVariationValue> reports = made();
    assertThat(reports)
        .extracting(
            value -> value.getBody().getQuarter(),
            value -> value.getBody().getRows().size(),
            value -> value.getEnvelope().getVersion(),
            value -> value.getEnvelope().getRuleVersion())
        .containsExactly(
            tuple(SampleVariation.EARLIER, 0, 2L, "care-variation-1"),
            tuple(SampleVariation.QUARTER, 3, 1L, "care-variation-1"));
    CareVariationValue spring = reports.getLast();
    assertThat(spring.getBody().getBusinessDate()).isEqualTo(Sample.TODAY);
    assertThat(spring.getEnvelope().getKnownAt()).isEqualTo(Sample.NOW.minusSeconds(60));
    CareVariationRow first = spring.getBody().getRows().getFirst();
    assertThat(first.getNpi()).isEqualTo(Sample.NPI);
    assertThat(first.getIndex()).isEqualByComparingTo("1.2");
    assertThat(first.getZ()).isEqualByComparingTo("4.472136");
    assertThat(first.getOutlier()).isTrue();
    Records records = new Records();
    records.put(
        VariationTopics.CARE_VARIATION,
        Sample.CONTRACT + "|" + SampleVariation.QUARTER,
        1,
        spring.getBody());
    TestDatabase.project(source, registry, records.sent());
    assertThat(made())
        .as("this month has the report of spring, and still not that of winter")
        .extracting(value -> value.getBody().getQuarter())
        .containsExactly(SampleVariation.EARLIER);
    assertThat(page(PAGE))
        .contains(
            "1 clinician stands out, 2026-Q2",
            "Colonoscopy",
            "Upper GI endoscopy",
            "100.0% outpatient department",
            "94.1% surgical center, 5.9% elsewhere",
            "$120.00",
            "above the others, z 4.5",
            "&lt;11")
        .doesNotContain("$333");
    assertThat(page(PAGE + "?quarter=2026-Q2&group=UPPER_GI_ENDOSCOPY"))
        .contains("Nobody stands out", SampleVariation.THIRD_NPI)
        .doesNotContain(SampleVariation.SECOND_NPI);
  }

  @Test
  void theReportOfAQuarterIsAPageAndAFile() throws Exception {
    assertThat(page(WINTER))
        .contains(
            "1 clinician stands out, 2026-Q1",
            "as known on 15 Aug 2026",
            "25.0% outpatient department, 75.0% surgical center",
            "$1,850.00",
            "$1,750.00 on equal risk",
            "0.84",
            "below the others, z −2.3",
            "too few to say");
    assertThat(page("/api/v1" + PAGE + "/" + SampleVariation.EARLIER + ".csv"))
        .startsWith("contract,quarter,as_of,known_at,group,npi,n,suppressed")
        .contains(
            "CATARACT,"
                + Sample.NPI
                + ",24,false,0.000000,0.250000,0.750000,0.000000,0.000000,1850.00,1900.00,1750.00,"
                + "1.500000,0.840000,-2.310000,true",
            "CATARACT," + SampleVariation.SECOND_NPI + ",<11,true,,,,");
    assertThat(page("/contracts/" + Sample.CONTRACT + "/2026")).contains("Care variation");
  }

  @Test
  void careVariationIsForAnalystsOfTheContract() {
    for (String address :
        List.of(PAGE, WINTER, "/api/v1" + PAGE + "/" + SampleVariation.EARLIER + ".csv")) {
      assertThat(get("practice", address)).hasStatus(404);
      assertThat(get("coordinator", address)).hasStatus(404);
      assertThat(get("analyst", address.replace(Sample.CONTRACT, Sample.OTHER_CONTRACT)))
          .hasStatus(404);
    }
    assertThat(get("analyst", PAGE + "?quarter=2020-Q1")).hasStatus(404);
    assertThat(get("analyst", "/api/v1" + PAGE + "/2020-Q1.csv")).hasStatus(404);
  }
}
