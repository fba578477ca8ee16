package io.corridor.local.asof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.corridor.local.platform.Endpoints;
import io.corridor.local.platform.Exporter;
import io.corridor.local.platform.PlatformException;
import io.corridor.schemas.topic.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Records of topics in the order of their writing, as {key, envelope, body}. */
public interface History {

  /** Hands over every record of a topic. */
  void each(Topic<?> topic, Consumer<JsonNode> taker);

  /** Topics of a running platform. */
  static History of(Endpoints endpoints) {
    Exporter exporter = new Exporter(endpoints);
    return (topic, taker) -> exporter.json(topic, new Lines(line -> taker.accept(parse(line))));
  }

  /** Topics as a run exported them. */
  static History of(Path results) {
    return (topic, taker) -> {
      Path file = results.resolve(topic.name() + ".ndjson");
      if (!Files.exists(file)) {
        throw new PlatformException(
            "AS_OF_RESULTS",
            results + " has no " + topic.name() + ".ndjson; give a results directory");
      }
      try (Stream<String> lines = Files.lines(file)) {
        lines.forEach(line -> taker.accept(parse(line)));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    };
  }

  private static JsonNode parse(String line) {
    try {
      return Lines.JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException("a line is no JSON", e);
    }
  }

  /** Cuts what is written to it into lines. */
  final class Lines extends OutputStream {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Consumer<String> taker;

    private Lines(Consumer<String> taker) {
      this.taker = taker;
    }

    @Override
    public void write(int octet) {
      if (octet == '\n') {
        taker.accept(line.toString(StandardCharsets.UTF_8));
        line.reset();
      } else {
        line.write(octet);
      }
    }
  }
}
