/** Roster disputes: the list, the form on the why page, and the steps that people take. */
@NullMarked
package io.corridor.portal.dispute;

import org.jspecify.annotations.NullMarked;
