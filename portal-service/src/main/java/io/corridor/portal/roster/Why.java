package io.corridor.portal.roster;

import io.corridor.common.money.Money;
import io.corridor.portal.shell.Format;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a member is assigned as they are in a month, in numbered plain sentences from the explanation
 * record, with what was counted beneath.
 *
 * @param who name, age, sex and birth date: told on the page, never in its title or address
 * @param finding the decision in a sentence
 * @param sentences how it came about
 * @param candidates practices in rank order
 * @param clinicians clinicians of the practice in rank order
 * @param excluded lines left out, by reason
 * @param rule version of the rules
 */
public record Why(
    String who,
    String finding,
    List<String> sentences,
    List<Candidate> candidates,
    List<Candidate> clinicians,
    List<Excluded> excluded,
    String rule) {

  /** What an explanation record says. */
  public record Facts(
      boolean attributed,
      @Nullable String reason,
      @Nullable String method,
      int step,
      LocalDate windowFrom,
      LocalDate windowUntil,
      @Nullable String tin,
      @Nullable String npi,
      String tieBreak,
      List<Candidate> candidates,
      List<Candidate> clinicians,
      List<Excluded> excluded,
      String rule) {}

  /** A practice or clinician that was counted. */
  public record Candidate(String name, int visits, LocalDate lastVisit, Money allowed) {

    /** {@code 5 visits}. */
    public String visitsText() {
      return Format.counted(visits, "visit", "visits");
    }

    /** Last visit. */
    public String lastText() {
      return Format.plainDay(lastVisit);
    }

    /** Allowed dollars, to the cent. */
    public String allowedText() {
      return Format.exact(allowed);
    }
  }

  /** Lines left out. */
  public record Excluded(String reason, int lines) {

    /** The reason in words. */
    public String words() {
      return reason.charAt(0) + reason.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  private static final Map<String, String> REASONS =
      Map.of(
          "NOT_ENROLLED", "The member was not covered on the day that counts.",
          "DECEASED", "The member had died before the month.",
          "OPTED_OUT", "The member opted out.",
          "DUAL", "The contract leaves out members with two public payers.",
          "PARTS_OR_MANAGED_CARE", "The member lacked Part A or B, or was in managed care.",
          "PCP_NOT_IN_NETWORK", "The selected clinician belongs to no practice of the contract.",
          "NO_HISTORY", "No primary care visit was found in the window.",
          "NOT_A_PARTICIPANT", "The practice with the most visits does not take part.");

  private static final Map<String, String> TIES =
      Map.of(
          "RECENCY", "The first two had equal visits; the more recent last visit decided.",
          "ALLOWED", "Visits and last visit were equal; the greater allowed amount decided.",
          "ID", "Everything counted was equal; the smaller practice number decided.");

  /** Keeps its own copies. */
  public Why {
    sentences = List.copyOf(sentences);
    candidates = List.copyOf(candidates);
    clinicians = List.copyOf(clinicians);
    excluded = List.copyOf(excluded);
  }

  /** Puts the facts into words. */
  public static Why of(String who, Facts facts, String practice) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Claims from "
            + Format.plainDay(facts.windowFrom())
            + " to "
            + Format.plainDay(facts.windowUntil().minusDays(1))
            + " were looked at.");
    if (!facts.attributed()) {
      String reason = facts.reason() == null ? "" : facts.reason();
      sentences.add(REASONS.getOrDefault(reason, "The reason on record is " + reason + "."));
    } else if ("PCP_SELECTION".equals(facts.method())) {
      sentences.add("A selection of a clinician was on file for the month. It decides by itself.");
    } else {
      visits(sentences, facts);
    }
    int left = facts.excluded().stream().mapToInt(Excluded::lines).sum();
    if (left > 0) {
      sentences.add(
          Format.counted(left, "claim line was", "claim lines were")
              + " left out of the count; the reasons stand below.");
    }
    String finding =
        facts.attributed() ? "Assigned to " + practice : "Nobody is accountable in this month";
    return new Why(
        who,
        finding,
        sentences,
        facts.candidates(),
        facts.clinicians(),
        facts.excluded(),
        facts.rule());
  }

  private static void visits(List<String> sentences, Facts facts) {
    if (facts.step() > 1) {
      sentences.add("No selection of a clinician was on file, so visits decided.");
    }
    if (!facts.candidates().isEmpty()) {
      Candidate first = facts.candidates().getFirst();
      sentences.add(
          first.name()
              + " had "
              + first.visitsText()
              + " for primary care, the last on "
              + first.lastText()
              + ".");
    }
    if (facts.candidates().size() > 1) {
      Candidate second = facts.candidates().get(1);
      sentences.add(
          "Next came "
              + second.name()
              + " with "
              + second.visitsText()
              + ", the last on "
              + second.lastText()
              + ".");
    }
    String tie = TIES.get(facts.tieBreak());
    if (tie != null) {
      sentences.add(tie);
    }
  }
}
