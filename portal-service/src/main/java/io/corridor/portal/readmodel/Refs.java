package io.corridor.portal.readmodel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opaque ids for addresses: a keyed hash of an entity's key. Equal for an equal secret, so that a
 * rebuilt read model keeps its links; they disclose nothing and cannot be turned back.
 */
final class Refs {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 10;

  private final SecretKeySpec key;

  Refs(String secret) {
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** Reference of an entity of a kind, 20 hexadecimal digits. */
  String of(String kind, String entity) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] hash = mac.doFinal((kind + '|' + entity).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }
}
