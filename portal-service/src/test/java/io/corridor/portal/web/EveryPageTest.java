package io.corridor.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.corridor.portal.readmodel.Sample;
import io.corridor.portal.readmodel.TestRefs;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What holds for every page: its frame, its addresses, and whose rows it may show. */
class EveryPageTest extends PortalTest {

  /** Names, numbers and birth dates of the sample. */
  private static final Pattern PERSONAL =
      Pattern.compile(
          "(?i)quillfeather|fennimore|brackenbury|applewhite|larkspur|thistlewood|winterbourne"
              + "|hollowell|fothergill|pennyroyal|HL-00|19[0-9]{2}-[0-9]{2}-[0-9]{2}|[=/]m[0-9]+\\b");

  @Autowired MockMvcTester mvc;
  @Autowired UserDetailsService people;

  private String page(String person, String address) {
    return body(
        mvc.get()
            .uri(address.replace("WHY", "members/" + TestRefs.member("m5") + "/why"))
            .with(user(people.loadUserByUsername(person)))
            .exchange());
  }

  private static String body(MvcTestResult result) {
    assertThat(result).hasStatusOk();
    try {
      return result.getResponse().getContentAsString();
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> all(String page, String pattern) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  @ParameterizedTest
  @CsvSource({
    "coordinator, /worklist",
    "coordinator, /worklist?due=overdue",
    "coordinator, /gaps?measure=Q02",
    "practice, /roster/990000001/2026-09",
    "practice, /roster/990000001/2026-09?list=today",
    "practice, /roster/990000001/2026-09/WHY?contract=HARBORLIGHT-2026",
    "analyst, /roster",
    "analyst, /roster/disputes",
    "practice, /roster/disputes",
    "analyst, /roster/campaign",
    "practice, /roster/campaign",
    "analyst, /contracts",
    "analyst, /contracts/HARBORLIGHT-2026/2026",
    "analyst, /contracts/HARBORLIGHT-2026/2026/what-if",
    "analyst, /contracts/HARBORLIGHT-2026/2026/what-if?ask=0f8fad5b-d9cb-469f-a165-70867728950e",
    "analyst, /contracts/HARBORLIGHT-2026/2026/statements",
    "analyst, /contracts/HARBORLIGHT-2026/2026/statements/F1",
    "analyst, /contracts/HARBORLIGHT-2026/2026/statements/F2",
    "analyst, /contracts/HARBORLIGHT-2026/programs",
    "analyst, /contracts/HARBORLIGHT-2026/programs/home-visits/2026-08-15",
    "analyst, /contracts/HARBORLIGHT-2026/variation?quarter=2026-Q1",
    "practice, /contracts/HARBORLIGHT-2026/2026",
    "analyst, /gaps",
    "operator, /data",
    "operator, /account",
    "operator, /definitions/payment"
  })
  void hasItsFrameAndKeepsPersonsOutOfAddresses(String person, String address) {
    String page = page(person, address);
    assertThat(all(page, "<h1[ >]")).hasSize(1);
    assertThat(all(page, "<title>[^<]+ – Corridor</title>"))
        .singleElement()
        .satisfies(title -> assertThat(title).doesNotContainPattern(PERSONAL));
    assertThat(all(page, "<th(?![a-z:])(?![^>]*scope=)[^>]*>")).isEmpty();
    assertThat(all(page, "<table.*?</table>"))
        .allSatisfy(table -> assertThat(table).contains("<caption"));
    assertThat(all(page, "(href|hx-get|hx-post|action)=\"[^\"]*\""))
        .allSatisfy(link -> assertThat(link).doesNotContainPattern(PERSONAL));
    assertThat(all(page, "<input(?![^>]*type=\"hidden\")[^>]*>"))
        .allSatisfy(input -> assertThat(page).contains("<label"));
  }

  @Test
  void everyInputOfTheLoginIsLabelledAndNamesAreToldInTheDemonstration() {
    String page = body(mvc.get().uri("/login").exchange());
    assertThat(page)
        .contains("for=\"username\"", "for=\"password\"")
        .contains("Names: analyst, coordinator, operator, practice.")
        .doesNotContain("figures", "feeds");
  }

  @Test
  void theLogoutNeedsItsTokenAndEndsAtTheLogin() {
    var viewer = user(people.loadUserByUsername("analyst"));
    assertThat(mvc.post().uri("/logout").with(viewer)).hasStatus(403);
    assertThat(mvc.post().uri("/logout").with(viewer).with(csrf()))
        .hasStatus3xxRedirection()
        .hasRedirectedUrl("/login?bye");
  }

  @Test
  void theChosenLookIsKeptInTheBrowser() {
    var result =
        mvc.post()
            .uri("/account/look")
            .param("theme", "dark")
            .with(csrf())
            .with(user(people.loadUserByUsername("operator")))
            .exchange();
    assertThat(result).hasStatus3xxRedirection().hasRedirectedUrl("/account");
    assertThat(result.getResponse().getHeaders("Set-Cookie"))
        .anySatisfy(cookie -> assertThat(cookie).contains("corridor_theme=dark", "HttpOnly"))
        .anySatisfy(cookie -> assertThat(cookie).contains("corridor_keys=off"));
  }

  @Test
  void filesAndTheApiShowNoMoreThanThePages() {
    assertThat(page("coordinator", "/api/v1/gaps.csv?measure=Q02&status=open"))
        .startsWith("ref,name,person")
        .contains("Marigold Fennimore")
        .doesNotContain("Umberfield");
    assertThat(page("practice", "/api/v1/gaps.csv"))
        .contains("Fennimore")
        .doesNotContain("Umberfield", "Larch Hill");
    assertThat(page("practice", "/api/v1/rosters/" + Sample.OTHER_TIN + "/2026-09.csv"))
        .doesNotContain("Umberfield");
    assertThat(page("practice", "/api/v1/contracts/" + Sample.CONTRACT + "/2026"))
        .contains("\"estimate\":null");
    for (String address : List.of("/api/v1/gaps.csv", "/api/v1/worklist.csv")) {
      assertThat(mvc.get().uri(address).with(user(people.loadUserByUsername("analyst"))))
          .as(address)
          .hasStatus(404);
    }
  }

  @Test
  void whyIsOnlyForTheListsOnesOwn() {
    String address = "/roster/990000009/2026-09/members/";
    String foreign = TestRefs.member("x1") + "/why?contract=" + Sample.OTHER_CONTRACT;
    assertThat(page("practice", address + foreign)).contains("No explanation is known");
  }
}
