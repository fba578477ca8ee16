/** Statements as a person reads them: plain text and a page. */
@NullMarked
package io.corridor.local.statement;

import org.jspecify.annotations.NullMarked;
