/** Attribution of a member to a practice and a clinician (domain.md 1). Plain Java. */
@NullMarked
package io.corridor.attribution.assignment;

import org.jspecify.annotations.NullMarked;
