package io.corridor.local.platform;

import io.corridor.schemas.BusinessDateTick;
import io.corridor.schemas.TickValue;
import io.corridor.schemas.topic.Topics;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The only writer of {@code clock.business-date.v1}. A tick reaches every partition in one
 * transaction, so no service ever sees half of it. The date never goes back.
 */
public final class BusinessClock implements AutoCloseable {

  private static final String RULE = "clock-1";

  private final Writer writer;
  private Optional<LocalDate> current;
  private final List<BusinessDateTick> ticks = new ArrayList<>();

  /** Finds out the date of the last tick. */
  public BusinessClock(Endpoints endpoints) {
    this.writer = new Writer(endpoints, "corridor-platform-clock");
    try (TopicReader<TickValue> reader = TopicReader.of(endpoints, Topics.BUSINESS_DATE)) {
      this.current = reader.last(0).map(tick -> tick.getBody().getTo());
    }
  }

  /** The business date, empty before the first tick. */
  public Optional<LocalDate> current() {
    return current;
  }

  /** The ticks given by this clock since it was made. */
  public List<BusinessDateTick> ticks() {
    return List.copyOf(ticks);
  }

  /**
   * Moves the date, or repeats it.
   *
   * @param to the business date from now on
   * @param freeze true when rosters and scores whose day lies in between are to be published
   * @throws PlatformException PLATFORM_CLOCK when the date would go back
   */
  public void tick(LocalDate to, boolean freeze) {
    current
        .filter(date -> date.isAfter(to))
        .ifPresent(date -> {
          throw new PlatformException(
              "PLATFORM_CLOCK",
              "the business date is " + date + " already and does not go back to " + to);
        });
    BusinessDateTick tick = new BusinessDateTick(current.orElse(null), to, freeze);
    writer.transaction(out -> {
      for (int partition = 0; partition < out.partitions(Topics.BUSINESS_DATE); partition++) {
        String key = Integer.toString(partition);
        out.send(
            Topics.BUSINESS_DATE,
            partition,
            key,
            tick,
            to.atStartOfDay(ZoneOffset.UTC).toInstant(),
            RULE);
      }
    });
    current = Optional.of(to);
    ticks.add(tick);
  }

  @Override
  public void close() {
    writer.close();
  }
}
