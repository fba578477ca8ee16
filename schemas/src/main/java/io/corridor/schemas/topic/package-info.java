/**
 * The topic catalogue: every topic of the platform, declared once as a typed constant, and the one
 * partitioner that all producers share.
 */
@NullMarked
package io.corridor.schemas.topic;

import org.jspecify.annotations.NullMarked;
