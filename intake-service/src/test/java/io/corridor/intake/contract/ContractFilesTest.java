package io.corridor.intake.contract;

import static io.corridor.intake.contract.ContractCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.care.AttributionOptions;
import io.corridor.common.care.Participation;
import io.corridor.common.id.Tin;
import io.corridor.common.terms.TermsMapper;
import io.corridor.schemas.ContractTerms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContractFilesTest {

  static final Path EXAMPLES = Path.of(System.getProperty("corridor.root"), "docs", "contracts");

  private static String example(String name) {
    try {
      return Files.readString(EXAMPLES.resolve(name));
    } catch (IOException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static ContractResult read(String yaml) {
    return ContractFiles.read("c.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @DisplayName("every published example is accepted and can be read by the rules")
  void examples() {
    ContractReading reading = ContractFiles.read(EXAMPLES);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.terms())
        .extracting(ContractTerms::getContract)
        .contains("acme-commercial", "cms-two-sided");
    reading.terms().forEach(TermsMapper::contract);
  }

  @Test
  @DisplayName("last days are inclusive in files and exclusive in terms")
  void inclusive() {
    ContractTerms terms =
        ((ContractResult.Accepted) read(example("one-sided-commercial.yaml"))).terms();

    assertThat(terms.getPerformanceYears().getFirst().getUntil())
        .isEqualTo(LocalDate.of(2026, 1, 1));
    assertThat(terms.getParticipants().getFirst().getTin()).isEqualTo("012345678");
    assertThat(terms.getParticipants().getFirst().getUntil()).isNull();
    assertThat(terms.getParticipants().get(1).getUntil()).isEqualTo(LocalDate.of(2025, 10, 1));
    assertThat(terms.getReceivedAt()).isNull();
  }

  @Test
  @DisplayName("practices of other ACOs have days, and a list stated nowhere is the current one")
  void listsAndOtherAcos() {
    AttributionOptions mssp =
        TermsMapper.contract(
                ((ContractResult.Accepted) read(example("mssp-prospective.yaml"))).terms())
            .attribution()
            .options();
    assertThat(mssp.list()).isEqualTo(AttributionOptions.ListKind.PROSPECTIVE);
    assertThat(mssp.claimsLagMonths()).isEqualTo(3);
    Participation others = Objects.requireNonNull(mssp.otherAcos().get("prairie-partners"));
    assertThat(others.includes(new Tin("678901234"), LocalDate.of(2025, 12, 31))).isTrue();
    assertThat(others.includes(new Tin("678901234"), LocalDate.of(2026, 1, 1))).isFalse();
    assertThat(
            TermsMapper.contract(
                    ((ContractResult.Accepted) read(example("two-sided-medicare.yaml"))).terms())
                .attribution()
                .options())
        .isEqualTo(AttributionOptions.NONE);
  }

  @Test
  @DisplayName("a tax number keeps its leading zeros even without quotes")
  void leadingZeros() {
    String yaml = example("one-sided-commercial.yaml").replace("\"012345678\"", "012345678");

    assertThat(((ContractResult.Accepted) read(yaml)).terms().getParticipants().getFirst().getTin())
        .isEqualTo("012345678");
  }

  /** What is replaced in the one-sided example, by what, and what must be said about which line. */
  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of("no YAML", "aco: lakeside", "aco: [lakeside", CONTRACT_YAML, null),
        Arguments.of("tabs", "aco: lakeside", "\taco: lakeside", CONTRACT_YAML, null),
        Arguments.of("two documents", "aco: lakeside", "---\naco: lakeside", CONTRACT_YAML, null),
        Arguments.of(
            "unknown field",
            "aco: lakeside",
            "aco: x\ncolor: red",
            CONTRACT_UNKNOWN_FIELD,
            "color"),
        Arguments.of("field twice", "aco: lakeside", "aco: x\naco: y", CONTRACT_FIELD_TWICE, "aco"),
        Arguments.of(
            "until instead of lastDay",
            "lastDay: 2025-09-30",
            "until: 2025-10-01",
            CONTRACT_UNKNOWN_FIELD,
            "participants[1].until"),
        Arguments.of("missing", "payer: ACME ", "#", CONTRACT_MISSING_FIELD, "payer"),
        Arguments.of("empty", "aco: lakeside", "aco:", CONTRACT_MISSING_FIELD, "aco"),
        Arguments.of(
            "receivedAt given",
            "aco: lakeside",
            "aco: x\nreceivedAt: 2025-01-01",
            CONTRACT_UNKNOWN_FIELD,
            "receivedAt"),
        Arguments.of("list for a text", "aco: lakeside", "aco: [a]", CONTRACT_TYPE, "aco"),
        Arguments.of(
            "text for a list",
            "methods: [PCP_SELECTION, PLURALITY_VISITS]",
            "methods: PCP_SELECTION",
            CONTRACT_TYPE,
            "attribution.methods"),
        Arguments.of(
            "no truth value", "scaled: true", "scaled: perhaps", CONTRACT_TYPE, "quality.scaled"),
        Arguments.of(
            "fraction for a number", "minLives: 50", "minLives: 50.5", CONTRACT_NUMBER, "minLives"),
        Arguments.of(
            "three decimals of dollars",
            "125000.00",
            "125000.001",
            CONTRACT_NUMBER,
            "stopLoss.attachment"),
        Arguments.of(
            "impossible date",
            "effectiveFrom: 2025-01-01",
            "effectiveFrom: 2025-02-30",
            CONTRACT_DATE,
            "effectiveFrom"),
        Arguments.of(
            "last day before the first",
            "lastDay: 2025-09-30",
            "lastDay: 2024-12-31",
            CONTRACT_DATE_ORDER,
            "participants[1].lastDay"),
        Arguments.of(
            "unknown line of business", "COMMERCIAL", "DENTAL", CONTRACT_WORD, "lineOfBusiness"),
        Arguments.of("unknown zone", "America/New_York", "Mars/Base", CONTRACT_WORD, "zone"),
        Arguments.of(
            "method twice",
            "[PCP_SELECTION, PLURALITY_VISITS]",
            "[PCP_SELECTION, PCP_SELECTION]",
            CONTRACT_WORD,
            "attribution.methods[1]"),
        Arguments.of(
            "specialists before primary care",
            "[PCP_SELECTION, PLURALITY_VISITS]",
            "[SPECIALIST_FALLBACK, PLURALITY_VISITS]",
            CONTRACT_WORD,
            "attribution.methods[1]"),
        Arguments.of(
            "proximity before anything",
            "[PCP_SELECTION, PLURALITY_VISITS]",
            "[PROXIMITY, PCP_SELECTION]",
            CONTRACT_WORD,
            "attribution.methods[1]"),
        Arguments.of(
            "hybrid method on another list",
            "methods: [PCP_SELECTION, PLURALITY_VISITS]",
            "list: PROSPECTIVE\n  methods: [HYBRID]",
            CONTRACT_WORD,
            "attribution.list"),
        Arguments.of(
            "claims end too early",
            "windowMonths: 12",
            "claimsLagMonths: 13\n  windowMonths: 12",
            CONTRACT_NUMBER,
            "attribution.claimsLagMonths"),
        Arguments.of("bar in an id", "aco: lakeside", "aco: a|b", CONTRACT_ID, "aco"),
        Arguments.of("version 0", "version: 1 ", "version: 0 ", CONTRACT_NUMBER, "version"),
        Arguments.of(
            "window of 13 months",
            "windowMonths: 12",
            "windowMonths: 13",
            CONTRACT_NUMBER,
            "attribution.windowMonths"),
        Arguments.of(
            "gap between years",
            "from: 2026-01-01",
            "from: 2026-02-01",
            CONTRACT_YEARS,
            "performanceYears[1]"),
        Arguments.of(
            "years not ascending",
            "year: 2026, from",
            "year: 2025, from",
            CONTRACT_YEARS,
            "performanceYears[1].year"),
        Arguments.of(
            "year within a month",
            "lastDay: 2026-12-31",
            "lastDay: 2026-12-15",
            CONTRACT_YEARS,
            "performanceYears[1]"),
        Arguments.of(
            "TIN of eight digits",
            "\"234567890\"",
            "\"23456789\"",
            CONTRACT_PARTICIPANT,
            "participants[2].tin"),
        Arguments.of(
            "participant twice",
            "\"234567890\"",
            "\"123456789\"",
            CONTRACT_PARTICIPANT_TWICE,
            "participants[2]"),
        Arguments.of(
            "unknown category",
            "category: HCBS_WAIVER",
            "category: DENTAL",
            CONTRACT_CATEGORY,
            "scope[0].category"),
        Arguments.of(
            "waiver in scope",
            "category: HCBS_WAIVER, weight: 0",
            "category: HCBS_WAIVER, weight: 0.5",
            CONTRACT_CATEGORY,
            "scope[0].weight"),
        Arguments.of(
            "share above one",
            "sharePercent: 0.40",
            "sharePercent: 40",
            CONTRACT_RATE,
            "settlement.sharePercent"),
        Arguments.of(
            "cap above one",
            "paymentCapPercent: 0.10",
            "paymentCapPercent: 10",
            CONTRACT_RATE,
            "settlement.paymentCapPercent"),
        Arguments.of(
            "year without budget",
            "year: 2026, category: ALL",
            "year: 2025, category: LAB",
            CONTRACT_BUDGET,
            "budget"),
        Arguments.of(
            "budget of no performance year",
            "year: 2026, category: ALL",
            "year: 2027, category: ALL",
            CONTRACT_BUDGET,
            "budget[1].year"),
        Arguments.of(
            "unknown measure",
            "measure: Q14",
            "measure: Q18",
            CONTRACT_MEASURE,
            "quality.measures[2].measure"),
        Arguments.of(
            "measure twice",
            "measure: Q02",
            "measure: Q01",
            CONTRACT_MEASURE,
            "quality.measures[1]"),
        Arguments.of(
            "full score below the gate",
            "fullScore: 0.80",
            "fullScore: 0.10",
            CONTRACT_QUALITY,
            "quality.fullScore"),
        Arguments.of(
            "loss terms of a one-sided contract",
            "sharePercent: 0.40 ",
            "sharePercent: 0.40\n  lossSharePercent: 0.3 ",
            CONTRACT_LOSS_TERMS,
            "settlement.lossSharePercent"),
        Arguments.of(
            "two-sided without loss terms",
            "ONE_SIDED ",
            "TWO_SIDED ",
            CONTRACT_LOSS_TERMS,
            "settlement"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  @DisplayName("a broken contract is rejected with code, field and line")
  void rejected(String name, String what, String by, ContractCode code, String field) {
    String original = example("one-sided-commercial.yaml");
    assertThat(original).as("the case must change the example").contains(what);

    ContractResult result = read(original.replace(what, by));

    assertThat(result).isInstanceOf(ContractResult.Rejected.class);
    List<ContractProblem> problems = ((ContractResult.Rejected) result).problems();
    assertThat(problems)
        .anySatisfy(problem -> {
          assertThat(problem.code()).isEqualTo(code);
          assertThat(problem.field()).isEqualTo(field);
          assertThat(problem.file()).isEqualTo("c.yaml");
        });
  }

  @Test
  @DisplayName("a problem stands on the line where the value stands")
  void line() {
    String yaml = example("one-sided-commercial.yaml").replace("tin: \"234567890\"", "tin: \"x\"");
    long expected =
        yaml.substring(0, yaml.indexOf("tin: \"x\"")).chars().filter(c -> c == '\n').count() + 1;

    ContractProblem problem = ((ContractResult.Rejected) read(yaml)).problems().getFirst();

    assertThat(problem.line()).isEqualTo((int) expected);
    assertThat(problem)
        .hasToString(
            "c.yaml:"
                + expected
                + " CONTRACT_PARTICIPANT participants[2].tin: A TIN has nine digits.");
  }

  @Test
  @DisplayName("several problems are told at once")
  void several() {
    String yaml =
        example("one-sided-commercial.yaml")
            .replace("visitDays: 7 ", "visitDays: 8 ")
            .replace("ANY_DAY", "SOME_DAY");

    assertThat(((ContractResult.Rejected) read(yaml)).problems()).hasSize(2);
  }

  @Test
  @DisplayName("few members without a stated minimum savings rate are worth a warning")
  void warning() {
    String yaml = example("one-sided-commercial.yaml").replace("minimumSavingsRate: 0.02", "#");

    assertThat(((ContractResult.Accepted) read(yaml)).warnings())
        .extracting(ContractProblem::code)
        .containsExactly(CONTRACT_MINIMUM_RATE);
  }

  @Test
  @DisplayName("a directory goes on after a broken file; a version stands once")
  void directory(@TempDir Path directory) throws IOException {
    String yaml = example("one-sided-commercial.yaml");
    Files.writeString(directory.resolve("a.yaml"), yaml);
    Files.writeString(directory.resolve("b.yml"), yaml);
    Files.write(directory.resolve("c.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0x00});
    Files.writeString(directory.resolve("d.yaml"), yaml.replace("version: 1 ", "version: 2 "));
    Files.writeString(directory.resolve("e.yaml"), "");
    Files.writeString(directory.resolve("f.txt"), "not a contract");

    ContractReading reading = ContractFiles.read(directory);

    assertThat(reading.results()).hasSize(5);
    assertThat(reading.terms()).extracting(ContractTerms::getVersion).containsExactly(1, 2);
    assertThat(reading.problems())
        .extracting(problem -> problem.file() + " " + problem.code())
        .containsExactly(
            "b.yml CONTRACT_VERSION_TWICE", "c.yaml CONTRACT_UNREADABLE", "e.yaml CONTRACT_YAML");
    assertThat(ContractFiles.read(directory.resolve("nowhere")).problems())
        .extracting(ContractProblem::code)
        .containsExactly(CONTRACT_UNREADABLE);
  }
}
