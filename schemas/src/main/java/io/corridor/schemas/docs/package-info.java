/** Documents written from the topic catalogue and the schemas, so that they cannot differ. */
@NullMarked
package io.corridor.schemas.docs;

import org.jspecify.annotations.NullMarked;
