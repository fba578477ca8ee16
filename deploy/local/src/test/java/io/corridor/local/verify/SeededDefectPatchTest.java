package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
