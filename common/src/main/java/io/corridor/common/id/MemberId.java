package io.corridor.common.id;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opaque surrogate of a member: a keyed hash of payer and the payer's member id. It discloses
 * nothing and two payers cannot collide.
 *
 * @param value "m" and 26 lower-case base32 digits
 */
public record MemberId(String value) implements Comparable<MemberId> {

  private static final int BITS = 130;
  private static final int DIGITS = BITS / 5;

  /**
   * The surrogate of a payer's member.
   *
   * @param secret key of the installation; another key gives other surrogates
   */
  public static MemberId surrogate(String secret, String payer, String sourceId) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(payer.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      byte[] hash = mac.doFinal(sourceId.getBytes(StandardCharsets.UTF_8));
      String digits =
          new BigInteger(1, Arrays.copyOf(hash, 17)).shiftRight(17 * 8 - BITS).toString(32);
      return new MemberId("m" + "0".repeat(DIGITS - digits.length()) + digits);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no HMAC-SHA256", missing);
    }
  }

  @Override
  public int compareTo(MemberId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
