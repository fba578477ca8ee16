/** Who is told about an encounter, and what the alert says. */
@NullMarked
package io.corridor.notification.alert;

import org.jspecify.annotations.NullMarked;
