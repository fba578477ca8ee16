/** Half-open spans and months. Nothing here reads a clock. */
@NullMarked
package io.corridor.common.time;

import org.jspecify.annotations.NullMarked;
