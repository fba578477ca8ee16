/** Points, weights and the composite score (domain.md 3.5). Plain Java. */
@NullMarked
package io.corridor.quality.scoring;

import org.jspecify.annotations.NullMarked;
