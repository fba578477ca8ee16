/** Care gaps: funnel per measure and list. */
@NullMarked
package io.corridor.portal.gap;

import org.jspecify.annotations.NullMarked;
