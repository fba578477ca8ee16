package io.corridor.local.feed;

import io.corridor.intake.canonical.RejectionCode;

/**
 * Something wrong with a feed that is not one line's fault. It becomes a rejection of the file.
 *
 * @param code why
 * @param file file name inside the feed
 * @param recordType record type of the file, empty when unknown
 * @param text what was found, without the content of any line
 */
public record FeedProblem(RejectionCode code, String file, String recordType, String text) {}
