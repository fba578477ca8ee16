package io.corridor.portal.worklist;

import io.corridor.portal.worklist.Encounter.FollowUp;
import io.corridor.portal.worklist.Encounter.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Status word of a row, from the one list that pages, files and the API share.
 *
 * @param word the word
 * @param icon symbol, or nothing
 * @param css class of the tag
 */
public record Status(String word, String icon, String css) {

  private static final Status NEW = new Status("New", "bolt", "info");
  private static final Status ASSIGNED = new Status("Assigned", "", "");
  private static final Status CONTACTED = new Status("Contacted", "check", "ok");
  private static final Status SCHEDULED = new Status("Scheduled", "cal", "ok");
  private static final Status SEEN = new Status("Seen", "check", "ok");
  private static final Status UNABLE = new Status("Unable", "phone", "");
  private static final Status CANCELLED = new Status("Cancelled", "x", "");
  private static final Status NOT_OURS = new Status("Not our patient", "x", "");

  /** Status of a row. */
  public static Status of(Encounter row) {
    FollowUp contact = row.contact();
    FollowUp visit = row.visit();
    if (row.state() == Encounter.State.CANCELLED) {
      return CANCELLED;
    }
    if (row.actions().stream().anyMatch(action -> action.action().equals("NOT_OURS"))) {
      return NOT_OURS;
    }
    if (is(visit, Progress.DONE)) {
      return SEEN;
    }
    String visitOutcome = row.lastContact("VISIT").map(Encounter.Action::outcome).orElse("");
    if ("SCHEDULED".equals(visitOutcome)) {
      return SCHEDULED;
    }
    String outcome = row.lastContact("CONTACT").map(Encounter.Action::outcome).orElse("");
    if (is(contact, Progress.DONE) || "REACHED".equals(outcome) || "SCHEDULED".equals(outcome)) {
      return "SCHEDULED".equals(outcome) ? SCHEDULED : CONTACTED;
    }
    if ("DECLINED".equals(outcome)) {
      return UNABLE;
    }
    return started(row, contact);
  }

  private static Status started(Encounter row, @Nullable FollowUp contact) {
    long logged =
        row.actions().stream()
            .filter(a -> a.action().equals("LOG_CONTACT") && a.kind().equals("CONTACT"))
            .count();
    long attempts = Math.max(logged, contact == null ? 0 : contact.attempts());
    if (attempts > 0) {
      return new Status("Attempt " + attempts, "phone", "warn");
    }
    if (contact != null && contact.progress() == Progress.CANCELLED && row.visit() == null) {
      return CANCELLED;
    }
    return row.owner().isPresent() ? ASSIGNED : NEW;
  }

  private static boolean is(@Nullable FollowUp task, Progress progress) {
    return task != null && task.progress() == progress;
  }
}
