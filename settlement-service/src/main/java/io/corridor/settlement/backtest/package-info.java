/** Back-test: a draft contract over past years, as they were known then. */
@NullMarked
package io.corridor.settlement.backtest;

import org.jspecify.annotations.NullMarked;
