/** Data health: files, counts and rejected lines. */
@NullMarked
package io.corridor.portal.data;

import org.jspecify.annotations.NullMarked;
