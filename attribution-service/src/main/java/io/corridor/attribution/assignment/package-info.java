/**
 * Attribution of a member to a practice and a clinician (domain.md 1). Plain Java.
 *
 * <p>From a record to an answer, in reading order:
 *
 * <ol>
 *   <li>{@code AssignmentFacts} turns one claim line or enrollment record into rows; what a line
 *       says by itself stands in {@code PrimaryCareLines}, keys in {@code RowKeys}.
 *   <li>{@code MemberHistory} reads the rows back; {@code Evidence} holds those of the months asked
 *       about, {@code CountedVisits} sorts them under the {@code VisitPolicy} of a year.
 *   <li>{@code Programs} works out the {@code MonthTerms} of each contract: window, anchor day and
 *       how the list of the month is made ({@code Listing}).
 *   <li>{@code AssignmentRules} decides a month: {@code EligibilityGate}, {@code ManualAdjustment},
 *       then each {@code AttributionMethod} of the contract until one gives a {@code Ruling}.
 *   <li>{@code MonthDecision} is the answer with its {@code Ballot} and its {@code TippingPoints};
 *       {@code MemberAssignment} holds it against the answer before, {@code ChangeReasons} says why
 *       it differs, {@code AssignmentForecast} what comes if nothing happens.
 * </ol>
 */
@NullMarked
package io.corridor.attribution.assignment;

import org.jspecify.annotations.NullMarked;
