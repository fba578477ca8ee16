package io.corridor.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.corridor.portal.program.ReportJobs;
import io.corridor.portal.readmodel.Records;
import io.corridor.portal.readmodel.Sample;
import io.corridor.portal.readmodel.SampleProgram;
import io.corridor.portal.readmodel.TestDatabase;
import io.corridor.portal.readmodel.TestRefs;
import io.corridor.schemas.EvaluationDesign;
import io.corridor.schemas.EvaluationPair;
import io.corridor.schemas.ProgramEnrollment;
import io.corridor.schemas.ProgramEvaluation;
import io.corridor.schemas.ProgramEvaluationValue;
import io.corridor.schemas.serde.SchemaRegistry;
import io.corridor.schemas.serde.ValueSerde;
import io.corridor.schemas.topic.ProgramTopics;
import io.corridor.schemas.topic.Topic;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Programs in the portal: members, evaluations on demand and repeated, reports. */
class ProgramPageTest extends PortalTest {

  private static final String PAGE = "/contracts/" + Sample.CONTRACT + "/programs";

  @Autowired MockMvcTester mvc;
  @Autowired UserDetailsService people;
  @Autowired Producer<String, byte[]> producer;
  @Autowired SchemaRegistry registry;
  @Autowired DataSource source;
  @Autowired ReportJobs jobs;

  private int already;

  @BeforeEach
  void remember() {
    already = history().size();
  }

  private List<ProducerRecord<String, byte[]>> history() {
    return ((MockProducer<String, byte[]>) producer).history();
  }

  private <V extends SpecificRecord> List<V> written(Topic<V> topic) {
    ValueSerde<V> serde = ValueSerde.of(topic, registry);
    return history().stream()
        .skip(already)
        .filter(record -> record.topic().equals(topic.name()))
        .map(record -> serde.read(Objects.requireNonNull(record.value())))
        .toList();
  }

  private MvcTestResult get(String person, String address) {
    return mvc.get().uri(address).with(user(people.loadUserByUsername(person))).exchange();
  }

  private String page(String address) throws Exception {
    MvcTestResult result = get("analyst", address);
    assertThat(result).hasStatusOk();
    return result.getResponse().getContentAsString();
  }

  private MvcTestResult upload(String person, String text) {
    return mvc.post()
        .uri(PAGE + "/members")
        .multipart()
        .file(
            new MockMultipartFile(
                "file", "members.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)))
        .param("actionId", "up")
        .with(csrf())
        .with(user(people.loadUserByUsername(person)))
        .exchange();
  }

  private MvcTestResult evaluate(String person, String program, String months) {
    return mvc.post()
        .uri(PAGE + "/" + program + "/evaluations")
        .param("months", months)
        .param("cost", "$1,000")
        .param("acoShare", "50")
        .with(csrf())
        .with(user(people.loadUserByUsername(person)))
        .exchange();
  }

  @Test
  void aFileEnrollsMembersByTheirNumberAndNamesTheLinesItLeavesOut() {
    MvcTestResult result =
        upload(
            "analyst",
            """
            program,member,enrolledOn
            walks,HL-004-29,2026-05-01
            walks,HL-004-29,2026-04-01
            walks,m5,2026-05-01
            walks,HL-00999-29,2026-05-01
            walks,HL-005-29,May
            wal|ks,HL-005-29,2026-05-01
            """);
    assertThat(result).hasRedirectedUrl(PAGE);
    assertThat(written(ProgramTopics.ENROLLMENT))
        .extracting(value -> value.getBody().getMember() + value.getBody().getEnrolledOn())
        .containsExactlyInAnyOrder("m42026-04-01", "m52026-05-01");
    assertThat(written(ProgramTopics.ENROLLMENT))
        .extracting(value -> value.getBody().getProgram())
        .containsOnly("walks");
    assertThat(result.getMvcResult().getFlashMap().get("problems"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .containsExactly(
            "line 5: PROGRAM_MEMBER_UNKNOWN member",
            "line 6: PROGRAM_DATE enrolledOn",
            "line 7: PROGRAM_NAME program");
  }

  @Test
  void anEvaluationComparesWithMembersLikeThemAndIsWorthWhatItsStepsSay() throws Exception {
    assertThat(evaluate("analyst", SampleProgram.NAME, "5")).hasRedirectedUrl(PAGE);
    jobs.settled().join();
    ProgramEvaluationValue value =
        written(ProgramTopics.EVALUATION).stream().findFirst().orElseThrow();
    ProgramEvaluation report = value.getBody();
    assertThat(report.getRefusal()).isNull();
    assertThat(report.getEnrolled()).isEqualTo(3);
    assertThat(report.getMatched()).isEqualTo(3);
    assertThat(report.getPairs())
        .extracting(EvaluationPair::getMember, EvaluationPair::getControls)
        .containsExactly(
            tuple("m1", List.of("m7")),
            tuple("m2", List.of("m9")),
            tuple("m3", List.of("m4", "m5")));
    assertThat(report.getEffect()).isEqualTo("100");
    assertThat(report.getCasePmpm()).isEqualTo("300");
    assertThat(report.getControlPmpm()).isEqualTo("400");
    assertThat(Objects.requireNonNull(report.getEconomics()).getNet())
        .as("100 a month over 15 months, half of it, less 1,000")
        .isEqualByComparingTo(new BigDecimal("-250.00"));
    assertThat(report.getBusinessDate()).isEqualTo(Sample.TODAY);
    assertThat(value.getEnvelope().getVersion()).isEqualTo(1);
    assertThat(value.getEnvelope().getKnownAt()).isBefore(Sample.NOW);
    assertThat(page(PAGE)).contains(SampleProgram.NAME, "3 members", "Saved $91.50 a member month");
  }

  @Test
  void aNewMonthRepeatsTheLastReportByItself() {
    assertThat(jobs.repeat()).isTrue();
    assertThat(written(ProgramTopics.EVALUATION))
        .singleElement()
        .satisfies(value -> {
          assertThat(value.getBody().getRequestedBy()).isEqualTo("SCHEDULE");
          assertThat(value.getBody().getDesign().getMonths()).isEqualTo(6);
          assertThat(value.getBody().getEffect())
              .as("five months of six differ by 100")
              .startsWith("83.333333");
        });
  }

  @Test
  void theReportSaysWhatWasFoundHowSureAndWhatToMind() throws Exception {
    String report = page(PAGE + "/" + SampleProgram.NAME + "/" + SampleProgram.REPORTED);
    assertThat(report)
        .contains(
            "Saved $91.50 a member month",
            "95 percent from $67.49 to $115.51",
            "2 of 3",
            "Fewer matched patients than the study asks for.",
            "Cost of the twelve months before",
            "apart",
            "+$115.00",
            "effect 91.5, memberMonths 10",
            "How the answer moved")
        .doesNotContain("Brackenbury");
    assertThat(
            page(
                "/api/v1"
                    + PAGE
                    + "/"
                    + SampleProgram.NAME
                    + "/"
                    + SampleProgram.REPORTED
                    + "/pairs.csv"))
        .startsWith("ref,controls,months")
        .contains(TestRefs.member("m3") + "," + TestRefs.member("m4") + ",5,1500,2000,100");
  }

  @Test
  void aLaterReportOfTheSameDayTakesThePlaceOfTheFirst() throws Exception {
    Records records = new Records();
    ProgramEvaluation none =
        ProgramEvaluation.newBuilder()
            .setContract(Sample.CONTRACT)
            .setProgram("walks")
            .setBusinessDate(SampleProgram.REPORTED)
            .setDesign(new EvaluationDesign(6, 3, 200, false))
            .setRequestedBy("analyst")
            .setEnrolled(2)
            .setCases(0)
            .setMatched(0)
            .setRefusal("NO_MATCHED_CASE")
            .build();
    ProgramEvaluation found =
        ProgramEvaluation.newBuilder(none).setRefusal(null).setEffect("-4").setCases(1).build();
    String key = Sample.CONTRACT + "|walks|" + SampleProgram.REPORTED;
    records.put(ProgramTopics.EVALUATION, key, 2, found);
    records.put(ProgramTopics.EVALUATION, key, 1, none);
    records.put(
        ProgramTopics.ENROLLMENT,
        "m5|" + Sample.CONTRACT + "|walks",
        1,
        ProgramEnrollment.newBuilder()
            .setActionId("w")
            .setPayer("harborlight")
            .setContract(Sample.CONTRACT)
            .setProgram("walks")
            .setMember("m5")
            .setEnrolledOn(null)
            .setUser("analyst")
            .setAt(Sample.NOW)
            .build());
    TestDatabase.project(source, registry, records.sent());
    assertThat(page(PAGE)).contains("0 members", "Cost $4.00 more a member month");
  }

  @Test
  void programsAreForAnalystsOfTheContract() {
    for (String address :
        List.of(PAGE, PAGE + "/" + SampleProgram.NAME + "/" + SampleProgram.REPORTED)) {
      assertThat(get("practice", address)).hasStatus(404);
      assertThat(get("coordinator", address)).hasStatus(404);
      assertThat(get("analyst", address.replace(Sample.CONTRACT, Sample.OTHER_CONTRACT)))
          .hasStatus(404);
    }
    assertThat(get("analyst", PAGE + "/none/2026-08-15")).hasStatus(404);
    assertThat(get("analyst", PAGE + "/" + SampleProgram.NAME + "/soon")).hasStatus(404);
    assertThat(upload("practice", "program,member,enrolledOn\n")).hasStatus(404);
    assertThat(evaluate("practice", SampleProgram.NAME, "6")).hasStatus(404);
    assertThat(evaluate("analyst", "none", "6")).hasStatus(404);
    assertThat(evaluate("analyst", SampleProgram.NAME, "0")).hasStatus(400);
    assertThat(evaluate("analyst", SampleProgram.NAME, "six")).hasStatus(400);
    assertThat(written(ProgramTopics.EVALUATION)).isEmpty();
  }
}
