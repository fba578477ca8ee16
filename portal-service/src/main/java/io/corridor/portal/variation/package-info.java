/** Care variation: its report job and its pages. */
@NullMarked
package io.corridor.portal.variation;

import org.jspecify.annotations.NullMarked;
