package io.corridor.local.command;

import io.corridor.local.platform.Endpoints;
import io.corridor.local.platform.TopicReader;
import io.corridor.local.statement.StatementPage;
import io.corridor.local.statement.StatementText;
import io.corridor.schemas.Statement;
import io.corridor.schemas.StatementValue;
import io.corridor.schemas.topic.ClosingTopics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./corridor statement CONTRACT PERIOD}: a published statement for a reader. */
@Command(
    name = "statement",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a published statement of a contract and performance year: what it rests on, every step, every limit,"
          + " what is due and what is posted.",
      "Exit code 1 when there is none."
    })
final class StatementCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();

  @Parameters(index = "0", paramLabel = "CONTRACT", description = "Contract.")
  private String contract = "";

  @Parameters(index = "1", paramLabel = "PERIOD", description = "Performance year, yyyy.")
  private String period = "";

  @Option(
      names = "--statement",
      paramLabel = "ID",
      description = "F1, F2, … or I01 to I12 (default: the latest final one, else the latest).")
  private @Nullable String id;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write it to a file; a page when the name ends with .html, else text.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    Endpoints endpoints = data.running().endpoints();
    Logs.none();
    Map<String, Statement> published = new TreeMap<>();
    String prefix = contract + "|" + period + "|";
    try (TopicReader<StatementValue> reader = TopicReader.of(endpoints, ClosingTopics.STATEMENT)) {
      reader.each((key, value) -> {
        if (key.startsWith(prefix)) {
          published.put(order(value.getBody()), value.getBody());
        }
      });
    }
    Statement statement = chosen(published);
    if (statement == null) {
      System.out.println("no such statement of " + contract + " " + period);
      return ExitCodes.DIFFERENCES;
    }
    write(statement);
    return ExitCodes.OK;
  }

  private @Nullable Statement chosen(Map<String, Statement> published) {
    Statement last = null;
    for (Statement statement : published.values()) {
      if (id == null || id.equalsIgnoreCase(statement.getStatement())) {
        last = statement;
      }
    }
    return last;
  }

  /** Interim statements first, then final ones, each in their order. */
  private static String order(Statement statement) {
    String rank = statement.getKind().equals("INTERIM") ? "0" : "1";
    return rank + "%6s".formatted(statement.getStatement().substring(1));
  }

  private void write(Statement statement) throws IOException {
    Path file = out;
    if (file == null) {
      System.out.print(StatementText.of(statement));
      return;
    }
    boolean page = file.toString().endsWith(".html");
    String text = page ? StatementPage.of(statement) : StatementText.of(statement);
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    System.out.println("wrote " + file);
  }
}
