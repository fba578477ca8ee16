/**
 * Interim shared savings estimate: contract terms, running budget and quality score in, dollars and
 * steps out.
 */
@NullMarked
package io.corridor.settlement.estimate;

import org.jspecify.annotations.NullMarked;
