/** What every service's Spring context shares. */
@NullMarked
package io.corridor.common.boot;

import org.jspecify.annotations.NullMarked;
