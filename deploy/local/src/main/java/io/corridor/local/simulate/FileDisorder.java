package io.corridor.local.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Disorder of whole files: delivered twice, or named last in the manifest because they came late.
 */
final class FileDisorder {
  private FileDisorder() {}

  static List<FeedFiles.Written> apply(
      SimulationConfig config, Path directory, List<FeedFiles.Written> files) throws IOException {
    DisorderRates rates = DisorderRates.of(config.chaos());
    Draw draw = new Draw(config.seed());
    List<FeedFiles.Written> inOrder = new ArrayList<>();
    List<FeedFiles.Written> late = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      FeedFiles.Written file = files.get(i);
      draw.at(i, Domain.DISORDER_FILE, 0);
      (draw.below(rates.lateFileOneIn()) == 0 ? late : inOrder).add(file);
      if (draw.below(rates.duplicateFileOneIn()) == 0) {
        String name = file.name().replace(".ndjson", "-again.ndjson");
        Files.copy(directory.resolve(file.name()), directory.resolve(name));
        inOrder.add(new FeedFiles.Written(name, file.type(), file.rows(), file.paidCents()));
      }
    }
    inOrder.addAll(late);
    return inOrder;
  }
}
