/** How a calculation is shown: each step with its rule, inputs and exact value. */
@NullMarked
package io.corridor.settlement.statement;

import org.jspecify.annotations.NullMarked;
