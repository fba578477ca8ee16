/** What a practice owes after a discharge: a contact and a visit, with their clocks. */
@NullMarked
package io.corridor.notification.task;

import org.jspecify.annotations.NullMarked;
