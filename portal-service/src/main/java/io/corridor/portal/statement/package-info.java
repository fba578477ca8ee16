/** Statements of settled periods, as a person reads them. */
@NullMarked
package io.corridor.portal.statement;

import org.jspecify.annotations.NullMarked;
