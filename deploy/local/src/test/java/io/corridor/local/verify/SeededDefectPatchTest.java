package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.intake.canonical.CanonicalParser;
import io.corridor.intake.canonical.Parsed;
import io.corridor.intake.canonical.RecordType;
import io.corridor.intake.contract.ContractFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The seeded defects still fit the rules: each changes one place and compiles. */
class SeededDefectPatchTest {
  static List<SeededDefect> defects() throws IOException {
    return SeededDefect.all();
  }

  @Test
  @DisplayName("there are ten")
  void ten() throws IOException {
    assertThat(SeededDefect.all()).hasSizeGreaterThanOrEqualTo(10);
  }

  @Test
  @DisplayName("their feed and contract pass the door")
  void feedIsValid() throws IOException {
    Path feed = SeededDefect.ROOT.resolve("deploy/local/src/test/resources/defect-feed");
    assertThat(ContractFiles.read(feed.resolve("contract.yaml")).problems()).isEmpty();
    for (RecordType type : List.of(RecordType.CLAIM, RecordType.ENROLLMENT, RecordType.ADT)) {
      Path file = feed.resolve("feed").resolve(type.name().toLowerCase(Locale.ROOT) + ".ndjson");
      assertThat(Files.readAllLines(file))
          .isNotEmpty()
          .allSatisfy(line ->
              assertThat(CanonicalParser.parse(type, line.getBytes(StandardCharsets.UTF_8)))
                  .isInstanceOf(Parsed.Accepted.class));
    }
  }

  @ParameterizedTest
  @MethodSource("defects")
  @DisplayName("each changes exactly one place and compiles")
  void fits(SeededDefect defect, @TempDir Path directory) throws IOException {
    assertThat(defect.occurrences()).isEqualTo(1);
    assertThat(defect.replace()).isNotEqualTo(defect.find());
    defect.compile(directory.resolve("source"), directory.resolve("classes"));
    try (var files = Files.walk(directory.resolve("classes"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".class"))).isNotEmpty();
    }
  }
}
