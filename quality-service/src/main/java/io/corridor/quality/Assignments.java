package io.corridor.quality;

import io.corridor.common.care.AssignedSpan;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.time.DateSpan;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The current assignment of a member under a contract, as the payload of one row: a line a span.
 *
 * @param contract contract
 * @param spans spans, ascending
 */
record Assignments(ContractId contract, List<AssignedSpan> spans) {

  byte[] toBytes() {
    return spans.stream()
        .map(Assignments::line)
        .collect(Collectors.joining("\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String line(AssignedSpan span) {
    LocalDate until = span.span().until();
    Npi npi = span.npi();
    return String.join(
        "|",
        span.span().from().toString(),
        until == null ? "" : until.toString(),
        span.tin().value(),
        npi == null ? "" : npi.value());
  }

  static Assignments of(ContractId contract, String text) {
    return new Assignments(contract, text.lines().map(Assignments::span).toList());
  }

  private static AssignedSpan span(String line) {
    String[] parts = line.split("\\|", -1);
    return new AssignedSpan(
        new DateSpan(
            LocalDate.parse(parts[0]), parts[1].isEmpty() ? null : LocalDate.parse(parts[1])),
        new Tin(parts[2]),
        parts[3].isEmpty() ? null : new Npi(parts[3]));
  }
}
