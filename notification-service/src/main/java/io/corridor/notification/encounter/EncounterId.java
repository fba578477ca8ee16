package io.corridor.notification.encounter;

/**
 * An encounter of a member: visit number at the sending facility (ecosystem.md 1.3).
 *
 * @param facility sending facility
 * @param visitNumber visit number there
 */
public record EncounterId(String facility, String visitNumber) implements Comparable<EncounterId> {

  /** Facility and visit number as two parts of a row or record key. */
  public String key() {
    return RowText.escape(facility) + '|' + RowText.escape(visitNumber);
  }

  /** The encounter that a record key {@code member|facility|visit} names. */
  public static EncounterId of(String recordKey) {
    String[] part = recordKey.split("\\|", -1);
    return new EncounterId(RowText.unescape(part[1]), RowText.unescape(part[2]));
  }

  @Override
  public int compareTo(EncounterId other) {
    int byFacility = facility.compareTo(other.facility);
    return byFacility != 0 ? byFacility : visitNumber.compareTo(other.visitNumber);
  }
}
