package io.corridor.local.simulate;

/**
 * A stay as it truly was.
 *
 * @param status UB-04 discharge status
 * @param number encounter number of the member
 */
record StayEvent(
    Codes.Stay kind,
    int admit,
    int discharge,
    boolean emergency,
    String status,
    Facility hospital,
    int number) {

  /** True when the patient went home, alone or with home health. */
  boolean home() {
    return status.equals("01") || status.equals("06");
  }
}
