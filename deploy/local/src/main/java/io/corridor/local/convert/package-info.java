/**
 * What importers of known public formats share: reading rows of delimited files with every failure
 * counted at its place, writing a feed directory with its manifest, and the report that accounts
 * for every row read.
 */
@NullMarked
package io.corridor.local.convert;

import org.jspecify.annotations.NullMarked;
