package io.corridor.portal.worklist;

/**
 * What stands beside the list.
 *
 * @param withheld alerts not shown for want of a consent
 * @param called follow-up calls of the last 30 days
 * @param seen follow-up visits of the last 30 days
 * @param newest when the newest alert was written, in milliseconds; 0 when there is none
 */
public record Beside(long withheld, Rate called, Rate seen, long newest) {}
