package io.corridor.local.feed;

import java.util.List;

/**
 * What a load did.
 *
 * @param feed name of the feed, empty when its manifest could not be read
 * @param lines lines sent
 * @param problems what was wrong with manifest and files
 */
public record LoadReport(String feed, long lines, List<FeedProblem> problems) {}
