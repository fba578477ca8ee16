package io.corridor.attribution.dispute;

import io.corridor.common.id.ContractId;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person did in a dispute. Nothing is judged here: an action that makes no sense is kept and
 * refused.
 *
 * @param id id of the action; the same id is the same action
 * @param dispute dispute, unique for the member
 * @param payer payer of the member
 * @param contract contract
 * @param kind what was done
 * @param user who did it
 * @param at when
 * @param claim what is claimed, with SUBMIT
 * @param evidence references to evidence
 * @param decided what was decided, with PARTIAL; with RESCIND its first day is the first without
 *     the adjustment
 * @param sound false when a word, month or identifier could not be read
 */
public record DisputeAction(
    String id,
    String dispute,
    String payer,
    ContractId contract,
    Kind kind,
    String user,
    Instant at,
    Claim claim,
    List<String> evidence,
    Decided decided,
    boolean sound) {

  /** The order in which actions of a member are taken, whenever they arrive. */
  static final Comparator<DisputeAction> IN_TIME =
      Comparator.comparing(DisputeAction::at)
          .thenComparing(DisputeAction::dispute)
          .thenComparing(DisputeAction::id);

  /** What can be done. */
  public enum Kind {
    /** Opens the dispute. */
    SUBMIT,
    /** Adds references to evidence. */
    ADD_EVIDENCE,
    /** Takes it under review. */
    REVIEW,
    /** Decides as claimed. */
    UPHOLD,
    /** Decides otherwise, for days of the claim. */
    PARTIAL,
    /** Decides against the claim. */
    REJECT,
    /** Takes the dispute back. */
    WITHDRAW,
    /** Takes the adjustment back, wholly or from a day on. */
    RESCIND,
    /** A word that this version does not know. */
    UNKNOWN
  }

  /** What is claimed; empty but for SUBMIT. */
  public record Claim(
      @Nullable DisputeType type,
      @Nullable YearMonth from,
      @Nullable YearMonth through,
      @Nullable Tin tin,
      @Nullable Npi npi) {

    /** Nothing claimed. */
    public static final Claim NONE = new Claim(null, null, null, null, null);
  }

  /** What was decided; empty but for PARTIAL and RESCIND. */
  public record Decided(
      @Nullable LocalDate from, @Nullable LocalDate lastDay, @Nullable Tin tin, @Nullable Npi npi) {

    /** Nothing decided. */
    public static final Decided NONE = new Decided(null, null, null, null);
  }

  /** Copies the references. */
  public DisputeAction {
    evidence = List.copyOf(evidence);
  }
}
