/** Cost by drug, specialty, specialist and disease, down to the member month. */
@NullMarked
package io.corridor.benchmark.breakdown;

import org.jspecify.annotations.NullMarked;
