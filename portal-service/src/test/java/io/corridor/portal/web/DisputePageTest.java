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

/** Roster disputes in the portal: list, form, steps. */
class DisputePageTest extends PortalTest {

  @Autowired MockMvcTester mvc;
  @Autowired UserDetailsService people;
  @Autowired Producer<String, byte[]> producer;

  private String page(String person, String address) throws Exception {
    MvcTestResult result =
        mvc.get().uri(address).with(user(people.loadUserByUsername(person))).exchange();
    assertThat(result).hasStatusOk();
    return result.getResponse().getContentAsString();
  }

  private MvcTestResult step(String person, String dispute, String action) {
    return mvc.post()
        .uri("/roster/disputes/" + dispute + "/steps")
        .param("action", action)
        .param("actionId", "step-" + person + action)
        .with(csrf())
        .with(user(people.loadUserByUsername(person)))
        .exchange();
  }

  private long written(String key) {
    return ((MockProducer<String, byte[]>) producer)
        .history().stream()
            .filter(record -> record.topic().equals(AttributionTopics.DISPUTE_ACTION.name()))
            .filter(record -> record.key().startsWith(key))
            .count();
  }

  @Test
  void listsTheDisputesOfTheViewersOrganisation() throws Exception {
    String page = page("analyst", "/roster/disputes");
    assertThat(page)
        .contains("Roster disputes", "Not my patient", "Review by", ">Review<")
        .doesNotContain("Umberfield");
    assertThat(page("practice", "/roster/disputes"))
        .contains("Not my patient")
        .doesNotContain(">Review<", "Umberfield");
  }

  @Test
  void thePracticeDisputesFromTheReasons() throws Exception {
    String why = "/roster/" + Sample.TIN + "/2026-09/members/" + TestRefs.member("m5");
    assertThat(page("practice", why + "/why?contract=" + Sample.CONTRACT)).contains("Not right?");
    MvcTestResult result = submit(why, "new-dispute");
    assertThat(result).hasStatus3xxRedirection().hasRedirectedUrl("/roster/disputes");
    assertThat(written("m5|new-dispute")).isEqualTo(1);
  }

  @Test
  void aFinalListIsNotDisputed() throws Exception {
    String why = "/roster/" + Sample.TIN + "/2026-08/members/" + TestRefs.member("m5");
    assertThat(page("practice", why + "/why?contract=" + Sample.CONTRACT))
        .contains("The list of this month is final")
        .doesNotContain("Not right?");
    MvcTestResult result = submit(why, "late-dispute");
    assertThat(result).hasStatus3xxRedirection();
    assertThat(result.getMvcResult().getFlashMap().get("toast"))
        .isEqualTo("Not submitted: the list of Aug 2026 is final.");
    assertThat(written("m5|late-dispute")).isZero();
  }

  private MvcTestResult submit(String member, String dispute) {
    return mvc.post()
        .uri(member + "/disputes")
        .param("contract", Sample.CONTRACT)
        .param("type", "NOT_MY_PATIENT")
        .param("evidence", "letter 7")
        .param("actionId", dispute)
        .with(csrf())
        .with(user(people.loadUserByUsername("practice")))
        .exchange();
  }

  @Test
  void onlyAnAnalystDecides() {
    long before = written("m5|d-1");
    assertThat(step("practice", "d-1", "REVIEW")).hasStatus(404);
    assertThat(step("analyst", "d-1", "SNOOZE")).hasStatus(400);
    assertThat(step("analyst", "unknown", "REVIEW")).hasStatus(404);
    assertThat(written("m5|d-1")).isEqualTo(before);
    assertThat(step("analyst", "d-1", "REVIEW")).hasStatus3xxRedirection();
    assertThat(written("m5|d-1")).isEqualTo(before + 1);
  }
}
