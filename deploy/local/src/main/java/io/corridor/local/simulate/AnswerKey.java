package io.corridor.local.simulate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The truth beside a disordered feed: the clean feed under {@code feed/}, and the faults in {@code
 * faults.ndjson}.
 */
final class AnswerKey {
  private final Path feed;
  private final FeedFiles files;
  private final BufferedWriter faults;

  AnswerKey(Path directory, Timeline timeline, boolean gzip) throws IOException {
    this.feed = directory.resolve("feed");
    this.files = new FeedFiles(feed, timeline, gzip);
    this.faults =
        Files.newBufferedWriter(directory.resolve("faults.ndjson"), StandardCharsets.UTF_8);
  }

  Path feed() {
    return feed;
  }

  void append(Generator.Output output) {
    RecordBuffer clean = output.clean();
    FaultLog log = output.faults();
    if (clean == null || log == null) {
      return;
    }
    files.append(clean);
    try {
      faults.write(log.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<FeedFiles.Written> finish(int threads) throws IOException {
    faults.close();
    return files.finish(threads);
  }
}
