package io.corridor.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.corridor.portal.readmodel.Sample;
import io.corridor.schemas.topic.Topics;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class WorklistPageTest extends PortalTest {

  @Autowired MockMvcTester mvc;
  @Autowired UserDetailsService people;
  @Autowired Producer<String, byte[]> producer;

  private String page(String person, String address) {
    var result = mvc.get().uri(address).with(user(people.loadUserByUsername(person))).exchange();
    assertThat(result).hasStatusOk();
    return body(result);
  }

  private static String body(org.springframework.test.web.servlet.assertj.MvcTestResult result) {
    try {
      return result.getResponse().getContentAsString();
    } catch (java.io.UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void strangersAreSentToTheLogin() {
    assertThat(mvc.get().uri("/worklist")).hasStatus3xxRedirection().hasRedirectedUrl("/login");
  }

  @Test
  void showsGroupsWithTheNearestClockFirst() {
    String page = page("coordinator", "/worklist");
    assertThat(page)
        .contains("<title>", "due · Worklist – Corridor")
        .contains("Overdue", "Due today", "This week", "In hospital now")
        .contains("Marigold Fennimore", "Call, 2 business days")
        .contains("t-miss")
        .contains("Withdrawn admission");
    assertThat(page.indexOf("Thaddeus Quillfeather"))
        .isLessThan(page.indexOf("Wilhelmina Larkspur"));
  }

  @Test
  void showsNoPatientOfAnotherOrganisation() {
    assertThat(page("coordinator", "/worklist?status=all")).doesNotContain("Umberfield");
    assertThat(page("practice", "/worklist?status=all"))
        .contains("Larkspur")
        .doesNotContain("Umberfield", "Thistlewood");
  }

  @Test
  void keepsPersonsOutOfAddressesAndTitles() {
    String page = page("coordinator", "/worklist");
    Matcher addresses = Pattern.compile("(href|hx-get|action)=\"([^\"]*)\"").matcher(page);
    while (addresses.find()) {
      assertThat(addresses.group(2)).doesNotContainIgnoringCase("fennimore").doesNotContain("|");
    }
    assertThat(page.substring(page.indexOf("<title>"), page.indexOf("</title>")))
        .doesNotContain("Fennimore");
  }

  @Test
  void filtersByGroupAndAnswersHtmxWithThePartAlone() {
    String all = page("coordinator", "/worklist?due=overdue");
    assertThat(all).contains("Fennimore").doesNotContain("Winterbourne");
    var part =
        mvc.get()
            .uri("/worklist?due=overdue")
            .header("HX-Request", "true")
            .with(user(people.loadUserByUsername("coordinator")))
            .exchange();
    assertThat(body(part)).contains("id=\"content\"").doesNotContain("<html");
  }

  @Test
  void sendsTheContentSecurityPolicyAndNothingInline() {
    var result =
        mvc.get().uri("/worklist").with(user(people.loadUserByUsername("coordinator"))).exchange();
    assertThat(result)
        .headers()
        .hasValue(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri"
                + " 'none'");
    assertThat(body(result))
        .doesNotContainPattern("<script(?![^>]*src=)")
        .doesNotContain("style=\"", "onclick");
  }

  @Test
  void logsAContactToTheTopicAndShowsIt() {
    MockProducer<String, byte[]> topics = (MockProducer<String, byte[]>) producer;
    String opened = page("coordinator", "/worklist");
    String ref = refOf(opened, "Cosmo Winterbourne");
    var result =
        mvc.post()
            .uri("/worklist/" + ref + "/actions")
            .param("kind", "CONTACT")
            .param("action", "LOG_CONTACT")
            .param("outcome", "LEFT_MESSAGE")
            .param("actionId", "test-action-1")
            .with(csrf())
            .with(user(people.loadUserByUsername("coordinator")))
            .exchange();
    assertThat(result).hasStatus3xxRedirection().hasRedirectedUrl("/worklist");
    assertThat(topics.history())
        .anySatisfy(record -> {
          assertThat(record.topic()).isEqualTo(Topics.TASK_ACTION.name());
          assertThat(record.key()).isEqualTo("m7|St. Brannock|v1|CONTACT");
        })
        .anySatisfy(record -> assertThat(record.topic()).isEqualTo(Topics.AUDIT.name()));
    assertThat(page("coordinator", "/worklist")).contains("Attempt 1");
  }

  @Test
  void refusesAnActionWithoutItsToken() {
    String ref = refOf(page("coordinator", "/worklist"), "Cosmo Winterbourne");
    assertThat(
            mvc.post()
                .uri("/worklist/" + ref + "/actions")
                .param("kind", "CONTACT")
                .with(user(people.loadUserByUsername("coordinator"))))
        .hasStatus(403);
  }

  @Test
  void anActionOnAnotherOrganisationsTaskIsNotFound() {
    var everyone = page("coordinator", "/worklist");
    assertThat(everyone).doesNotContain("Umberfield");
    String foreign = io.corridor.portal.readmodel.TestRefs.encounter("x1|Tide Memorial|v1");
    assertThat(
            mvc.post()
                .uri("/worklist/" + foreign + "/actions")
                .param("kind", "CONTACT")
                .param("action", "ASSIGN")
                .param("actionId", "a")
                .with(csrf())
                .with(user(people.loadUserByUsername("coordinator"))))
        .hasStatus(404);
  }

  @Test
  void aRoleWithoutTheAreaFindsNothing() {
    assertThat(mvc.get().uri("/worklist").with(user(people.loadUserByUsername("analyst"))))
        .hasStatus(404);
    assertThat(page("analyst", "/account")).doesNotContain("href=\"/worklist\"");
  }

  @Test
  void newAlertsAreToldAsALine() {
    long before = Sample.NOW.toEpochMilli() - 1;
    assertThat(page("coordinator", "/worklist/news?since=" + before)).contains("alerts, show");
    assertThat(page("coordinator", "/worklist/news?since=" + (before + 10))).isBlank();
  }

  private static String refOf(String page, String name) {
    int at = page.indexOf(name);
    int row = page.lastIndexOf("id=\"r-", at);
    return page.substring(row + 6, row + 26);
  }
}
