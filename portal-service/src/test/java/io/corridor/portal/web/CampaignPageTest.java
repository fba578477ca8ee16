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
    assertThat(step("analyst", "m9", "LETTER_SENT"))
        .hasStatus3xxRedirection()
        .hasRedirectedUrl("/roster/campaign");
    assertThat(written("m9")).isEqualTo(1);
    assertThat(step("practice", "m7", "PROVIDER_DECLINED")).hasStatus3xxRedirection();
    assertThat(written("m7")).isEqualTo(1);
    assertThat(step("practice", "m9", "PROVIDER_DECLINED")).hasStatus(404);
    assertThat(step("practice", "m7", "MEMBER_DECLINED")).hasStatus(404);
    assertThat(step("analyst", "x1", "LETTER_SENT")).hasStatus(404);
    assertThat(step("analyst", "m7", "WAVE")).hasStatus(400);
    assertThat(written("m9")).isEqualTo(1);
    assertThat(written("m7")).isEqualTo(1);
    assertThat(written("x1")).isZero();
  }
}
