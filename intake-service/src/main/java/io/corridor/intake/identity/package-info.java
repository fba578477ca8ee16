/** Who a record is about: opaque surrogates instead of payers' member ids. */
@NullMarked
package io.corridor.intake.identity;

import org.jspecify.annotations.NullMarked;
