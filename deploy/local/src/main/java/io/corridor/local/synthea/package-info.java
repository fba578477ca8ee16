/**
 * Importer of Synthea's export of Medicare claims in CMS's research format (RIF): beneficiary
 * files, seven kinds of claims and drug events, pipe-delimited and gzipped, to a feed directory
 * with a report that accounts for every row read.
 */
@NullMarked
package io.corridor.local.synthea;

import org.jspecify.annotations.NullMarked;
