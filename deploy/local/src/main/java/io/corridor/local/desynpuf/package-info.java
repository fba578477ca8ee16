/**
 * Importer of CMS's public DE-SynPUF extract (2008-2009): five CSV files to a feed directory, with
 * a report that accounts for every row read.
 */
@NullMarked
package io.corridor.local.desynpuf;

import org.jspecify.annotations.NullMarked;
