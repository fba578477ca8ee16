/** The alignment campaign: letters that are due, answers and declines that people record. */
@NullMarked
package io.corridor.portal.campaign;

import org.jspecify.annotations.NullMarked;
