package io.corridor.schemas.topic;

/** Compatibility rule of a subject, by the name that registries use for it. */
public enum Compatibility {
  /** No rule: the values have no Avro schema. */
  NONE,
  /** A new schema reads every record ever written. */
  BACKWARD_TRANSITIVE,
  /** A new schema reads every record ever written, and every old reader reads new records. */
  FULL_TRANSITIVE
}
