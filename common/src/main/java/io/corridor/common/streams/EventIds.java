package io.corridor.common.streams;

import io.corridor.schemas.Cause;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of decisions: the same cause, rule and entity give the same id. */
public final class EventIds {

  private static final int BYTES = 16;

  private EventIds() {}

  /** The id of what a cause made of an entity under a rule. */
  public static String of(Cause cause, String ruleVersion, String topic, String key) {
    String text =
        String.join(
            "\n",
            cause.getTopic(),
            Integer.toString(cause.getPartition()),
            Long.toString(cause.getOffset()),
            ruleVersion,
            topic,
            key);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }
}
