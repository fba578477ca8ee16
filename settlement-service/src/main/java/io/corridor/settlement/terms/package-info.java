/** Which terms settle a performance year. */
@NullMarked
package io.corridor.settlement.terms;

import org.jspecify.annotations.NullMarked;
