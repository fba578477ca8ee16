package io.corridor.local.feed;

/**
 * Something wrong with a feed that is not one line's fault. It becomes a rejection of the file.
 *
 * @param code why
 * @param file file name inside the feed
 * @param recordType record type of the file, empty when unknown
 * @param text what was found, without the content of any line
 */
public record FeedProblem(Code code, String file, String recordType, String text) {

  /** Stable codes; retired, never reused. */
  public enum Code {
    /** The manifest is missing or not JSON. */
    FEED_MANIFEST_UNREADABLE,
    /** A field of the manifest is missing, of a wrong type or unknown. */
    FEED_MANIFEST_FIELD,
    /** A file that the manifest names is not there, or lies outside the feed. */
    FEED_FILE_MISSING,
    /** A file of the directory that the manifest does not name. */
    FEED_FILE_UNLISTED,
    /** A record type that no service reads. */
    FEED_RECORD_TYPE,
    /** The file cannot be read to its end, for example a truncated gzip; the lines before were loaded. */
    FEED_FILE_UNREADABLE,
    /** The file has another number of lines than the manifest says. */
    FEED_ROW_COUNT,
    /** The sum over the file differs from the manifest's control total. */
    FEED_CONTROL_TOTAL
  }
}
