package io.corridor.schemas.topic;

/** How much a field or a topic says about a person; the order is the order of care. */
public enum Privacy {
  /** Nothing about a person. */
  NONE,
  /** An opaque id of a person, and nothing else about them. */
  PSEUDONYM,
  /** Something about a person. */
  PERSON;

  /** The more careful of the two. */
  public Privacy and(Privacy other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
