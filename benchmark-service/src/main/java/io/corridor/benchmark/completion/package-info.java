/**
 * What the claims still to come will cost: paid triangles, chain ladder, Bornhuetter-Ferguson and
 * the band around the completed figure (domain.md 2.5). Read {@link
 * io.corridor.benchmark.completion.PaidTriangle}, {@link
 * io.corridor.benchmark.completion.ChainLadder}, {@link
 * io.corridor.benchmark.completion.CompletionRules} and {@link
 * io.corridor.benchmark.completion.CompletedParts} in this order.
 */
@NullMarked
package io.corridor.benchmark.completion;

import org.jspecify.annotations.NullMarked;
