/** Worklist of alerts and follow-up tasks. */
@NullMarked
package io.corridor.portal.worklist;

import org.jspecify.annotations.NullMarked;
