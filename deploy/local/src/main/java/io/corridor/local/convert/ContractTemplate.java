package io.corridor.local.convert;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The contract shipped for an extract: a commented template whose participants are practices that
 * the import has seen.
 */
public final class ContractTemplate {
  private static final String MARK = "# participants\n";

  private ContractTemplate() {}

  /**
   * The YAML text.
   *
   * @param resource template on the class path, with a line {@code # participants}
   * @param tins tax numbers of the practices, in the order wanted
   * @param from first day of their participation
   */
  public static String yaml(String resource, List<String> tins, LocalDate from) throws IOException {
    String list =
        tins.stream()
            .map(tin -> "  - { tin: \"%s\", from: %s }\n".formatted(tin, from))
            .collect(Collectors.joining());
    return text(resource).replace(MARK, list);
  }

  private static String text(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            ContractTemplate.class.getResourceAsStream(resource), "contract template")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
