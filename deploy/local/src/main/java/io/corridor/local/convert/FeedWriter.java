package io.corridor.local.convert;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes a feed directory: gzipped NDJSON files and the manifest with row counts and totals. */
public final class FeedWriter implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path directory;
  private final List<FeedFile> files = new ArrayList<>();

  /** A writer into {@code directory}, which is made when it is not there. */
  public FeedWriter(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
  }

  /** Opens one file of the feed; it is closed with the feed. */
  public FeedFile open(String name, String recordType) throws IOException {
    FeedFile file = new FeedFile(name, recordType, directory.resolve(name));
    files.add(file);
    return file;
  }

  /** Files opened so far, in order. */
  public List<FeedFile> files() {
    return files;
  }

  /** The latest receipt of any record written so far. */
  public Instant latest() {
    return files.stream().map(file -> file.latest).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** Closes the files and writes {@code manifest.json}. */
  public void finish(String feed, String asOf) throws IOException {
    close();
    ObjectNode manifest = JSON.createObjectNode();
    manifest.put("feed", feed).put("asOf", asOf).put("mode", "append");
    ArrayNode list = manifest.putArray("files");
    for (FeedFile file : files) {
      ObjectNode entry = list.addObject();
      entry.put("name", file.name).put("recordType", file.recordType).put("rows", file.rows);
      if (file.paid != null) {
        entry.putObject("controlTotal").put("field", "paid").put("sum", file.paid.toPlainString());
      }
    }
    Files.writeString(
        directory.resolve("manifest.json"),
        JSON.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(manifest) + "\n");
  }

  @Override
  public void close() throws IOException {
    for (FeedFile file : files) {
      file.out.close();
    }
  }

  /** Hears what a claim paid. */
  public interface PaidListener {
    /** Dollars of the lines that are not denied, under the payer's member id and through date. */
    void paid(String member, String through, BigDecimal dollars);
  }

  /** One NDJSON file being written. */
  public static final class FeedFile {
    private final String name;
    private final String recordType;
    private final OutputStream out;
    private Instant latest = Instant.EPOCH;
    private long rows;
    private @Nullable BigDecimal paid;
    private @Nullable PaidListener listener;

    private FeedFile(String name, String recordType, Path path) throws IOException {
      this.name = name;
      this.recordType = recordType;
      this.out =
          new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(path)), 1 << 16);
      this.paid = recordType.equals("claim") ? new BigDecimal("0.00") : null;
    }

    /** A new empty record. */
    public ObjectNode record() {
      return JSON.createObjectNode();
    }

    /** Writes one record as a line. */
    public void write(ObjectNode record) {
      try {
        out.write(JSON.writeValueAsString(record).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      rows++;
      Instant received = Instant.parse(record.path("receivedAt").asText());
      latest = received.isAfter(latest) ? received : latest;
      if (paid != null) {
        count(record);
      }
    }

    private void count(ObjectNode claim) {
      BigDecimal dollars = new BigDecimal("0.00");
      BigDecimal undenied = dollars;
      for (var line : claim.withArray("lines")) {
        BigDecimal linePaid = new BigDecimal(line.get("paid").textValue());
        dollars = dollars.add(linePaid);
        undenied = line.get("denied").booleanValue() ? undenied : undenied.add(linePaid);
      }
      paid = paid == null ? dollars : paid.add(dollars);
      if (listener != null) {
        listener.paid(claim.get("member").textValue(), claim.get("through").textValue(), undenied);
      }
    }

    /** Tells {@code to} what every claim written from now on paid on lines that are not denied. */
    public FeedFile onWrite(PaidListener to) {
      this.listener = to;
      return this;
    }

    String name() {
      return name;
    }

    String recordType() {
      return recordType;
    }

    /** Records written. */
    public long rows() {
      return rows;
    }

    /** Sum of paid dollars over all lines; absent for records that carry no money. */
    public @Nullable BigDecimal paid() {
      return paid;
    }
  }
}
