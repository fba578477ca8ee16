package io.corridor.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.corridor.portal.readmodel.Sample;
import io.corridor.portal.readmodel.TestRefs;
import io.corridor.schemas.topic.Topics;
import java.io.UnsupportedEncodingException;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class PagesTest extends PortalTest {

  @Autowired MockMvcTester mvc;
  @Autowired UserDetailsService people;
  @Autowired Producer<String, byte[]> producer;

  private String page(String person, String address) {
    var result = mvc.get().uri(address).with(user(people.loadUserByUsername(person))).exchange();
    assertThat(result).as(address).hasStatusOk();
    try {
      return result.getResponse().getContentAsString();
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theContractStatesItsFindingWithFiguresAndSteps() {
    String page = page("analyst", "/contracts/" + Sample.CONTRACT + "/2026");
    assertThat(page)
        .contains("So far $3.58 million under budget")
        .contains("Estimated payment to you", "$1.98M")
        .contains("Past the savings gate of $2.43 million")
        .contains("Payer’s share, 40%", "Quality, score 0.92", "Cap, 10% of budget")
        .contains("if(savings &gt; 0 and savingsRate &gt;= minimumSavingsRate, savings, 0)")
        .contains("Colorectal cancer screening", "Near", "people")
        .contains("Ashgrove Family Medicine")
        .contains("role=\"img\"")
        .doesNotContain("No months yet");
  }

  @Test
  void aPracticeSeesItsOwnShareAndNoEstimate() {
    String page = page("practice", "/contracts/" + Sample.CONTRACT + "/2026");
    assertThat(page)
        .contains("your share: Ashgrove Family Medicine")
        .doesNotContain("Estimated payment", "From savings to payment");
  }

  @ParameterizedTest
  @CsvSource({
    "analyst, /contracts/TIDEWATER-2026/2026",
    "analyst, /contracts/HARBORLIGHT-2026/2031",
    "coordinator, /contracts",
    "operator, /worklist",
    "operator, /gaps",
    "analyst, /worklist",
    "coordinator, /data",
    "practice, /roster/990000009/2026-09",
    "analyst, /definitions/nonsense",
    "practice, /roster/990000001/nonsense",
    "analyst, /api/v1/worklist"
  })
  void whatIsNotForAPersonIsNotFound(String person, String address) {
    assertThat(mvc.get().uri(address).with(user(people.loadUserByUsername(person))))
        .as(address)
        .hasStatus(404);
  }

  @Test
  void theRosterTellsJoinedMovedAndLeftWithTheirCause() {
    String page = page("practice", "/roster/" + Sample.TIN + "/2026-09");
    assertThat(page)
        .contains("Joined</span> New with the payer · 1", "Moved</span> Visits moved · 1")
        .contains("Coverage", "New with the payer")
        .contains("Hollowell", "Larkspur")
        .contains("Larch Hill Internists")
        .doesNotContain("Umberfield");
    assertThat(page("practice", "/roster/" + Sample.TIN + "/2026-09?list=today"))
        .contains("members today")
        .doesNotContain("What changed, by cause");
  }

  @Test
  void aListIsOpenUntilItsYearIsSettled() {
    assertThat(page("practice", "/roster/" + Sample.TIN + "/2026-09"))
        .contains("Open: disputes are heard");
    assertThat(page("practice", "/roster/" + Sample.TIN + "/2026-08"))
        .contains("Final: the year is settled");
    assertThat(page("practice", "/roster/" + Sample.TIN + "/2026-09?list=today"))
        .contains("Draft: today’s state");
  }

  @Test
  void theExportOfARosterHasThePersonTheContractAndTheStatusOfTheList() {
    String open = page("practice", "/api/v1/rosters/" + Sample.TIN + "/2026-09.csv");
    assertThat(open)
        .startsWith("ref,payer_id,contract_id,plan,member_number,family_name")
        .contains("Marigold")
        .contains(",2026-09-01,2026-09-30,PLURALITY_VISITS,1.384,NOCHANGE,")
        .contains("DROPPED,COVERAGE_ENDED,")
        .contains(",9,open,2026-09-01," + Sample.TIN + ",2,2026-03-01,9,2026-08-20")
        .doesNotContain("Umberfield");
    assertThat(page("practice", "/api/v1/rosters/" + Sample.TIN + "/2026-08.csv"))
        .contains(",9,final,2026-09-01")
        .doesNotContain(",open,");
  }

  @Test
  void todaysStateTellsWhoIsExpectedToLeaveAndToJoin() {
    String page = page("practice", "/roster/" + Sample.TIN + "/2026-09?list=today");
    assertThat(page)
        .contains("Expected in the next three months", ">Leaves<", ">Joins<", "1 Oct 2026")
        .contains(">1 visit<")
        .doesNotContain("1 Mar 2027");
    assertThat(page("practice", "/roster/" + Sample.TIN + "/2026-09"))
        .doesNotContain("Expected in the next three months");
  }

  @Test
  void theWhyIsToldInSentences() {
    String page =
        page(
            "practice",
            "/roster/"
                + Sample.TIN
                + "/2026-09/members/"
                + TestRefs.member("m5")
                + "/why?contract="
                + Sample.CONTRACT);
    assertThat(page)
        .contains("Assigned to Ashgrove Family Medicine")
        .contains("Claims from 1 Oct 2024 to 30 Sep 2026 were looked at.")
        .contains("equal visits; the more recent last visit decided")
        .contains("7 claim lines were left out");
  }

  @Test
  void gapsShowTheFunnelAndThePersons() {
    String page = page("coordinator", "/gaps?measure=Q02");
    assertThat(page)
        .contains("gaps are open", "Colorectal cancer screening", "Fennimore", "31 Dec 2026")
        .doesNotContain("Umberfield");
    assertThat(page("analyst", "/gaps")).contains("Eligible").doesNotContain("Fennimore");
  }

  @Test
  void dataHealthAddsUp() {
    assertThat(page("operator", "/data"))
        .contains("3 lines were rejected", "INTAKE_CLAIM_DATE", "Adds up", "line 10");
  }

  @Test
  void csvRunsNoFormulaAndTheApiAnswersInJson() {
    assertThat(page("coordinator", "/api/v1/worklist.csv"))
        .startsWith("ref,name,birth_date")
        .contains("Marigold Fennimore");
    assertThat(page("analyst", "/api/v1/contracts/" + Sample.CONTRACT + "/2026"))
        .contains("\"payment\"", "\"months\"");
    assertThat(page("analyst", "/api/v1/contracts/" + Sample.CONTRACT + "/2026/months.csv"))
        .contains("2026-01");
  }

  @Test
  void everyViewIsAudited() {
    MockProducer<String, byte[]> topics = (MockProducer<String, byte[]>) producer;
    long before =
        topics.history().stream().filter(r -> r.topic().equals(Topics.AUDIT.name())).count();
    page("coordinator", "/gaps");
    page("analyst", "/contracts");
    assertThat(topics.history().stream().filter(r -> r.topic().equals(Topics.AUDIT.name())).count())
        .isEqualTo(before + 2);
  }
}
