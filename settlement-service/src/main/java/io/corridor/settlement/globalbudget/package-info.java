/**
 * A global budget that grows by agreed trends, with quality gates, a bonus and a share of surplus
 * and deficit that follow the quality score (settlement.md 5 a).
 */
@NullMarked
package io.corridor.settlement.globalbudget;

import org.jspecify.annotations.NullMarked;
