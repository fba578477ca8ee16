package io.corridor.local.command;

import io.corridor.local.platform.Layout;
import io.corridor.local.platform.PlatformException;
import io.corridor.local.platform.PlatformLock;
import io.corridor.local.platform.RunFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which data directory a command works with. */
final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".corridor",
      description = "Data directory of the platform (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of(".corridor");

  /** The directory, with the log of this process inside it. */
  Layout layout() {
    return new Layout(data);
  }

  /** The platform that runs on it; PLATFORM_NONE when none does. */
  RunFile running() {
    return PlatformLock.running(layout())
        .orElseThrow(() ->
            new PlatformException(
                "PLATFORM_NONE",
                "no platform runs on " + layout().root() + "; start one with: ./corridor up"));
  }
}
