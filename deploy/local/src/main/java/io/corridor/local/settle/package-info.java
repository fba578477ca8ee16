/**
 * The settlement engine alone: facts in, statements out, and the replication of published years.
 */
@NullMarked
package io.corridor.local.settle;

import org.jspecify.annotations.NullMarked;
