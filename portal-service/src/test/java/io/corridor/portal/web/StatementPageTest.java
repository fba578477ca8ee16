package io.corridor.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.corridor.portal.readmodel.Sample;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Pages of statements: what a person who never saw the code reads. */
class StatementPageTest extends PortalTest {

  private static final String PAGE = "/contracts/" + Sample.CONTRACT + "/2026/statements";

  @Autowired MockMvcTester mvc;
  @Autowired UserDetailsService people;

  private String page(String address) {
    MvcTestResult result =
        mvc.get().uri(address).with(user(people.loadUserByUsername("analyst"))).exchange();
    assertThat(result).as(address).hasStatusOk();
    try {
      return result.getResponse().getContentAsString();
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theListSaysWhereTheYearStandsAndWhichStatementHolds() {
    String page = page(PAGE);
    assertThat(page)
        .contains("The year is being closed on the figures of Fri 1 Oct 2027")
        .contains("Another person must approve a result of $1,940,000.00, with")
        .contains("(proposal 5f0c27a91be4d836, which the approval must name).")
        .contains("3 statements", "Restated settlement F2", "Interim payment I06")
        .contains("−$26,160.00", "ann, bob")
        .contains("refused: the year is settled");
    assertThat(page.indexOf("settlement F2")).isLessThan(page.indexOf("settlement F1"));
    assertThat(page("/contracts/" + Sample.CONTRACT + "/2026")).contains(PAGE);
  }

  @Test
  void aStatementIsReadFromTheFindingToTheEntry() {
    assertThat(page(PAGE + "/F1"))
        .contains("The ACO earned $1,976,160.00 for 2026")
        .contains("Restated:", "has taken its place", PAGE + "/F2")
        .contains("Due now: the payer pays the ACO $1,773,660.00.")
        .contains("Budget for these members", "benchmark.final-budget.v1", "98,000,000.00")
        .contains("savings = benchmarkExpenditure - expenditure")
        .contains("benchmarkExpenditure = 98,000,000.00; expenditure = 94,420,000.00")
        .contains("42 CFR 425.605")
        .contains("Quality leaves nothing of what was earned.")
        .contains("Claims are still coming in; a later run-out settles again.")
        .contains("Practice " + Sample.TIN, "A figure is not known: use.ED.expected")
        .contains("Care management fee", "not known: attested.2026-01.carePlan")
        .contains("Settlement of the period", "Settled results")
        .contains("Figures in parts", "Cost, ED: counted")
        .contains("Closed by ann, approved by bob.");
  }

  @Test
  void aRestatementNamesWhatItReplacesAndAnInterimStatementNothing() {
    assertThat(page(PAGE + "/F2"))
        .contains("Takes the place of", PAGE + "/F1", "a result of $1,976,160.00")
        .contains("the ACO pays the payer $26,160.00")
        .doesNotContain("has taken its place");
    assertThat(page(PAGE + "/I06"))
        .contains("The ACO is expected to earn $900,000.00 for 2026")
        .doesNotContain("has taken its place", "Takes the place of", "Closed by");
  }

  @Test
  void aYearWithoutStatementsSaysWhatWouldBeHere() {
    assertThat(mvc.get().uri(PAGE + "/F9").with(user(people.loadUserByUsername("analyst"))))
        .hasStatus(404);
    assertThat(
            mvc.get()
                .uri("/contracts/" + Sample.CONTRACT + "/1999/statements")
                .with(user(people.loadUserByUsername("analyst"))))
        .hasStatus(404);
  }

  @ParameterizedTest
  @CsvSource({"practice", "coordinator", "operator"})
  void onlyThoseWhoSeeTheWholeContractMayRead(String person) {
    assertThat(mvc.get().uri(PAGE).with(user(people.loadUserByUsername(person)))).hasStatus(404);
    assertThat(mvc.get().uri(PAGE + "/F1").with(user(people.loadUserByUsername(person))))
        .hasStatus(404);
  }
}
