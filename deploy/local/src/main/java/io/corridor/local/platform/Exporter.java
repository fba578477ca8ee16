package io.corridor.local.platform;

import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.corridor.schemas.Envelope;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.TopicKind;
import io.corridor.schemas.topic.Topics;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes topics to files: one JSON object {key, envelope, body} a line, and a table with a column
 * for each field. Current topics are compacted to the latest value of a key and sorted by key;
 * others stand in order of partition and offset.
 */
public final class Exporter {

  private static final int BUFFER = 1 << 18;
  private static final int WORKERS = 4;
  private static final Schema ENVELOPE = Envelope.getClassSchema();

  private final Endpoints endpoints;

  /**
   * What was written of one topic.
   *
   * @param rows rows
   * @param ends end offset by partition
   * @param rules rule versions seen, with how many rows carry them
   */
  public record Exported(long rows, Map<Integer, Long> ends, Map<String, Long> rules) {}

  /** Exports from this infrastructure. */
  public Exporter(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  /**
   * The topics that a run exports: everything that a service answers; not raw lines, not inboxes.
   */
  public static List<Topic<?>> outputs() {
    return Topics.created().stream()
        .filter(Topic::typed)
        .filter(topic -> topic != Topics.RAW && !topic.name().startsWith("inbox."))
        .toList();
  }

  /** Writes NDJSON and CSV of every output topic into a directory. */
  public Map<String, Exported> all(Path directory, Progress progress) {
    List<Topic<?>> topics = outputs();
    Map<String, Future<Exported>> started = new TreeMap<>();
    // A topic is mostly a wait for the broker: several at once.
    try (ExecutorService workers =
        Executors.newFixedThreadPool(WORKERS, Thread.ofPlatform().name("export-", 0).factory())) {
      topics.forEach(
          topic -> started.put(topic.name(), workers.submit(() -> topic(topic, directory))));
      Map<String, Exported> written = new TreeMap<>();
      started.forEach((name, topic) -> {
        written.put(name, written(name, topic));
        progress.at(written.size(), topics.size());
      });
      return written;
    }
  }

  private static Exported written(String name, Future<Exported> topic) {
    try {
      return topic.get();
    } catch (ExecutionException e) {
      throw new PlatformException("PLATFORM_EXPORT", "cannot export " + name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("PLATFORM_EXPORT", "interrupted while exporting " + name, e);
    }
  }

  /** Writes one topic as lines of JSON. */
  public <V extends SpecificRecord> Exported json(Topic<V> topic, OutputStream out) {
    return export(topic, List.of(new JsonSink(topic, out)));
  }

  /** Writes one topic as a table. */
  public <V extends SpecificRecord> Exported csv(Topic<V> topic, OutputStream out) {
    return export(topic, List.of(new CsvSink(topic, out)));
  }

  private <V extends SpecificRecord> Exported topic(Topic<V> topic, Path directory) {
    try {
      Files.createDirectories(directory);
      try (OutputStream json = open(directory.resolve(topic.name() + ".ndjson"));
          OutputStream csv = open(directory.resolve(topic.name() + ".csv"))) {
        return export(topic, List.of(new JsonSink(topic, json), new CsvSink(topic, csv)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot export " + topic.name(), e);
    }
  }

  private <V extends SpecificRecord> Exported export(Topic<V> topic, List<Sink> sinks) {
    long[] rows = new long[1];
    Map<String, Long> rules = new TreeMap<>();
    try (TopicReader<V> reader = TopicReader.of(endpoints, topic)) {
      Map<Integer, Long> ends = reader.ends();
      BiConsumer<String, V> taker =
          (key, value) -> {
            rows[0]++;
            rules.merge(topic.envelopeOf(value).getRuleVersion(), 1L, Long::sum);
            sinks.forEach(sink -> sink.row(key, value));
          };
      if (topic.kind() == TopicKind.CURRENT) {
        reader.latest(taker);
      } else {
        reader.each(taker);
      }
      sinks.forEach(Sink::end);
      return new Exported(rows[0], ends, rules);
    }
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
  }

  private interface Sink {
    void row(String key, SpecificRecord value);

    void end();
  }

  /** Lines of JSON. */
  private static final class JsonSink implements Sink {
    private final Topic<?> topic;
    private final JsonGenerator json;

    private JsonSink(Topic<?> topic, OutputStream out) {
      this.topic = topic;
      this.json = JsonRecords.generator(out);
    }

    @Override
    public void row(String key, SpecificRecord value) {
      try {
        json.writeStartObject();
        json.writeStringField("key", key);
        json.writeFieldName("envelope");
        JsonRecords.write(json, topic.envelopeOf(value));
        json.writeFieldName("body");
        JsonRecords.write(json, topic.bodyOf(value));
        json.writeEndObject();
        json.writeRaw('\n');
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write " + topic.name(), e);
      }
    }

    @Override
    public void end() {
      try {
        json.flush();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write " + topic.name(), e);
      }
    }
  }

  /** A table: key, the envelope's fields with a leading underscore, the body's fields. */
  private static final class CsvSink implements Sink {
    private final Topic<?> topic;
    private final CsvWriter csv;

    private CsvSink(Topic<?> topic, OutputStream out) {
      this.topic = topic;
      this.csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
      List<String> header = new ArrayList<>();
      header.add("key");
      ENVELOPE.getFields().forEach(field -> header.add("_" + field.name()));
      topic.bodySchema().getFields().forEach(field -> header.add(field.name()));
      csv.writeRecord(header);
    }

    @Override
    public void row(String key, SpecificRecord value) {
      List<String> cells = new ArrayList<>();
      cells.add(key);
      add(cells, topic.envelopeOf(value));
      add(cells, topic.bodyOf(value));
      csv.writeRecord(cells);
    }

    @Override
    public void end() {
      try {
        csv.flush();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write " + topic.name(), e);
      }
    }

    private static void add(List<String> cells, IndexedRecord record) {
      for (Schema.Field field : record.getSchema().getFields()) {
        cells.add(JsonRecords.cell(record.get(field.pos())));
      }
    }
  }
}
