package io.corridor.quality;

import io.corridor.common.id.ContractId;
import io.corridor.common.id.Tin;
import io.corridor.common.streams.Part;
import io.corridor.quality.gap.Gap;
import io.corridor.quality.gap.GapState;
import io.corridor.quality.measure.BreastCancerScreening;
import io.corridor.quality.measure.ColorectalCancerScreening;
import io.corridor.quality.measure.EmergencyVisits;
import io.corridor.quality.scoring.MeasureResult;
import java.util.List;

/**
 * What members contribute to scores, by {@code contract|TIN|tin|year}: for each screening
 * numerator, denominator, excluded and open; then emergency visits and member months.
 */
final class PartLayout {

  private static final List<String> SCREENINGS =
      List.of(BreastCancerScreening.ID, ColorectalCancerScreening.ID);
  private static final int WIDTH = 4;
  private static final int VISITS = WIDTH * SCREENINGS.size();
  private static final int MONTHS = VISITS + 1;

  private PartLayout() {}

  static String key(ContractId contract, Tin tin, int year) {
    return contract + "|TIN|" + tin + "|" + year;
  }

  /** The key of the contract's sum that a practice's part belongs to. */
  static String contractKey(String partKey) {
    String[] parts = partKey.split("\\|", -1);
    return parts[0] + "|CONTRACT|" + parts[0] + "|" + parts[3];
  }

  static Part of(ContractId contract, Tin tin, Gap gap) {
    long[] amounts = new long[MONTHS + 1];
    int at = WIDTH * SCREENINGS.indexOf(gap.measure());
    GapState state = gap.state();
    amounts[at] = state == GapState.CLOSED ? 1 : 0;
    amounts[at + 1] = state.inDenominator() ? 1 : 0;
    amounts[at + 2] = state == GapState.EXCLUDED ? 1 : 0;
    amounts[at + 3] = state.isOpen() ? 1 : 0;
    return new Part(key(contract, tin, gap.year()), amounts);
  }

  static Part of(ContractId contract, Tin tin, int year, long visits, long memberMonths) {
    long[] amounts = new long[MONTHS + 1];
    amounts[VISITS] = visits;
    amounts[MONTHS] = memberMonths;
    return new Part(key(contract, tin, year), amounts);
  }

  static List<MeasureResult> results(long[] sum) {
    List<MeasureResult> results = new java.util.ArrayList<>();
    for (int i = 0; i < SCREENINGS.size(); i++) {
      int at = WIDTH * i;
      results.add(
          MeasureResult.share(SCREENINGS.get(i), sum[at], sum[at + 1], sum[at + 2], sum[at + 3]));
    }
    results.add(MeasureResult.perThousand(EmergencyVisits.ID, sum[VISITS], sum[MONTHS]));
    return results;
  }

  static boolean isNothing(long[] sum) {
    for (long amount : sum) {
      if (amount != 0) {
        return false;
      }
    }
    return true;
  }
}
