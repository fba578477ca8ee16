/** Contract overview: figures, burn-down, waterfall, gates. */
@NullMarked
package io.corridor.portal.dashboard;

import org.jspecify.annotations.NullMarked;
