package io.corridor.common.architecture.violation.settlement.estimate;

import io.corridor.common.architecture.violation.quality.Neighbour;
import io.corridor.common.streams.Tick;
import io.corridor.schemas.Op;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.springframework.context.ApplicationContext;

/** Breaks every rule of the domain on purpose, each way in a member of its own. */
public final class ImpureRules {

  // ---------- wiring

  public Op knowsGenerated() {
    return Op.END;
  }

  public String knowsAvro(SpecificRecord body) {
    return body.toString();
  }

  public byte[] knowsKafka(Bytes bytes) {
    return bytes.get();
  }

  public String knowsSpring(ApplicationContext context) {
    return context.getId();
  }

  public LocalDate knowsTheFold(Tick tick) {
    return tick.to();
  }

  // ---------- another service

  public int knowsANeighbour() {
    return Neighbour.gaps();
  }

  // ---------- the clock

  public Instant asksTheInstant() {
    return Instant.now();
  }

  public Supplier<Instant> asksTheInstantByReference() {
    return Instant::now;
  }

  public LocalDate asksTheDayInAZone() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  public long asksMillis() {
    return System.currentTimeMillis();
  }

  public long asksNanos() {
    return System.nanoTime();
  }

  @SuppressWarnings("JavaUtilDate") // The old class is one more way to the clock.
  public Date asksTheOldDate() {
    return new Date();
  }

  public Instant isGivenAClock(Clock clock) {
    return clock.instant();
  }

  public Instant isGivenASource(InstantSource source) {
    return source.instant();
  }

  // ---------- chance

  public int asksRandom() {
    return new Random(1).nextInt();
  }

  public int asksAGenerator() {
    return new SplittableRandom(1).nextInt();
  }

  public UUID asksForAnIdentifier() {
    return UUID.randomUUID();
  }

  public boolean asksMathRandom() {
    return Math.random() < 0.5;
  }

  public void shuffles(List<String> list) {
    Collections.shuffle(list);
  }

  // ---------- floating point

  private final double held = Math.sqrt(0.25);

  public long readsAField() {
    return (long) held;
  }

  public void takesAFloat(float share) {}

  public long callsWhatGivesOne(BigDecimal amount) {
    return (long) amount.doubleValue();
  }

  public BigDecimal callsWhatTakesOne() {
    return BigDecimal.valueOf(0.5);
  }

  public Object boxesOne() {
    return Double.class;
  }
}
