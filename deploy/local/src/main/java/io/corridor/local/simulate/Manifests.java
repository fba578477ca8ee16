package io.corridor.local.simulate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Writes the manifest of a feed. */
final class Manifests {
  private Manifests() {}

  static void write(Path directory, long until, List<FeedFiles.Written> written)
      throws IOException {
    Path file = directory.resolve("manifest.json");
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      Instant asOf = Instant.ofEpochMilli(until - 1000);
      out.write(
          "{\"feed\":\"simulated\",\"asOf\":\"" + asOf + "\",\"mode\":\"append\",\"files\":[");
      String separator = "\n";
      for (FeedFiles.Written one : written) {
        out.write(separator + "  {\"name\":\"" + one.name() + "\",\"recordType\":\"");
        out.write(one.type().feedName() + "\",\"rows\":" + one.rows());
        if (one.type() == RecordType.CLAIM) {
          String sum = BigDecimal.valueOf(one.paidCents(), 2).toPlainString();
          out.write(",\"controlTotal\":{\"field\":\"paid\",\"sum\":\"" + sum + "\"}");
        }
        out.write("}");
        separator = ",\n";
      }
      out.write("\n]}\n");
    }
  }
}
