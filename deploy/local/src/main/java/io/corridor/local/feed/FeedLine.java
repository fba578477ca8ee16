package io.corridor.local.feed;

/**
 * One line of a feed.
 *
 * @param file the file it stands in
 * @param number line number from 1
 * @param content its bytes, without the line end
 * @param facts what loading needs to know of it
 */
record FeedLine(Manifest.File file, long number, byte[] content, LineFacts facts) {}
