/** Roster disputes: from submission to decision, with their clock (domain.md 1.8). */
@NullMarked
package io.corridor.attribution.dispute;

import org.jspecify.annotations.NullMarked;
