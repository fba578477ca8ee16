/** Reading feed directories and contract files into the platform. */
@NullMarked
package io.corridor.local.feed;

import org.jspecify.annotations.NullMarked;
