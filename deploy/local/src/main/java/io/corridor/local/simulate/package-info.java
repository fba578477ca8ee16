/**
 * The simulator: a believable population with its providers, claims, admissions and enrolment,
 * written as a feed.
 *
 * <p>Every draw comes from a counter-based stream keyed by (seed, member, domain, month), so one
 * seed gives the same bytes with any number of threads, and a member does not change when the
 * population grows. Costs are outcomes: they are never drawn for a member. Rates and distributions
 * follow population.md; what it does not give is general knowledge.
 */
@NullMarked
package io.corridor.local.simulate;

import org.jspecify.annotations.NullMarked;
