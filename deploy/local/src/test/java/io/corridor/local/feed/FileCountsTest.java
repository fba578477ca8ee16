package io.corridor.local.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.schemas.FileCount;
import io.corridor.schemas.FileStage;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileCountsTest {

  @Test
  void everyLineReadIsAcceptedDuplicateOrRejectedAtTheDoorOrInTheLedger() {
    FileCounts counts =
        FileCounts.of(
            List.of(
                count("claim", FileStage.MANIFEST, 10, 0, 0, 0),
                count("claim", FileStage.DOOR, 10, 0, 0, 2),
                count("claim", FileStage.LEDGER, 0, 6, 1, 1),
                count("adt", FileStage.DOOR, 3, 3, 0, 0)));
    assertThat(counts).isEqualTo(new FileCounts(13, 9, 1, 3, 10));
    assertThat(counts.balanced()).isTrue();
    assertThat(FileCounts.of(List.of(count("adt", FileStage.DOOR, 3, 2, 0, 0))).balanced()).isFalse();
  }

  private static FileCount count(
      String type, FileStage stage, long read, long accepted, long duplicate, long rejected) {
    return new FileCount("f", type + ".ndjson", type, stage, 0, read, accepted, duplicate, rejected);
  }
}
