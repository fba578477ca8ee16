package io.corridor.attribution;

import io.corridor.attribution.assignment.ManualAdjustment;
import io.corridor.attribution.dispute.Dispute;
import io.corridor.attribution.dispute.DisputeAction;
import io.corridor.attribution.dispute.DisputeType;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.schemas.Adjustment;
import io.corridor.schemas.DisputeStep;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Disputes between Avro and the domain. */
final class DisputeMapper {

  private DisputeMapper() {}

  /** Reads the parts of an action; what cannot be read is absent and told. */
  private static final class Reading {
    private boolean sound = true;

    <T> @Nullable T part(
        @Nullable String text, Predicate<String> valid, Function<String, T> parse) {
      if (text == null) {
        return null;
      }
      if (!valid.test(text)) {
        sound = false;
        return null;
      }
      return parse.apply(text);
    }

    <E extends Enum<E>> @Nullable E word(@Nullable String text, Class<E> type) {
      return part(
          text,
          name -> Arrays.stream(type.getEnumConstants()).anyMatch(e -> e.name().equals(name)),
          name -> Enum.valueOf(type, name));
    }
  }

  static DisputeAction action(io.corridor.schemas.DisputeAction body) {
    Reading reading = new Reading();
    DisputeAction.Kind kind = reading.word(body.getAction(), DisputeAction.Kind.class);
    DisputeAction.Claim claim =
        new DisputeAction.Claim(
            reading.word(body.getType(), DisputeType.class),
            reading.part(body.getFromMonth(), DisputeMapper::isMonth, YearMonth::parse),
            reading.part(body.getThroughMonth(), DisputeMapper::isMonth, YearMonth::parse),
            reading.part(body.getClaimedTin(), Tin::isValid, Tin::new),
            reading.part(body.getClaimedNpi(), Npi::isValid, Npi::new));
    DisputeAction.Decided decided =
        new DisputeAction.Decided(
            body.getFrom(),
            body.getLastDay(),
            reading.part(body.getTin(), Tin::isValid, Tin::new),
            reading.part(body.getNpi(), Npi::isValid, Npi::new));
    return new DisputeAction(
        body.getActionId(),
        body.getDispute(),
        body.getPayer(),
        new ContractId(body.getContract()),
        kind == null ? DisputeAction.Kind.UNKNOWN : kind,
        body.getUser(),
        body.getAt(),
        claim,
        body.getEvidence(),
        decided,
        reading.sound);
  }

  private static boolean isMonth(String text) {
    try {
      return YearMonth.parse(text).getYear() > 0;
    } catch (DateTimeException none) {
      return false;
    }
  }

  static io.corridor.schemas.Dispute dispute(String member, Dispute dispute) {
    DisputeAction.Claim claim = dispute.claim();
    return io.corridor.schemas.Dispute.newBuilder()
        .setDispute(dispute.id())
        .setMember(member)
        .setContract(dispute.contract().value())
        .setStatus(dispute.status().name())
        .setType(AssignmentMapper.name(claim.type()))
        .setFromMonth(claim.from() == null ? null : claim.from().toString())
        .setThroughMonth(claim.through() == null ? null : claim.through().toString())
        .setClaimedTin(claim.tin() == null ? null : claim.tin().value())
        .setClaimedNpi(AssignmentMapper.text(claim.npi()))
        .setEvidence(dispute.evidence())
        .setSubmittedBy(user(dispute.submitted()))
        .setSubmittedAt(at(dispute.submitted()))
        .setReviewDue(dispute.reviewDue())
        .setDecisionDue(dispute.decisionDue())
        .setClock(AssignmentMapper.name(dispute.clock()))
        .setReviewedBy(user(dispute.reviewed()))
        .setReviewedAt(at(dispute.reviewed()))
        .setDecidedBy(user(dispute.decided()))
        .setDecidedAt(at(dispute.decided()))
        .setAdjustment(adjustment(dispute.adjustment()))
        .setRescindedBy(user(dispute.rescinded()))
        .setRescindedAt(at(dispute.rescinded()))
        .setSteps(dispute.steps().stream().map(DisputeMapper::step).toList())
        .build();
  }

  private static @Nullable String user(Dispute.@Nullable Act act) {
    return act == null ? null : act.user();
  }

  private static @Nullable Instant at(Dispute.@Nullable Act act) {
    return act == null ? null : act.at();
  }

  private static @Nullable Adjustment adjustment(@Nullable ManualAdjustment held) {
    if (held == null) {
      return null;
    }
    Tin tin = held.tin();
    return new Adjustment(
        held.days().from(),
        held.days().until(),
        tin == null ? null : tin.value(),
        AssignmentMapper.text(held.npi()));
  }

  private static DisputeStep step(Dispute.Step step) {
    DisputeAction action = step.action();
    return new DisputeStep(
        action.id(),
        action.kind().name(),
        action.user(),
        action.at(),
        AssignmentMapper.name(step.refused()));
  }
}
