package io.corridor.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.corridor.portal.readmodel.Sample;
import io.corridor.portal.readmodel.SampleWhatIf;
import io.corridor.schemas.SettlementCommand;
import io.corridor.schemas.WhatIfChange;
import io.corridor.schemas.serde.SchemaRegistry;
import io.corridor.schemas.serde.ValueSerde;
import io.corridor.schemas.topic.ClosingTopics;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page of what-if questions: the question goes to its topic, the answer comes from its own. */
class WhatIfPageTest extends PortalTest {

  private static final String PAGE = "/contracts/" + Sample.CONTRACT + "/2026/what-if";

  @Autowired MockMvcTester mvc;
  @Autowired UserDetailsService people;
  @Autowired Producer<String, byte[]> producer;
  @Autowired SchemaRegistry registry;

  private String page(String address, boolean part) {
    var request = mvc.get().uri(address).with(user(people.loadUserByUsername("analyst")));
    MvcTestResult result =
        part ? request.header("HX-Request", "true").exchange() : request.exchange();
    assertThat(result).as(address).hasStatusOk();
    try {
      return result.getResponse().getContentAsString();
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void showsTheFormAndWhatOneMoreIsWorth() {
    assertThat(page(PAGE, false))
        .contains("Cost changes by, percent", "Work it out")
        .contains("89 gaps to the next point: Colorectal cancer screening", "$21,471.43")
        .contains("One admission avoided", "$7,838.40", "point not reached")
        .doesNotContain("Being worked out", "You would have");
    assertThat(page("/contracts/" + Sample.CONTRACT + "/2026", false)).contains(PAGE);
  }

  @Test
  void showsBothSidesAsPicturesOnOneScaleAndAsNumbers() {
    String page = page(PAGE + "?ask=" + SampleWhatIf.ANSWERED, false);
    assertThat(page)
        .contains("You would have $2.02 million more · ")
        .contains("Cost −5%")
        .contains("As it is, $1,976,160.00", "As asked, $4,000,000.00")
        .contains("the payment is cut to its cap")
        .contains("After share and quality", "$5,232,960.00", "+$2.02M")
        .doesNotContain("Being worked out");
    assertThat(page.split("role=\"img\"", -1)).hasSize(5);
    assertThat(page).contains("$ million");
  }

  @Test
  void aRefusalIsTold() {
    assertThat(page(PAGE + "?ask=" + SampleWhatIf.REFUSED, false))
        .contains("This question has no answer", "This contract has no such term (track).");
  }

  @Test
  void waitsForTheAnswerWithoutScriptsToo() {
    String open = PAGE + "?ask=" + UUID.randomUUID();
    assertThat(page(open, false))
        .contains("Being worked out", "Look again", "hx-trigger=\"every 1s\"");
    assertThat(page(open, true)).contains("Being worked out").doesNotContain("<form", "<h1");
    assertThat(page(PAGE + "?ask=" + SampleWhatIf.ANSWERED, true))
        .contains("You would have $2.02 million more")
        .doesNotContain("hx-trigger", "<form");
  }

  private MvcTestResult ask(String person, String request, String cost, String path) {
    return mvc.post()
        .uri(PAGE)
        .param("request", request)
        .param("cost", cost)
        .param("twoSided", "true")
        .param("lossPath", path)
        .with(csrf())
        .with(user(people.loadUserByUsername(person)))
        .exchange();
  }

  @Test
  void aQuestionGoesToTheCommandTopic() {
    String request = UUID.randomUUID().toString();
    assertThat(ask("analyst", request, "−5", "10, 20"))
        .hasStatus3xxRedirection()
        .hasRedirectedUrl(PAGE + "?ask=" + request);
    ProducerRecord<String, byte[]> sent =
        ((MockProducer<String, byte[]>) producer)
            .history().stream()
                .filter(record -> record.key().equals(Sample.CONTRACT + "|" + request))
                .findFirst()
                .orElseThrow();
    assertThat(sent.topic()).isEqualTo(ClosingTopics.SETTLEMENT_COMMAND.name());
    SettlementCommand command =
        ValueSerde.of(ClosingTopics.SETTLEMENT_COMMAND, registry).read(sent.value()).getBody();
    assertThat(command.getKind()).isEqualTo("WHAT_IF");
    assertThat(command.getContract()).isEqualTo(Sample.CONTRACT);
    assertThat(command.getPeriod()).isEqualTo("2026");
    assertThat(command.getUser()).isEqualTo("analyst");
    assertThat(command.getChanges())
        .isEqualTo(
            List.of(
                new WhatIfChange("cost", "-0.05"),
                new WhatIfChange("twoSided", "true"),
                new WhatIfChange("lossShare@1", "0.1"),
                new WhatIfChange("lossShare@2", "0.2")));
  }

  @ParameterizedTest
  @CsvSource({"analyst, cheap, 10", "analyst, 5, 1;2", "analyst, 5, '1,2,3,4,5,6'"})
  void whatIsNoNumberIsNotAsked(String person, String cost, String path) {
    assertThat(ask(person, UUID.randomUUID().toString(), cost, path)).hasStatus(400);
  }

  @Test
  void aRequestIsAnId() {
    assertThat(ask("analyst", "../../x", "5", "")).hasStatus(400);
  }

  @ParameterizedTest
  @CsvSource({"practice", "coordinator", "operator"})
  void onlyThoseWhoSeeTheWholeContractMayAsk(String person) {
    assertThat(ask(person, UUID.randomUUID().toString(), "5", "10")).hasStatus(404);
    assertThat(mvc.get().uri(PAGE).with(user(people.loadUserByUsername(person)))).hasStatus(404);
  }
}
