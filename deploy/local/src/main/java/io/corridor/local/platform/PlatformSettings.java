package io.corridor.local.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a platform is started with.
 *
 * @param data data directory
 * @param external infrastructure to use in place of embedded parts
 * @param durable true: the database survives a crash of the machine
 * @param commitInterval how often services commit; notification commits more often
 * @param services services to start, in this order
 * @param portalPort port of the portal; 0 for a free one
 * @param identitySecret secret of the member surrogate; the same for the life of the data
 */
public record PlatformSettings(
    Path data,
    External external,
    boolean durable,
    Duration commitInterval,
    List<ServiceDefinition> services,
    int portalPort,
    String identitySecret) {

  /**
   * How often services commit by default. A backfill waits for a chain of commits at every tick, so
   * a longer interval makes it slower, not faster.
   */
  public static final Duration COMMIT_INTERVAL = Duration.ofMillis(100);

  /** Secret of local platforms; a deployment sets its own. */
  public static final String DEVELOPMENT_SECRET = "corridor-development";

  /** Without the secret. */
  @Override
  public String toString() {
    return "PlatformSettings[data="
        + data
        + ", external="
        + external
        + ", durable="
        + durable
        + "]";
  }
}
