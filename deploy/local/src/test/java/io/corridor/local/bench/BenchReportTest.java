package io.corridor.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Figures are told with their reference, ratio and aim; nothing here is timed. */
class BenchReportTest {

  @Test
  @DisplayName(
      "a figure beside its reference has the ratio of the two, and says if its aim was met")
  void ratio() {
    BenchReport report = new BenchReport();
    report.add(
        Measure.of("service throughput, alone", "quality", 1500, "claims/s")
            .against(6000)
            .aim("ratio at least 0.5", false));
    report.add(Measure.of("state and changelog", "changelogs", 12.5, "bytes a claim"));
    JsonNode measure = report.json().get("measures").get(0);
    assertThat(measure.get("ratio").doubleValue()).isEqualTo(0.25);
    assertThat(measure.get("met").booleanValue()).isFalse();
    assertThat(report.json().get("measures").get(1).has("reference")).isFalse();
    StringWriter out = new StringWriter();
    report.print(new PrintWriter(out));
    assertThat(out.toString())
        .contains("quality", "1,500", "6,000", "0.25", "aim ratio at least 0.5: NOT MET")
        .contains("12.50", "bytes a claim");
  }

  @Test
  @DisplayName("a reference of nothing gives no ratio")
  void noReference() {
    assertThat(Measure.of("g", "n", 3, "ms").against(0).ratio()).isEmpty();
  }

  @Test
  @DisplayName("percentiles are by nearest rank, in milliseconds")
  void percentiles() {
    List<Long> nanos =
        LongStream.rangeClosed(1, 100).mapToObj(ms -> (101 - ms) * 1_000_000L).toList();
    Percentiles times = new Percentiles(nanos);
    assertThat(times.count()).isEqualTo(100);
    assertThat(times.millis(50)).isEqualTo(50);
    assertThat(times.millis(99)).isEqualTo(99);
    assertThat(new Percentiles(List.of()).millis(50)).isZero();
  }
}
