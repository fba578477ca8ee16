/** The records that several services read, in the words of the field. */
@NullMarked
package io.corridor.common.care;

import org.jspecify.annotations.NullMarked;
