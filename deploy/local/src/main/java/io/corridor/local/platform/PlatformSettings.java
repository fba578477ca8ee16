package io.corridor.local.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a platform is started with.
 *
 * @param data data directory
 * @param external infrastructure to use in place of embedded parts
 * @param durable true: the database survives a crash of the machine
 * @param commitInterval how often busy services commit; empty: as each service does by itself
 * @param services services to start, in this order
 * @param portalPort port of the portal; 0 for a free one
 * @param portal settings of the portal by name, without {@code corridor.portal.}
 * @param identitySecret secret of the member surrogate; the same for the life of the data
 */
public record PlatformSettings(
    Path data,
    External external,
    boolean durable,
    Optional<Duration> commitInterval,
    List<ServiceDefinition> services,
    int portalPort,
    Map<String, String> portal,
    String identitySecret) {

  /** How often busy services commit in a backfill: large transactions; idle ones commit at once. */
  public static final Duration BACKFILL_COMMIT_INTERVAL = Duration.ofSeconds(1);

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
