package io.corridor.intake.contract;

import io.corridor.schemas.ContractTerms;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.UnicodeReader;

/** Reads contract files: the one entry for the door and the launcher. */
public final class ContractFiles {

  private static final int LARGEST = 1024 * 1024;
  private static final int DEEPEST = 20;

  private ContractFiles() {}

  /**
   * Reads a file, or every {@code .yaml} and {@code .yml} file directly in a directory. Never
   * throws for what stands in a file: that is a problem with its place.
   */
  public static ContractReading read(Path fileOrDirectory) {
    List<ContractResult> results = new ArrayList<>();
    Set<String> versions = new HashSet<>();
    try {
      for (Path file : files(fileOrDirectory)) {
        results.add(once(one(file), versions));
      }
    } catch (IOException unreadable) {
      Findings findings = new Findings(name(fileOrDirectory));
      findings.problem(
          ContractCode.CONTRACT_UNREADABLE, 0, "The directory cannot be read; check its path.");
      results.add(findings.rejected());
    }
    return new ContractReading(List.copyOf(results));
  }

  /**
   * Reads the content of a file.
   *
   * @param file name, for the place of problems
   */
  public static ContractResult read(String file, byte[] content) {
    Findings findings = new Findings(file);
    Node root = root(content, findings);
    ContractTerms terms = root == null ? null : new TermsReader(findings).read(root);
    if (terms != null && findings.none()) {
      new TermsChecks(findings).check(terms);
    }
    return terms != null && findings.none()
        ? new ContractResult.Accepted(file, terms, findings.warnings())
        : findings.rejected();
  }

  private static ContractResult one(Path file) {
    String name = name(file);
    try {
      if (Files.size(file) <= LARGEST) {
        return read(name, Files.readAllBytes(file));
      }
    } catch (IOException unreadable) {
      // Said below, like a file that is too large.
    }
    Findings findings = new Findings(name);
    findings.problem(
        ContractCode.CONTRACT_UNREADABLE, 0, "The file cannot be read or is above 1 MB.");
    return findings.rejected();
  }

  private static ContractResult once(ContractResult result, Set<String> versions) {
    if (!(result instanceof ContractResult.Accepted accepted)) {
      return result;
    }
    ContractTerms terms = accepted.terms();
    if (versions.add(terms.getContract() + "|" + terms.getVersion())) {
      return result;
    }
    Findings findings = new Findings(accepted.file());
    findings.problem(
        ContractCode.CONTRACT_VERSION_TWICE,
        0,
        "Another file has this version of the contract; versions never change: give it the next.");
    return findings.rejected();
  }

  private static @Nullable Node root(byte[] content, Findings findings) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LARGEST);
    options.setNestingDepthLimit(DEEPEST);
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
      Iterator<Node> documents =
          new Yaml(new SafeConstructor(options))
              .composeAll(new UnicodeReader(new java.io.ByteArrayInputStream(content)))
              .iterator();
      Node root = documents.hasNext() ? documents.next() : null;
      if (root == null || documents.hasNext()) {
        findings.problem(
            ContractCode.CONTRACT_YAML, 0, "A contract file holds exactly one document.");
        return null;
      }
      return root;
    } catch (CharacterCodingException notUtf8) {
      findings.problem(ContractCode.CONTRACT_UNREADABLE, 0, "The file is not UTF-8.");
    } catch (MarkedYAMLException broken) {
      int line = broken.getProblemMark() == null ? 0 : broken.getProblemMark().getLine() + 1;
      findings.problem(
          ContractCode.CONTRACT_YAML, line, "The file is not YAML: " + broken.getProblem() + ".");
    } catch (YAMLException broken) {
      findings.problem(ContractCode.CONTRACT_YAML, 0, "The file is not YAML.");
    }
    return null;
  }

  private static List<Path> files(Path fileOrDirectory) throws IOException {
    if (!Files.isDirectory(fileOrDirectory)) {
      return List.of(fileOrDirectory);
    }
    try (Stream<Path> files = Files.list(fileOrDirectory)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> {
            String name = name(file).toLowerCase(Locale.ROOT);
            return name.endsWith(".yaml") || name.endsWith(".yml");
          })
          .sorted()
          .toList();
    }
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }
}
