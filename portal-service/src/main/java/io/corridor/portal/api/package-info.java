/** JSON for the same data under the same login. */
@NullMarked
package io.corridor.portal.api;

import org.jspecify.annotations.NullMarked;
