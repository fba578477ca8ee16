package io.corridor.common.streams;

import io.corridor.schemas.Envelope;
import io.corridor.schemas.Op;
import io.corridor.schemas.topic.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Compares answers with the last ones and writes only what differs. */
final class AnswerBook {

  private final FoldStore store;
  private final Wire wire;
  private final Emitter emitter;
  private final FoldMeters meters;

  AnswerBook(FoldStore store, Wire wire, Emitter emitter, FoldMeters meters) {
    this.store = store;
    this.wire = wire;
    this.emitter = emitter;
    this.meters = meters;
  }

  /** The last answer as kept. */
  Optional<StoredAnswer> last(String storeKey) {
    return store.get(storeKey).map(StoredAnswer::fromBytes);
  }

  /** An end for each answer that holds under a prefix of the store. */
  List<Answer> all(String prefix, Topic<?> topic) {
    List<Answer> ends = new ArrayList<>();
    store.scan(
        prefix,
        (key, bytes) -> {
          StoredAnswer last = StoredAnswer.fromBytes(bytes);
          if (!last.ended()) {
            ends.add(end(topic, key.substring(prefix.length()), last));
          }
          return true;
        });
    return ends;
  }

  private Answer end(Topic<?> topic, String key, StoredAnswer last) {
    if (isSilent(last)) {
      return Answer.none(topic, key, "", LocalDate.EPOCH);
    }
    Envelope said = topic.envelopeOf(wire.read(topic, last.value()));
    return new Answer(
        topic,
        key,
        null,
        said.getTenant(),
        LocalDate.ofInstant(said.getEffectiveAt(), ZoneOffset.UTC),
        said.getSensitivity(),
        List.of());
  }

  /**
   * Writes an answer if it differs from the last one.
   *
   * @param storeKey where the last answer is kept
   * @param parts told what contributions are to be taken back (-1) and added (1)
   */
  void write(String storeKey, Answer answer, Instant knownAt, BiConsumer<Part, Integer> parts) {
    StoredAnswer last = last(storeKey).orElse(null);
    SpecificRecord body = answer.body();
    if (body == null) {
      if (answer.parts().isEmpty() && !isSilent(last)) {
        end(storeKey, answer, knownAt, last, parts);
      } else {
        contributeSilently(storeKey, answer, last, parts);
      }
      return;
    }
    byte[] bytes = wire.body(answer.topic(), body);
    boolean same = last != null && !last.ended() && sameBody(answer.topic(), last, bytes);
    if (same && last != null && last.parts().equals(answer.parts())) {
      meters.answer(answer.topic(), "SAME");
      return;
    }
    byte[] value = same && last != null ? last.value() : null;
    long version = last == null ? 0 : last.version();
    if (value == null) {
      version++;
      Op op = last == null || last.ended() ? Op.CREATE : Op.UPDATE;
      value = emitter.write(answer.topic(), write(answer, version, op, knownAt), body);
      meters.answer(answer.topic(), op.name());
    }
    int length = same && last != null ? last.bodyLength() : bytes.length;
    store.put(storeKey, new StoredAnswer(version, false, answer.parts(), value, length).toBytes());
    contribute(last == null ? List.of() : last.parts(), answer.parts(), parts);
  }

  private static boolean isSilent(@Nullable StoredAnswer last) {
    return last != null && last.value().length == 0;
  }

  /** Keeps what a subject contributes to totals without saying anything of its own. */
  private void contributeSilently(
      String storeKey,
      Answer answer,
      @Nullable StoredAnswer last,
      BiConsumer<Part, Integer> parts) {
    if (last != null && !isSilent(last)) {
      throw new IllegalStateException("an answer with a body cannot become a silent one");
    }
    List<Part> before = last == null ? List.of() : last.parts();
    if (before.equals(answer.parts())) {
      return;
    }
    boolean ended = answer.parts().isEmpty();
    store.put(storeKey, new StoredAnswer(0, ended, answer.parts(), new byte[0], 0).toBytes());
    contribute(before, answer.parts(), parts);
  }

  private void end(
      String storeKey,
      Answer answer,
      Instant knownAt,
      @Nullable StoredAnswer last,
      BiConsumer<Part, Integer> parts) {
    if (last == null || last.ended()) {
      return;
    }
    SpecificRecord body = answer.topic().bodyOf(wire.read(answer.topic(), last.value()));
    long version = last.version() + 1;
    byte[] value = emitter.write(answer.topic(), write(answer, version, Op.END, knownAt), body);
    meters.answer(answer.topic(), Op.END.name());
    store.put(storeKey, new StoredAnswer(version, true, List.of(), value, 0).toBytes());
    contribute(last.parts(), List.of(), parts);
  }

  private static Emitter.Write write(Answer answer, long version, Op op, Instant knownAt) {
    return new Emitter.Write(
        answer.key(),
        version,
        op,
        answer.effectiveOn(),
        knownAt,
        answer.tenant(),
        answer.sensitivity());
  }

  /** Bytes tell at once what this version wrote; what another schema wrote is read first. */
  private <V extends SpecificRecord> boolean sameBody(
      Topic<V> topic, StoredAnswer last, byte[] body) {
    return wire.isOwn(topic, last.value())
        ? last.endsWith(body)
        : Arrays.equals(wire.body(topic, topic.bodyOf(wire.read(topic, last.value()))), body);
  }

  /** What is no longer contributed and what is new, one difference a key; none where they agree. */
  private static void contribute(
      List<Part> before, List<Part> after, BiConsumer<Part, Integer> parts) {
    if (before.equals(after)) {
      return;
    }
    Map<String, Sum> differences = new TreeMap<>();
    before.forEach(part -> add(differences, part, -1));
    after.forEach(part -> add(differences, part, 1));
    differences.forEach((key, difference) -> {
      if (!difference.isZero()) {
        parts.accept(new Part(key, difference.amounts()), 1);
      }
    });
  }

  private static void add(Map<String, Sum> differences, Part part, int sign) {
    Sum have = differences.getOrDefault(part.key(), Sum.NONE);
    differences.put(part.key(), have.plus(new Sum(Instant.EPOCH, part.amounts()), sign));
  }
}
