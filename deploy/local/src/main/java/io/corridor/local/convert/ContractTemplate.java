package io.corridor.local.desynpuf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The contract shipped for the extract: a commented template whose participants are the practices
 * with the most distinct members in paid office visits, ties by tax number.
 */
final class DesynpufContract {
  /** Practices that take part. */
  static final int PARTICIPANTS = 300;

  private static final String MARK = "# participants\n";

  private DesynpufContract() {}

  /** The YAML text for the practices seen. */
  static String yaml(Practices practices) throws IOException {
    List<String> tins = practices.largest(PARTICIPANTS);
    String list =
        tins.stream()
            .map(tin -> "  - { tin: \"%s\", from: 2008-01-01 }\n".formatted(tin))
            .collect(Collectors.joining());
    return template().replace(MARK, list);
  }

  private static String template() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            DesynpufContract.class.getResourceAsStream("/desynpuf/contract-template.yaml"),
            "contract template")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
