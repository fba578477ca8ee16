/** The commands of the launcher. */
@NullMarked
package io.corridor.local.command;

import org.jspecify.annotations.NullMarked;
