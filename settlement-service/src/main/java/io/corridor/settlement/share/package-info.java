/**
 * What several contract shapes calculate with: scales, corridors, credibility, the parts of a
 * payment, and what a settlement says of itself.
 */
@NullMarked
package io.corridor.settlement.share;

import org.jspecify.annotations.NullMarked;
