/** Money in whole cents, unrounded amounts and rates. Nothing here knows a program. */
@NullMarked
package io.corridor.common.money;

import org.jspecify.annotations.NullMarked;
