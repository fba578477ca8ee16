package io.corridor.intake.ledger;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Hash of a version's content, ordered as unsigned numbers: the last word between equal versions.
 *
 * @param high first eight bytes
 * @param low next eight bytes
 */
public record ContentHash(long high, long low) implements Comparable<ContentHash> {

  /**
   * First 16 bytes of the SHA-256 of what follows a header.
   *
   * @param bytes the content
   * @param header bytes at the beginning that are not hashed
   */
  public static ContentHash of(byte[] bytes, int header) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, header, bytes.length - header);
      ByteBuffer hash = ByteBuffer.wrap(digest.digest());
      return new ContentHash(hash.getLong(), hash.getLong());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }

  @Override
  public int compareTo(ContentHash other) {
    int first = Long.compareUnsigned(high, other.high);
    return first != 0 ? first : Long.compareUnsigned(low, other.low);
  }
}
