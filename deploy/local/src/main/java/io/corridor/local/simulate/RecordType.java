package io.corridor.local.simulate;

/** Record types of a feed, in the order in which files are listed. */
public enum RecordType {
  /** Clinicians' links to practices. */
  AFFILIATION("affiliation"),
  /** Coverage, selections and persons. */
  ENROLLMENT("enrollment"),
  /** Claims. */
  CLAIM("claim"),
  /** Admissions, discharges and transfers. */
  ADT("adt"),
  /** Contacts by care teams. */
  OUTREACH("outreach"),
  /** Links between member ids of one person. */
  IDENTITY("identity");

  private final String feedName;

  RecordType(String feedName) {
    this.feedName = feedName;
  }

  /** Name in manifests and file names. */
  public String feedName() {
    return feedName;
  }
}
