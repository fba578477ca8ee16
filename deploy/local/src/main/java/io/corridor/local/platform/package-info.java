/** The local platform: broker, registry, database and service contexts of one data directory. */
@NullMarked
package io.corridor.local.platform;

import org.jspecify.annotations.NullMarked;
