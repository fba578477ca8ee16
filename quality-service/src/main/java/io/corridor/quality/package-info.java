/** Gaps in care and quality scores. */
@NullMarked
package io.corridor.quality;

import org.jspecify.annotations.NullMarked;
