package io.corridor.local.simulate;

/** Counts of a run: truth by line of business, and records written. Added up over workers. */
final class Tally {
  final long[] lines = new long[3];
  final long[] claims = new long[3];
  final long[] members = new long[3];
  final long[] memberMonths = new long[3];
  final long[] medicalAllowed = new long[3];
  final long[] medicalPaid = new long[3];
  final long[] drugAllowed = new long[3];
  final long[] drugPaid = new long[3];

  /**
   * Covered months of the performance years by line of business and group + 1, and the cents of
   * these months that are known at the end of the period.
   */
  final long[][] groupMonths = new long[3][4];

  final long[][] groupPaid = new long[3][4];
  final long[][] groupAllowed = new long[3][4];
  final long[][] groupDrugs = new long[3][4];
  long writtenLines;
  long deaths;

  void add(Tally other) {
    for (int i = 0; i < 3; i++) {
      lines[i] += other.lines[i];
      claims[i] += other.claims[i];
      members[i] += other.members[i];
      memberMonths[i] += other.memberMonths[i];
      medicalAllowed[i] += other.medicalAllowed[i];
      medicalPaid[i] += other.medicalPaid[i];
      drugAllowed[i] += other.drugAllowed[i];
      drugPaid[i] += other.drugPaid[i];
      for (int g = 0; g < 4; g++) {
        groupMonths[i][g] += other.groupMonths[i][g];
        groupPaid[i][g] += other.groupPaid[i][g];
        groupAllowed[i][g] += other.groupAllowed[i][g];
        groupDrugs[i][g] += other.groupDrugs[i][g];
      }
    }
    writtenLines += other.writtenLines;
    deaths += other.deaths;
  }
}
