package io.corridor.local.command;

import io.corridor.local.platform.Endpoints;
import io.corridor.local.platform.Exporter;
import io.corridor.local.platform.PlatformException;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./corridor export TOPIC}: a topic of a running platform on standard output. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a topic of a running platform to standard output: one JSON object {key, envelope, body} a line.",
      "Current topics are compacted to the latest value of a key. What it prints may be about persons."
    })
final class ExportCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "TOPIC", description = "Name of the topic, see: corridor topics")
  private String name = "";

  @Option(names = "--csv", description = "As a table.")
  private boolean csv;

  @Override
  public Integer call() throws IOException {
    Topic<?> topic =
        Topics.named(name)
            .filter(Topic::typed)
            .filter(known -> !known.planned())
            .orElseThrow(
                () -> new PlatformException("PLATFORM_TOPIC", "no topic with values is called " + name + "; see: corridor topics"));
    Endpoints endpoints = data.running().endpoints();
    Logs.none();
    OutputStream out = new BufferedOutputStream(System.out);
    Exporter exporter = new Exporter(endpoints);
    if (csv) {
      exporter.csv(topic, out);
    } else {
      exporter.json(topic, out);
    }
    out.flush();
    return ExitCodes.OK;
  }
}
