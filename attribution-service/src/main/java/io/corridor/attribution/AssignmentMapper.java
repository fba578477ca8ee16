package io.corridor.attribution;

import io.corridor.attribution.assignment.Accountable;
import io.corridor.attribution.assignment.AssignedBy;
import io.corridor.attribution.assignment.AssignmentChange;
import io.corridor.attribution.assignment.Candidate;
import io.corridor.attribution.assignment.MonthDecision;
import io.corridor.attribution.assignment.Spans;
import io.corridor.attribution.assignment.Tipping;
import io.corridor.common.care.Affiliation;
import io.corridor.common.care.Contract.Method;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import io.corridor.common.time.DateSpan;
import io.corridor.schemas.AllowedCharges;
import io.corridor.schemas.Assignment;
import io.corridor.schemas.AssignmentChanged;
import io.corridor.schemas.AssignmentSpan;
import io.corridor.schemas.ExcludedLines;
import io.corridor.schemas.Explanation;
import io.corridor.schemas.WhatWouldChange;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Assignments between Avro and the domain. */
final class AssignmentMapper {

  private AssignmentMapper() {}

  static Assignment assignment(
      String member, ContractId contract, String payer, List<Spans.Span> spans) {
    return new Assignment(
        member, contract.value(), payer, spans.stream().map(AssignmentMapper::span).toList());
  }

  private static AssignmentSpan span(Spans.Span span) {
    Accountable held = span.accountable();
    return new AssignmentSpan(
        span.days().from(),
        span.days().until(),
        held.tin().value(),
        text(held.npi()),
        held.method().text());
  }

  static List<Spans.Span> spans(Assignment assignment) {
    return assignment.getSpans().stream().map(AssignmentMapper::span).toList();
  }

  private static Spans.Span span(AssignmentSpan span) {
    return new Spans.Span(
        new DateSpan(span.getFrom(), span.getUntil()),
        new Accountable(
            new Tin(span.getTin()),
            span.getNpi() == null ? null : new Npi(span.getNpi()),
            AssignedBy.parse(span.getMethod())));
  }

  /**
   * Why a member is attributed as they are.
   *
   * @param withheld true when the member declined that claims are shared: then no visit, dollar or
   *     line is shown, and the answer stands
   */
  static Explanation explanation(
      String member, ContractId contract, MonthDecision decision, boolean withheld) {
    Explanation whole = explanation(member, contract, decision);
    return withheld
        ? Explanation.newBuilder(whole)
            .setPractices(List.of())
            .setClinicians(List.of())
            .setExcluded(List.of())
            .setCharges(List.of())
            .setWhatWouldChange(List.of())
            .setWithheld("DATA_SHARING")
            .build()
        : whole;
  }

  private static Explanation explanation(
      String member, ContractId contract, MonthDecision decision) {
    return Explanation.newBuilder()
        .setMember(member)
        .setContract(contract.value())
        .setMonth(decision.month().toString())
        .setAttributed(decision.attributed())
        .setReason(name(decision.unattributed()))
        .setMethod(text(decision.method()))
        .setStep(decision.step())
        .setWindowFrom(decision.window().from())
        .setWindowUntil(Objects.requireNonNull(decision.window().until()))
        .setTin(decision.tin() == null ? null : decision.tin().value())
        .setNpi(text(decision.npi()))
        .setPractices(candidates(decision.practices()))
        .setClinicians(candidates(decision.clinicians()))
        .setTieBreakUsed(decision.tieBreak().name())
        .setExcluded(
            decision.excluded().entrySet().stream()
                .map(entry -> new ExcludedLines(entry.getKey().name(), entry.getValue()))
                .sorted(java.util.Comparator.comparing(ExcludedLines::getReason))
                .toList())
        .setBasis(name(decision.basis()))
        .setAssignable(decision.assignable())
        .setCharges(charges(decision))
        .setWhatWouldChange(decision.tipping().stream().map(AssignmentMapper::tipping).toList())
        .build();
  }

  private static WhatWouldChange tipping(Tipping tipping) {
    Money allowed = tipping.allowed();
    return WhatWouldChange.newBuilder()
        .setKind(tipping.kind().name())
        .setTin(tipping.tin() == null ? null : tipping.tin().value())
        .setVisits(tipping.visits())
        .setAllowed(allowed == null ? null : allowed.dollars())
        .build();
  }

  /** Two alignment years are shown where the method compares them. */
  private static List<AllowedCharges> charges(MonthDecision decision) {
    boolean twoYears = AssignedBy.of(Method.REACH_WEIGHTED).equals(decision.method());
    return decision.ballot().charges().stream()
        .map(charges ->
            AllowedCharges.newBuilder()
                .setEntity(charges.entity())
                .setAco(charges.aco())
                .setNpi(text(charges.npi()))
                .setAllowed(charges.allowed().dollars())
                .setEarlierAllowed(twoYears ? charges.earlier().dollars() : null)
                .setLastService(charges.lastService())
                .build())
        .toList();
  }

  private static List<io.corridor.schemas.Candidate> candidates(List<Candidate> candidates) {
    return candidates.stream()
        .map(candidate ->
            new io.corridor.schemas.Candidate(
                candidate.tin().value(),
                text(candidate.npi()),
                candidate.visits(),
                candidate.lastVisit(),
                candidate.allowed().dollars()))
        .toList();
  }

  /**
   * A month that became another.
   *
   * @param begunBefore last month that had an answer before; null when none had
   */
  static AssignmentChanged changed(
      String member,
      ContractId contract,
      AssignmentChange change,
      LocalDate today,
      @Nullable YearMonth begunBefore) {
    Accountable from = change.from();
    Accountable to = change.to();
    return new AssignmentChanged(
        member,
        contract.value(),
        change.month().toString(),
        from == null ? null : from.tin().value(),
        from == null ? null : text(from.npi()),
        to == null ? null : to.tin().value(),
        to == null ? null : text(to.npi()),
        change.type().name(),
        change.reason().name(),
        today,
        begunBefore == null ? null : begunBefore.toString());
  }

  static Affiliation affiliation(io.corridor.schemas.Affiliation link) {
    return new Affiliation(
        new Npi(link.getNpi()),
        new Tin(link.getTin()),
        link.getSpecialty(),
        link.getTaxonomy(),
        DateSpan.ofInclusive(link.getFrom(), link.getLastDay()));
  }

  static @Nullable String text(@Nullable Npi npi) {
    return npi == null ? null : npi.value();
  }

  private static @Nullable String text(@Nullable AssignedBy by) {
    return by == null ? null : by.text();
  }

  static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }
}
