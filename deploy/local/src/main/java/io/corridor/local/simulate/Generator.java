package io.corridor.local.simulate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Generates all records in chunks of members, on several threads, and hands the chunks over in
 * order.
 */
final class Generator {
  private static final int CHUNK = 200;

  /** Takes finished chunks in order. */
  interface ChunkConsumer {
    void accept(Output output);
  }

  private final SimulationConfig config;
  private final Timeline timeline;
  private final Market market;
  private final Tally tally = new Tally();

  Generator(SimulationConfig config, Timeline timeline, Market market) {
    this.config = config;
    this.timeline = timeline;
    this.market = market;
  }

  private record Chunk(Output output, Tally tally) {}

  /**
   * What a chunk of members gave: what arrives, and with disorder also the truth and the log of
   * faults.
   */
  record Output(RecordBuffer feed, @Nullable RecordBuffer clean, @Nullable FaultLog faults) {}

  /**
   * Generates the records received in [from, until).
   *
   * @param progress told the number of members done
   */
  Tally run(long from, long until, ChunkConsumer consumer, Simulation.Progress progress) {
    consumer.accept(directory(from, until));
    ExecutorService workers = Executors.newFixedThreadPool(config.threads());
    try {
      Deque<Future<Chunk>> pending = new ArrayDeque<>();
      int next = 0;
      int done = 0;
      while (done < config.members()) {
        while (next < config.members() && pending.size() < config.threads() * 2) {
          int first = next;
          int last = Math.min(next + CHUNK, config.members());
          pending.add(workers.submit(() -> chunk(first, last, from, until)));
          next = last;
        }
        Chunk chunk = pending.removeFirst().get();
        consumer.accept(chunk.output());
        tally.add(chunk.tally());
        done = Math.min(done + CHUNK, config.members());
        progress.membersDone(done);
      }
      return tally;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("simulation failed", e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private boolean disordered() {
    return config.chaos() != SimulationConfig.Chaos.NONE;
  }

  private Output output(long from, long until) {
    RecordBuffer feed = new RecordBuffer(timeline, from, until);
    return disordered()
        ? new Output(feed, new RecordBuffer(timeline, from, until), new FaultLog())
        : new Output(feed, null, null);
  }

  private @Nullable Disorder disorder(Output output) {
    RecordBuffer clean = output.clean();
    FaultLog faults = output.faults();
    return clean == null || faults == null
        ? null
        : new Disorder(config, timeline, output.feed(), clean, faults);
  }

  private Output directory(long from, long until) {
    Output output = output(from, until);
    Disorder disorder = disorder(output);
    RecordSink sink = disorder == null ? output.feed() : disorder;
    AffiliationFlow affiliations = new AffiliationFlow(timeline, sink);
    for (int c = 0; c * Community.SIZE < config.members(); c++) {
      affiliations.tell(market.community(c));
    }
    return output;
  }

  private Chunk chunk(int first, int last, long from, long until) {
    Output output = output(from, until);
    Tally own = new Tally();
    MemberRun run = new MemberRun(config, timeline, market, output.feed(), disorder(output), own);
    for (int index = first; index < last; index++) {
      run.run(index);
    }
    return new Chunk(output, own);
  }
}
