/** What records say about measures, and the measures themselves (domain.md 3.3). Plain Java. */
@NullMarked
package io.corridor.quality.measure;

import org.jspecify.annotations.NullMarked;
