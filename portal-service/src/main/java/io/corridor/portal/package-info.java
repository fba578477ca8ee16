/** The only window out for people: read model, pages and API. */
@NullMarked
package io.corridor.portal;

import org.jspecify.annotations.NullMarked;
