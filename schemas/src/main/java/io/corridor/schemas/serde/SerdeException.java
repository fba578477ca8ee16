package io.corridor.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/**
 * A value that cannot be written or read. The text names topic, code and schema ids, never a part
 * of the value; the failure underneath is named by its class alone, because Avro's own texts quote
 * values.
 */
public final class SerdeException extends SerializationException {

  private static final long serialVersionUID = 1L;

  /** Stable codes; retired, never reused. */
  public enum Code {
    /** The first byte is not zero, or fewer than five bytes came: not the Confluent wire format. */
    SERDE_NOT_FRAMED,
    /** The registry has no schema of this id. */
    SERDE_UNKNOWN_SCHEMA,
    /** The schema it was written with cannot be read as the topic's schema. */
    SERDE_INCOMPATIBLE_SCHEMA,
    /** The body ends early or does not fit its schema. */
    SERDE_BROKEN_BODY,
    /** Bytes are left after the body. */
    SERDE_TRAILING_BYTES,
    /** The value to be written does not fit the topic's schema. */
    SERDE_UNWRITABLE
  }

  private final Code code;
  private final String topic;

  /** A failure of one value of a topic. */
  public SerdeException(Code code, String topic, String text) {
    super(code + " on " + topic + ": " + text);
    this.code = code;
    this.topic = topic;
  }

  /** What went wrong. */
  public Code code() {
    return code;
  }

  /** Topic of the value. */
  public String topic() {
    return topic;
  }
}
