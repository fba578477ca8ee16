/** Encounters, alerts and follow-up tasks: the wiring of the service. */
@NullMarked
package io.corridor.notification;

import org.jspecify.annotations.NullMarked;
