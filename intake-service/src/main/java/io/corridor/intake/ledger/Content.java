package io.corridor.intake.ledger;

import java.util.Arrays;

/** Bytes of one version of a record, opaque to the ledger. Never contains when it was received. */
public final class Content {

  /** No bytes: what is left of a version that was folded. */
  public static final Content NONE = new Content(new byte[0]);

  private final byte[] bytes;

  /**
   * Wraps the bytes.
   *
   * @param bytes handed over: not to be changed afterwards
   */
  public Content(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The bytes themselves, not a copy: not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Content that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Size only: the content may tell of a person. */
  @Override
  public String toString() {
    return "Content[" + bytes.length + " bytes]";
  }
}
