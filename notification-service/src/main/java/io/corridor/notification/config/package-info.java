/** Spring configuration. */
@NullMarked
package io.corridor.notification.config;

import org.jspecify.annotations.NullMarked;
