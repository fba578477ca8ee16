/** What every page shares: viewer, scope, formats, words, navigation and the shell. */
@NullMarked
package io.corridor.portal.shell;

import org.jspecify.annotations.NullMarked;
