package io.corridor.attribution;

import io.corridor.common.streams.Answer;
import io.corridor.common.streams.ClosingCut;
import io.corridor.common.streams.Event;
import io.corridor.common.streams.Totals;
import io.corridor.common.streams.World;
import io.corridor.schemas.FinalRoster;
import io.corridor.schemas.topic.ClosingTopics;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Counts what members froze for a closing, and says when all of them have. */
final class RosterTotals implements Totals {

  @Override
  public List<String> rollUps(String partKey) {
    return List.of(partKey);
  }

  @Override
  public List<String> outputs(String totalKey, World world) {
    return List.of();
  }

  @Override
  public Optional<Answer> derive(String outputKey, Sums sums, World world) {
    return Optional.empty();
  }

  @Override
  public List<Event> atCut(String cut, Sums sums, World world) {
    ClosingCut closing = ClosingCut.parse(cut);
    LocalDate today = sums.completeTo().orElseThrow();
    long[] sum = sums.sum(cut);
    boolean none = sum.length == 0;
    String payer =
        world.table(ClosingTopics.PERIOD).values().stream()
            .filter(value -> value.getBody().getContract().equals(closing.contract()))
            .map(value -> value.getEnvelope().getTenant())
            .findFirst()
            .orElse("");
    return List.of(
        new Event(
            ClosingTopics.FINAL_ROSTER,
            cut,
            new FinalRoster(
                closing.contract(),
                closing.period(),
                closing.number(),
                today,
                none ? 0 : sum[0],
                none ? 0 : sum[1]),
            payer,
            today));
  }
}
