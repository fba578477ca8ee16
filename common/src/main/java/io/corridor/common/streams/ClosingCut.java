package io.corridor.common.streams;

import io.corridor.schemas.Period;
import io.corridor.schemas.PeriodValue;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.Topic;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * The cut that a closing asks for: its figures are frozen once assignments are.
 *
 * @param contract contract
 * @param period performance year
 * @param number number of the closing
 */
public record ClosingCut(String contract, String period, int number) {

  private static final String ROSTER = "ROSTER";

  /** The cut of this name. */
  public static ClosingCut parse(String name) {
    String[] parts = name.split("\\|", -1);
    return new ClosingCut(parts[0], parts[1], Integer.parseInt(parts[2]));
  }

  /** Its name; what is frozen at it has keys that begin with the name. */
  public String name() {
    return contract + "|" + period + "|" + number;
  }

  /** The table of periods for a service that freezes figures of a level and period. */
  public static Reference<PeriodValue> ofFigures() {
    return Reference.cutting(
        ClosingTopics.PERIOD, value -> Set.of(), value -> asked(value.getBody(), false));
  }

  /**
   * The same for a service whose members contribute to a final settlement what they do not
   * contribute to a running year.
   *
   * @param index name under which the members of a payer are found
   */
  public static Reference<PeriodValue> ofMembersFigures(Function<String, String> index) {
    return Reference.cutting(
        ClosingTopics.PERIOD,
        value ->
            asked(value.getBody(), false).isPresent()
                ? Set.of(index.apply(value.getEnvelope().getTenant()))
                : Set.of(),
        value -> asked(value.getBody(), false));
  }

  /**
   * The table of periods for the service that freezes assignments.
   *
   * @param index name under which the members of a payer are found
   */
  public static Reference<PeriodValue> ofRosters(Function<String, String> index) {
    return Reference.cutting(
        ClosingTopics.PERIOD,
        value ->
            value.getBody().getState().equals("CLOSING")
                ? Set.of(index.apply(value.getEnvelope().getTenant()))
                : Set.of(),
        value -> ofRoster(value.getBody()));
  }

  /** The cut at which a period asks for its assignments. */
  public static Optional<Cut> ofRoster(Period period) {
    return asked(period, true);
  }

  /**
   * The cut that a period asks for.
   *
   * @param roster true for the cut of assignments, which comes before the one of figures
   */
  private static Optional<Cut> asked(Period period, boolean roster) {
    Integer number = period.getNumber();
    if (!period.getState().equals("CLOSING")
        || number == null
        || period.getClosingDate() == null
        || period.getAwaits().contains(ROSTER) != roster) {
      return Optional.empty();
    }
    ClosingCut cut = new ClosingCut(period.getContract(), period.getPeriod(), number);
    return Optional.of(new Cut(cut.name(), period.getClosingDate()));
  }

  /** A frozen record of the cut at a level. */
  public Event event(
      Topic<?> topic,
      String level,
      String id,
      SpecificRecord body,
      String tenant,
      LocalDate businessDate) {
    return new Event(topic, name() + "|" + level + "|" + id, body, tenant, businessDate);
  }
}
