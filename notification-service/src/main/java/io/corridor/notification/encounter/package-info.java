/**
 * Encounters from admission, discharge and transfer events: a pure function of the set of events.
 */
@NullMarked
package io.corridor.notification.encounter;

import org.jspecify.annotations.NullMarked;
