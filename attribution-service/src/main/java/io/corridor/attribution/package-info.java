/** Who is accountable for whom, month by month, and why. */
@NullMarked
package io.corridor.attribution;

import org.jspecify.annotations.NullMarked;
