package io.corridor.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.corridor.portal.readmodel.Sample;
import io.corridor.portal.readmodel.TestRefs;
import io.corridor.schemas.topic.AttributionTopics;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The alignment campaign in the portal: list and steps. */
class CampaignPageTest extends PortalTest {

  @Autowired MockMvcTester mvc;
  @Autowired UserDetailsService people;
  @Autowired Producer<String, byte[]> producer;

  private String page(String person) throws Exception {
    MvcTestResult result =
        mvc.get().uri("/roster/campaign").with(user(people.loadUserByUsername(person))).exchange();
    assertThat(result).hasStatusOk();
    return result.getResponse().getContentAsString();
  }

  private MvcTestResult step(String person, String member, String action) {
    return mvc.post()
        .uri("/roster/campaign/members/" + TestRefs.member(member) + "/steps")
        .param("contract", Sample.CONTRACT)
        .param("action", action)
        .param("actionId", "step-" + person + action)
        .with(csrf())
        .with(user(people.loadUserByUsername(person)))
        .exchange();
  }

  private long written(String key) {
    return ((MockProducer<String, byte[]>) producer)
        .history().stream()
            .filter(record -> record.topic().equals(AttributionTopics.CAMPAIGN_ACTION.name()))
            .filter(record -> record.key().equals(key + "|" + Sample.CONTRACT))
            .count();
  }

  @Test
  void listsLettersThatAreDueAndPracticesThatWereAssigned() throws Exception {
    assertThat(page("analyst"))
        .contains("Letter due", ">Letter sent<", "Practice assigned", "10.4 miles", "Decline by")
        .doesNotContain("Umberfield");
    assertThat(page("practice"))
        .contains("Practice assigned", ">Practice declined<")
        .doesNotContain("Letter due", ">Member declined<", "Umberfield");
  }

  @Test
  void stepsGoToTheTopicAndOnlyFromWhoMayTakeThem() {
    long before = written("m9");
    assertThat(step("analyst", "m9", "LETTER_SENT"))
        .hasStatus3xxRedirection()
        .hasRedirectedUrl("/roster/campaign");
    assertThat(written("m9")).isEqualTo(before + 1);
    assertThat(step("practice", "m7", "PROVIDER_DECLINED")).hasStatus3xxRedirection();
    assertThat(written("m7")).isEqualTo(1);
    assertThat(step("practice", "m9", "PROVIDER_DECLINED")).hasStatus(404);
    assertThat(step("practice", "m7", "MEMBER_DECLINED")).hasStatus(404);
    assertThat(step("analyst", "x1", "LETTER_SENT")).hasStatus(404);
    assertThat(step("analyst", "m7", "WAVE")).hasStatus(400);
    assertThat(written("m9")).isEqualTo(before + 1);
    assertThat(written("m7")).isEqualTo(1);
    assertThat(written("x1")).isZero();
  }

  private MvcTestResult letters(String person, String contract, String sentOn) {
    return mvc.post()
        .uri("/roster/campaign/letters")
        .param("contract", contract)
        .param("sentOn", sentOn)
        .param("actionId", "letters-" + person + contract)
        .with(csrf())
        .with(user(people.loadUserByUsername(person)))
        .exchange();
  }

  @Test
  void allLettersOfAContractAreRecordedAtOnceOnTheDayTheyWereSent() throws Exception {
    assertThat(page("analyst")).contains("1 letter is due", "Record it as sent");
    assertThat(page("practice")).doesNotContain("letter is due");
    long before = written("m9");
    assertThat(letters("practice", Sample.CONTRACT, "2026-09-10")).hasStatus(404);
    assertThat(letters("analyst", Sample.CONTRACT, "2027-01-01")).hasStatus(400);
    assertThat(letters("analyst", Sample.CONTRACT, "2025-01-01")).hasStatus(400);
    assertThat(written("m9")).isEqualTo(before);
    assertThat(letters("analyst", Sample.CONTRACT, "2026-09-10"))
        .hasRedirectedUrl("/roster/campaign");
    assertThat(written("m9")).isEqualTo(before + 1);
    assertThat(letters("analyst", Sample.OTHER_CONTRACT, "2026-09-10")).hasStatus3xxRedirection();
    assertThat(written("x1")).isZero();
  }

  @Test
  void addresseesAreForTheAnalystsOfTheContractOnly() throws Exception {
    String uri = "/api/v1/campaign/" + Sample.CONTRACT + "/letters.csv";
    MvcTestResult mine =
        mvc.get().uri(uri).with(user(people.loadUserByUsername("analyst"))).exchange();
    assertThat(mine).hasStatusOk();
    assertThat(mine.getResponse().getContentAsString())
        .startsWith("ref,contract_id,member_number,family_name")
        .contains(TestRefs.member("m9"))
        .doesNotContain(TestRefs.member("m7"), TestRefs.member("x1"));
    assertThat(mvc.get().uri(uri).with(user(people.loadUserByUsername("practice"))).exchange())
        .hasStatus(404);
  }
}
