package io.corridor.attribution.assignment;

import io.corridor.common.facts.Fact;
import io.corridor.common.facts.MemoryRows;
import io.corridor.common.facts.Row;
import io.corridor.common.facts.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a member with what follows from some of them: adjustments that disputes decided and
 * alignments that the campaign made. These are derived anew each time and never kept.
 */
public final class DecidedRows implements Rows {

  private static final Set<String> DECIDED = Set.of(RowKeys.ADJUST, RowKeys.ALIGN);

  private final Rows kept;
  private final MemoryRows decided = new MemoryRows();

  /** Rows as they are kept, and what was decided. */
  public DecidedRows(
      Rows kept, List<ManualAdjustment> adjustments, List<CampaignAlignment> alignments) {
    this.kept = kept;
    decided.add(adjustments.stream().map(DecidedRows::fact).toList());
    decided.add(alignments.stream().map(DecidedRows::fact).toList());
  }

  /** An approved adjustment as a row. */
  static Fact fact(ManualAdjustment adjustment) {
    return Fact.of(
        RowKeys.of(
            RowKeys.ADJUST,
            adjustment.days().from(),
            RowKeys.until(adjustment.days().until()),
            adjustment.contract(),
            adjustment.tin() == null ? "" : adjustment.tin(),
            adjustment.npi() == null ? "" : adjustment.npi(),
            adjustment.id()));
  }

  /** An alignment of the campaign as a row. */
  static Fact fact(CampaignAlignment offer) {
    return Fact.of(
        RowKeys.of(
            RowKeys.ALIGN,
            offer.days().from(),
            RowKeys.until(offer.days().until()),
            offer.contract(),
            offer.tin(),
            offer.npi() == null ? "" : offer.npi()));
  }

  private static boolean isDecided(String key) {
    int bar = key.indexOf('|');
    return bar > 0 && DECIDED.contains(key.substring(0, bar));
  }

  @Override
  public Optional<Row> find(String key) {
    return isDecided(key) ? decided.find(key) : kept.find(key);
  }

  @Override
  public List<Row> startingWith(String prefix) {
    return isDecided(prefix) ? decided.startingWith(prefix) : kept.startingWith(prefix);
  }

  @Override
  public List<Row> between(String from, String until) {
    List<Row> added = decided.between(from, until);
    if (isDecided(from) || added.isEmpty()) {
      return isDecided(from) ? added : kept.between(from, until);
    }
    List<Row> all = new ArrayList<>(kept.between(from, until));
    all.addAll(added);
    all.sort(Comparator.comparing(Row::key));
    return all;
  }
}
