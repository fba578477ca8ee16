/** The read model: topics into PostgreSQL, and scoped reading from it. */
@NullMarked
package io.corridor.portal.readmodel;

import org.jspecify.annotations.NullMarked;
