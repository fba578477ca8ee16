package io.corridor.settlement.engine;

import io.corridor.settlement.bundle.BundleFacts;
import io.corridor.settlement.bundle.BundleFacts.Episode;
import io.corridor.settlement.bundle.BundleFacts.Reference;
import io.corridor.settlement.bundle.BundleRules;
import io.corridor.settlement.engine.ShapeTerms.Bundle;
import java.util.List;

/**
 * Facts of a period for episode bundles. Episodes are stated ({@code episode.E12.allowed}, {@code
 * .caseMix}); that there was none is stated as {@code episodes} 0. The region's figures are agreed,
 * or stated ({@code reference.historicMean}, {@code .trend}, {@code .lowest}, {@code .highest}).
 */
final class BundleReader {

  private static final String EPISODE = "episode";

  private BundleReader() {}

  static Settlement settle(Bundle terms, Reading reading) {
    Missing missing = reading.missing();
    Stated stated = reading.facts().stated();
    List<String> ids = List.copyOf(stated.under(EPISODE));
    if (ids.isEmpty() && stated.find("episodes").isEmpty()) {
      missing.add(EPISODE);
    }
    List<Episode> episodes =
        ids.stream()
            .map(id ->
                new Episode(
                    id,
                    missing.money(EPISODE + "." + id + ".allowed"),
                    missing.rate(EPISODE + "." + id + ".caseMix")))
            .toList();
    Reference agreed = terms.reference();
    Reference reference = agreed == null ? reference(missing) : agreed;
    if (missing.any()) {
      return reading.refused(missing);
    }
    return reading.withQuality(
        BundleRules.settle(
            terms.terms(), new BundleFacts(reference, episodes, reading.qualityRate())),
        "difference");
  }

  private static Reference reference(Missing missing) {
    return new Reference(
        missing.amount("reference.historicMean"),
        missing.rate("reference.trend"),
        missing.amount("reference.lowest"),
        missing.amount("reference.highest"));
  }
}
