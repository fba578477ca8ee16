package io.corridor.intake.door;

/**
 * Where a record came from, as people look for it.
 *
 * @param feed feed; {@code inbox} or {@code portal} for records that came by a topic
 * @param file file inside the feed; topic and partition for records that came by a topic
 * @param line line from 1; offset and one for records that came by a topic
 * @param recordType word of the manifest
 */
record Place(String feed, String file, long line, String recordType) {

  /** Key of what is said about this line. */
  String lineKey() {
    return fileKey() + "|" + line;
  }

  /** Key of what is said about this file. */
  String fileKey() {
    return feed.replace('|', '_') + "|" + file.replace('|', '_');
  }
}
