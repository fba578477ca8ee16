/** Drawings made on the server, in whole tenths of a pixel, without styles. */
@NullMarked
package io.corridor.portal.shell.svg;

import org.jspecify.annotations.NullMarked;
