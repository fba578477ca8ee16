package io.corridor.local.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * What has happened to the member so far, as far as later care depends on it. Reused from member to
 * member.
 */
final class Story {
  /** A regular drug of the member: always the same product at the same price level. */
  record Regimen(Codes.Drug drug, long monthlyCents, int daysSupply, boolean specialty) {}

  /** First day after the latest stay in a hospital or nursing facility. */
  int freeFrom = Integer.MIN_VALUE;

  int encounters;
  int lastOffice = Integer.MIN_VALUE;
  int pregnantUntil = Integer.MIN_VALUE;
  int deliveredOn = Integer.MIN_VALUE;
  int hospiceFrom = Integer.MAX_VALUE;
  int lastMammogram = Integer.MIN_VALUE;
  int lastColonoscopy = Integer.MIN_VALUE;
  int lastStoolTest = Integer.MIN_VALUE;
  boolean noBreastScreening;
  boolean noColonScreening;
  boolean emitted;
  final List<Regimen> regimens = new ArrayList<>();
  final List<Integer> nextFill = new ArrayList<>();

  void reset() {
    freeFrom = Integer.MIN_VALUE;
    encounters = 0;
    lastOffice = Integer.MIN_VALUE;
    pregnantUntil = Integer.MIN_VALUE;
    deliveredOn = Integer.MIN_VALUE;
    hospiceFrom = Integer.MAX_VALUE;
    lastMammogram = Integer.MIN_VALUE;
    lastColonoscopy = Integer.MIN_VALUE;
    lastStoolTest = Integer.MIN_VALUE;
    noBreastScreening = false;
    noColonScreening = false;
    emitted = false;
    regimens.clear();
    nextFill.clear();
  }
}
