/**
 * Total cost of care against a benchmark, shared through risk corridors, as Medicaid programs have
 * it: exclusions, stop-loss, long-term services by phase-in, drug price control, small rating
 * categories and quality (settlement.md 5 b).
 */
@NullMarked
package io.corridor.settlement.corridor;

import org.jspecify.annotations.NullMarked;
