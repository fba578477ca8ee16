package io.corridor.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.schemas.Affiliation;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimChange;
import io.corridor.schemas.ClaimValue;
import io.corridor.schemas.Envelope;
import io.corridor.schemas.Samples;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {

  private static final Set<String> SERVICES =
      Set.of(
          "intake",
          "attribution",
          "benchmark",
          "quality",
          "settlement",
          "notification",
          "portal",
          "platform");

  static Stream<Topic<?>> topics() {
    return Topics.all().stream();
  }

  static Stream<Topic<?>> typed() {
    return Topics.all().stream().filter(Topic::typed);
  }

  @Test
  void namesAreUniqueAndFollowThePattern() {
    List<String> names = Topics.all().stream().map(Topic::name).toList();
    assertThat(names).doesNotHaveDuplicates();
    assertThat(names).allMatch(name -> name.matches("[a-z]+\\.[a-z0-9]+(-[a-z0-9]+)*\\.v1"));
  }

  @Test
  void everyTopicOfTheBlueprintIsDeclared() {
    String blueprint =
        """
        inbox: claim enrollment adt outreach affiliation
        intake: raw-canonical file rejected claim enrollment observation adt outreach panel identity
        intake: identity-link affiliation survey attestation premium ledger dead-letter
        contract: terms
        clock: business-date
        attribution: assignment explanation assignment-changed restatement roster dispute campaign
        benchmark: member-month budget parameters triangle episode part homing loop dead-letter
        quality: gap flag score parameters part loop dead-letter
        settlement: estimate marginal period statement entry what-if loop dead-letter
        notification: alert task delivery loop dead-letter
        portal: dispute task-action evidence election correction settlement-command audit
        platform: progress
        """;
    List<String> names =
        blueprint
            .lines()
            .flatMap(line -> {
              String owner = line.substring(0, line.indexOf(':'));
              return Stream.of(line.substring(line.indexOf(':') + 2).split(" "))
                  .map(entity -> owner + "." + entity + ".v1");
            })
            .toList();
    assertThat(Topics.all().stream().map(Topic::name)).containsAll(names);
  }

  @ParameterizedTest
  @MethodSource("topics")
  void everyTopicSaysWhatItIs(Topic<?> topic) {
    assertThat(topic.keyDoc()).isNotBlank();
    assertThat(topic.doc()).isNotBlank().endsWith(".");
    assertThat(SERVICES).contains(topic.owner());
    assertThat(topic.readers()).isNotEmpty();
    assertThat(SERVICES).containsAll(topic.readers());
    if (!Set.of("other systems", "every service").contains(topic.writer())) {
      assertThat(SERVICES).contains(topic.writer());
    }
    assertThat(topic.freshness()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void retentionFollowsTheKind(Topic<?> topic) {
    var config = topic.config();
    assertThat(config.get("cleanup.policy"))
        .isEqualTo(topic.kind() == TopicKind.CURRENT ? "compact" : "delete");
    assertThat(config).containsEntry("retention.bytes", "-1");
    String expected =
        topic.name().startsWith("intake.raw-")
            ? Long.toString(400L * 24 * 3600 * 1000)
            : topic.name().equals("settlement.what-if.v1")
                ? Long.toString(7L * 24 * 3600 * 1000)
                : "-1";
    assertThat(config).containsEntry("retention.ms", expected);
    if (!expected.equals("-1")) {
      assertThat(config).containsEntry("message.timestamp.type", "LogAppendTime");
    }
  }

  @Test
  void whatAServiceReadsTogetherIsCoPartitioned() {
    Set<String> single =
        Set.of("intake.identity-link.v1", "portal.audit.v1", "platform.progress.v1");
    for (Topic<?> topic : Topics.all()) {
      boolean one = single.contains(topic.name()) || topic.kind() == TopicKind.DEAD_LETTER;
      assertThat(topic.localPartitions()).as(topic.name()).isEqualTo(one ? 1 : 4);
      if (!one) {
        assertThat(topic.deploymentPartitions()).as(topic.name()).isEqualTo(24);
      }
    }
  }

  @Test
  void referenceDataIsBroadcast() {
    assertThat(Topics.all().stream().filter(Topic::broadcast).map(Topic::name))
        .containsExactlyInAnyOrder(
            "intake.affiliation.v1",
            "attribution.list-choice.v1",
            "contract.terms.v1",
            "clock.business-date.v1",
            "benchmark.parameters.v1",
            "quality.parameters.v1",
            "settlement.period.v1");
  }

  @ParameterizedTest
  @MethodSource("typed")
  void thePrivacyClassIsTheHighestOfTheBodysFields(Topic<?> topic) {
    assertThat(topic.privacy()).isEqualTo(highest(topic.bodySchema()));
  }

  private static Privacy highest(Schema schema) {
    return switch (schema.getType()) {
      case ARRAY -> highest(schema.getElementType());
      case UNION ->
          schema.getTypes().stream().map(TopicsTest::highest).reduce(Privacy.NONE, Privacy::and);
      case RECORD ->
          schema.getFields().stream()
              .map(field -> Privacy.valueOf(field.getProp("privacy")).and(highest(field.schema())))
              .reduce(Privacy.NONE, Privacy::and);
      default -> Privacy.NONE;
    };
  }

  @ParameterizedTest
  @MethodSource("typed")
  void aRecordIsAssembledAndTakenApart(Topic<?> topic) {
    SpecificRecord sample = new Samples(3).record(topic.type());
    Envelope envelope = topic.envelopeOf(sample);
    SpecificRecord body = topic.bodyOf(sample);
    assertThat(topic.newRecord(envelope, body)).isEqualTo(sample).isInstanceOf(topic.type());
  }

  @Test
  void aBodyOfAnotherTypeIsRefused() {
    Samples samples = new Samples(4);
    Envelope envelope = samples.record(Envelope.class);
    assertThatThrownBy(() -> Topics.CLAIM.newRecord(envelope, samples.record(Claim.class)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("intake.claim.v1 takes ClaimChange, not Claim");
    assertThatThrownBy(() -> Topics.CLAIM.bodyOf(samples.record(Affiliation.class)))
        .isInstanceOf(ClassCastException.class);
    ClaimValue value = Topics.CLAIM.newRecord(envelope, samples.record(ClaimChange.class));
    assertThat(value.getEnvelope()).isSameAs(envelope);
  }

  @Test
  void untypedTopicsSaySo() {
    Topic<?> planned = Topics.named("quality.flag.v1").orElseThrow();
    assertThat(planned.planned()).isTrue();
    assertThat(planned.typed()).isFalse();
    assertThatThrownBy(planned::type)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("quality.flag.v1");
    assertThat(Topics.created()).doesNotContain(planned).noneMatch(Topic::planned);
  }

  @Test
  void aServicesOwnTopicsAreDeclaredAsTheyAreNamed() {
    Set<String> created = Topics.created().stream().map(Topic::name).collect(Collectors.toSet());
    assertThat(created)
        .contains(
            Topics.loop("benchmark").name(),
            Topics.part("benchmark").name(),
            Topics.deadLetter("benchmark").name());
    assertThat(Topics.loop("benchmark").name()).isEqualTo("benchmark.loop.v1");
    assertThat(Topics.isLoop("benchmark.loop.v1")).isTrue();
    assertThat(Topics.isLoop("benchmark.part.v1")).isFalse();
  }
}
