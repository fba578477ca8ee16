/** Roster of a practice and the why of an assignment. */
@NullMarked
package io.corridor.portal.roster;

import org.jspecify.annotations.NullMarked;
