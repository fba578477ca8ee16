package io.corridor.portal.shell;

import org.jspecify.annotations.Nullable;

/** Who saw or did what, kept for ever. */
public interface Audit {

  /**
   * Records a view or a command.
   *
   * @param viewer who
   * @param action what, for example {@code VIEW_WORKLIST}
   * @param object what it was done to, by opaque reference or public code
   * @param rows how many rows were shown or changed
   */
  void record(Viewer viewer, String action, @Nullable String object, int rows);
}
